import type { ReactNode } from 'react'

/** A voice in its own words, isolated so that its writing direction stays its own. `from` says which group it comes from. */
export function Quote({ text, from, lang }: { text: string; from?: ReactNode; lang?: string }) {
  return (
    <blockquote>
      <p lang={lang}>
        <bdi>{text}</bdi>
      </p>
      {from && <footer>{from}</footer>}
    </blockquote>
  )
}

/** Voices one after the other. */
export function Quotes({ children }: { children: ReactNode }) {
  return <div className="quotes">{children}</div>
}
