import type { ReactNode } from 'react'
import { terms } from '../kernel/terms.ts'
import { BrandMark, DemoBanner, type Logo } from './page.tsx'
import { CourseState, type Standing } from './status.tsx'

/** One station in the line of the process: where it stands, and what is expected there of the one who is signed in. */
export type Station = {
  readonly href: string
  readonly title: string
  /** Rooms of the same station that have addresses of their own. */
  readonly holds?: readonly string[]
  readonly standing?: Standing
  readonly asks?: string
}

/** The frame of the workroom: who is here, and where in the process's line of stations one stands. */
export type WorkroomFrame = {
  readonly name: string
  readonly roles: readonly string[]
  readonly municipality: string
  readonly logo?: Logo
  readonly demo: boolean
  readonly path: string
  /** The line with state and what is asked of this person; without it, the line is drawn plain. */
  readonly stations?: readonly Station[]
}

type Wishes = {
  readonly frame: WorkroomFrame
  readonly title: ReactNode
  readonly lead?: ReactNode
  readonly children: ReactNode
  /** The thread of the thing at hand, to the right. */
  readonly aside?: ReactNode
}

// The stations in the order of the process; the rest of the rooms come after.
const plainStations: readonly Station[] = [
  { href: '/arbete/process', title: 'Processen' },
  { href: '/arbete/dialoger', title: 'Dialoger och svar' },
  { href: '/arbete/granska', title: 'Granska texter' },
  { href: '/arbete/kodning', title: 'Koda svar', holds: ['/arbete/kodbok', '/arbete/parkodning'] },
  { href: '/arbete/samsyn', title: 'Samsyn', holds: ['/arbete/fynd', '/arbete/omvarld', '/arbete/metod', '/arbete/asiktskarta'] },
  { href: '/arbete/vision', title: 'Visionsförslag' },
  { href: '/arbete/arenden', title: 'Ärenden och beslut' },
  { href: '/arbete/fokusomraden', title: terms.focusArea.Many },
  { href: '/arbete/matt', title: `${terms.indicator.Many} och nuläge` },
  { href: '/arbete/planer', title: `${terms.plan.Many} och ${terms.goal.many}` },
  { href: '/arbete/uppfoljning', title: terms.followUp.One },
]
const others: readonly Station[] = [
  { href: '/arbete/kom-igang', title: 'Kom i gång' },
  { href: '/arbete/oversattningar', title: 'Översättningar' },
  { href: '/arbete/personer', title: 'Personer och uppdrag' },
  { href: '/arbete/installningar', title: 'Inställningar' },
  { href: '/arbete/post', title: 'Brev' },
  { href: '/arbete/handelser', title: 'Händelser' },
  { href: '/arbete/mina-nycklar', title: 'Mina nycklar' },
  { href: '/arbete/lasning', title: 'Vem som läst svaren' },
  { href: '/arbete/tillganglighet', title: 'Tillgänglighet' },
  { href: '/arbete/delar', title: 'Så ser allt ut' },
]

/** A page for those who run the process: the stations, the work, and beside it the thread of the thing at hand. */
export function WorkroomPage({ frame, title, lead, children, aside }: Wishes) {
  return (
    <div className="workroom">
      <WorkroomHeader frame={frame} />
      <div className={aside ? 'room with-aside' : 'room'}>
        <nav className="rail" aria-label="Stationer" id="stationer">
          <ol>
            <Stations stations={frame.stations ?? plainStations} here={frame.path} />
          </ol>
          <ul>
            <Stations stations={others} here={frame.path} />
          </ul>
        </nav>
        <main id="innehall" tabIndex={-1}>
          <h1>{title}</h1>
          {lead && <p className="lead">{lead}</p>}
          {children}
        </main>
        {aside && (
          <aside className="beside" aria-label="Den röda tråden">
            {aside}
          </aside>
        )}
      </div>
    </div>
  )
}

function WorkroomHeader({ frame }: { frame: WorkroomFrame }) {
  return (
    <header>
      <a className="skip" href="#innehall">
        Hoppa till innehållet
      </a>
      <div className="bar">
        <div className="bar-inner">
          <a className="brand" href="/arbete">
            <BrandMark logo={frame.logo} />
            {frame.municipality}
          </a>
          <a className="button quiet small to-stations" href="#stationer">
            Stationer
          </a>
          <a className="to-public" href="/">
            Öppna sidorna
          </a>
          <span className="who">
            {frame.name}
            <span className="soft small">{frame.roles.join(', ').toLowerCase()}</span>
          </span>
          <form method="post" action="/logga-ut" className="inline">
            <button type="submit" className="quiet small">
              Logga ut
            </button>
          </form>
        </div>
      </div>
      {frame.demo && <DemoBanner language="sv" />}
    </header>
  )
}

function Stations({ stations, here }: { stations: readonly Station[]; here: string }) {
  return stations.map(({ href, title, holds = [], standing, asks }) => (
    <li key={href} className={standing}>
      <a href={href} aria-current={here === href ? 'page' : [href, ...holds].some((room) => here === room || here.startsWith(`${room}/`)) ? 'true' : undefined}>
        <span>{title}</span>
        {standing && <CourseState standing={standing} />}
        {asks && <span className="asks">{asks}</span>}
      </a>
    </li>
  ))
}
