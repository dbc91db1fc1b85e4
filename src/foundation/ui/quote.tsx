import type { ReactNode } from 'react'

type Voice = {
  readonly text: string
  readonly from?: ReactNode
  readonly lang?: string
  /** The same in Swedish, and who has said so. */
  readonly translation?: { readonly text: string; readonly by: string } | undefined
}

/** A voice in its own words, isolated so that its writing direction stays its own. `from` says which group it comes from. */
export function Quote({ text, from, lang, translation }: Voice) {
  return (
    <blockquote>
      <p lang={lang}>
        <bdi>{text}</bdi>
      </p>
      {translation && (
        <>
          <p lang="sv">{translation.text}</p>
          <div className="soft small">{translation.by}</div>
        </>
      )}
      {from && <footer>{from}</footer>}
    </blockquote>
  )
}

/** Voices one after the other. */
export function Quotes({ children }: { children: ReactNode }) {
  return <div className="quotes">{children}</div>
}
