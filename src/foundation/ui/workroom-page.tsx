import type { ReactNode } from 'react'

/** The frame of the workroom: who is here, and where in the process's line of stations one stands. */
export type WorkroomFrame = { readonly name: string; readonly roles: readonly string[]; readonly municipality: string; readonly demo: boolean; readonly path: string }

type Wishes = { readonly frame: WorkroomFrame; readonly title: string; readonly children: ReactNode; readonly aside?: ReactNode }

// The stations in the order of the process; the rest of the rooms come after.
const stations: readonly (readonly [string, string])[] = [
  ['/arbete/process', 'Processen'],
  ['/arbete/dialoger', 'Dialoger och svar'],
  ['/arbete/granska', 'Granska texter'],
  ['/arbete/kodning', 'Koda svar'],
  ['/arbete/samsyn', 'Samsyn'],
  ['/arbete/vision', 'Visionsförslag'],
  ['/arbete/arenden', 'Ärenden och beslut'],
  ['/arbete/fokusomraden', 'Fokusområden'],
  ['/arbete/matt', 'Mått och nuläge'],
  ['/arbete/planer', 'Planer och mål'],
  ['/arbete/uppfoljning', 'Uppföljning'],
]
const others: readonly (readonly [string, string])[] = [
  ['/arbete/personer', 'Personer och uppdrag'],
  ['/arbete/handelser', 'Händelser'],
  ['/arbete/delar', 'Så ser allt ut'],
]

/** A page for those who run the process. */
export function WorkroomPage({ frame, title, children, aside }: Wishes) {
  return (
    <>
      <header>
        <a className="skip" href="#innehall">
          Hoppa till innehållet
        </a>
        <div className="bar">
          <div className="bar-inner">
            <a className="brand" href="/arbete">
              {frame.municipality}
            </a>
            <span className="small soft">
              {frame.name}, {frame.roles.join(', ').toLowerCase()}
            </span>
            <a className="button quiet small" href="/">
              Till de öppna sidorna
            </a>
            <form method="post" action="/logga-ut" className="inline">
              <button className="quiet small">Logga ut</button>
            </form>
          </div>
        </div>
        {frame.demo && (
          <div className="demo">
            <p>Det här är en demo med påhittade exempelsvar.</p>
          </div>
        )}
      </header>
      <div className="room">
        <nav className="rail" aria-label="Stationer">
          <ol>
            <Links links={stations} here={frame.path} />
          </ol>
          <ul>
            <Links links={others} here={frame.path} />
          </ul>
        </nav>
        <main id="innehall" tabIndex={-1}>
          <h1>{title}</h1>
          {aside ? (
            <div className="beside">
              <div>{children}</div>
              <aside>{aside}</aside>
            </div>
          ) : (
            children
          )}
        </main>
      </div>
    </>
  )
}

function Links({ links, here }: { links: readonly (readonly [string, string])[]; here: string }) {
  return links.map(([href, label]) => (
    <li key={href}>
      <a href={href} aria-current={here === href ? 'page' : here.startsWith(`${href}/`) ? 'true' : undefined}>
        {label}
      </a>
    </li>
  ))
}
