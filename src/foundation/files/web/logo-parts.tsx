import { formatInstant } from '#ui/format'
import { BrandMark, type Logo } from '#ui/page'

/** A logo as it stands beside the name. */
export function LogoPreview({ logo, municipality }: { logo: Logo; municipality: string }) {
  return (
    <p className="brand">
      <BrandMark logo={logo} />
      {municipality}
    </p>
  )
}

type Change = { readonly id: number; readonly alt: string | null; readonly why: string | null; readonly setAt: string; readonly setBy: string }

/** Every change of the logo, the latest first. */
export function LogoHistory({ history }: { history: readonly Change[] }) {
  if (history.length === 0) return null
  return (
    <section>
      <h2>Ändringar</h2>
      <ul className="rows">
        {history.map((each) => (
          <li key={each.id}>
            {each.why === null ? `Ny logotyp: ${each.alt}` : `Borttagen: ${each.why}`}{' '}
            <span className="soft">
              {each.setBy}, {formatInstant(each.setAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
