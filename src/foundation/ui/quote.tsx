import type { ReactNode } from 'react'

/** A voice in its own words, isolated so that its writing direction stays its own. */
export function Quote({ text, from }: { text: string; from?: ReactNode }) {
  return (
    <blockquote>
      <p>
        <bdi>{text}</bdi>
      </p>
      {from && <footer>{from}</footer>}
    </blockquote>
  )
}

/** A stale edit: what stands now and what was written, side by side, so that nothing is lost. */
export function TwoTexts({ now, yours }: { now: string; yours: string }) {
  return (
    <div className="two">
      <div className="panel">
        <h2>Så står det nu</h2>
        <p>{now}</p>
      </div>
      <div className="panel">
        <h2>Det här skrev du</h2>
        <p>{yours}</p>
      </div>
    </div>
  )
}
