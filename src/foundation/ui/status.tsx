import type { ReactNode } from 'react'
import type { Language } from './catalogue.tsx'
import { words } from './words.tsx'

export type Verdict = 'met' | 'partly' | 'not-met' | 'cannot-be-judged'

const symbols: Record<Verdict, string> = { met: '●', partly: '◐', 'not-met': '○', 'cannot-be-judged': '◌' }

/**
 * A verdict: always symbol and word. The symbol is drawn, so that it looks the same with every font; copied as text it is a character.
 *
 * @example
 * <Status verdict="partly" /> // ◐ Delvis uppfyllt
 */
export function Status({ verdict, language = 'sv' }: { verdict: Verdict; language?: Language }) {
  return (
    <span className={`status ${verdict}`}>
      <span className="hidden" aria-hidden="true">
        {`${symbols[verdict]} `}
      </span>
      <Sign fill={verdict} />
      {words(language)[verdict]}
    </span>
  )
}

/** Where a thing stands on its course. The module has the word; the symbol is one of five. */
export type Standing = 'planned' | 'going' | 'late' | 'done' | 'left-out'

/** A state on a course: symbol and word. Without words of its own it says the common ones. */
export function CourseState({ standing, children, language = 'sv' }: { standing: Standing; children?: ReactNode; language?: Language }) {
  return (
    <span className={`status ${standing}`}>
      <Sign fill={standing} />
      {children ?? words(language)[standing]}
    </span>
  )
}

function Sign({ fill }: { fill: Verdict | Standing }) {
  return (
    <svg className="symbol" viewBox="0 0 16 16" aria-hidden="true">
      <circle className={fill === 'cannot-be-judged' || fill === 'planned' ? 'ring dots' : fill === 'met' || fill === 'done' ? 'ring full' : 'ring'} cx="8" cy="8" r="6.5" />
      {(fill === 'partly' || fill === 'going') && <path className="full" d="M8 1.5a6.5 6.5 0 0 0 0 13z" />}
      {fill === 'done' && <path className="sign" d="m5 8.3 2.2 2.2L11.2 6" />}
      {fill === 'late' && <path className="stroke" d="M8 4.5V8l2.5 2" />}
      {fill === 'left-out' && <path className="stroke" d="m3.6 12.4 8.8-8.8" />}
    </svg>
  )
}
