import type { Language } from './catalogue.tsx'
import { words } from './words.tsx'

export type Verdict = 'met' | 'partly' | 'not-met' | 'cannot-be-judged'

const symbols: Record<Verdict, string> = { met: '●', partly: '◐', 'not-met': '○', 'cannot-be-judged': '◌' }

/** A verdict: always symbol and word. */
export function Status({ verdict, language = 'sv' }: { verdict: Verdict; language?: Language }) {
  return (
    <span className="status">
      <span aria-hidden="true">{symbols[verdict]}</span>
      {words(language)[verdict]}
    </span>
  )
}
