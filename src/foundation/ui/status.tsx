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

// Drawn with attributes, not by the style sheet: half must not look like whole where styles are lost.
function Sign({ fill }: { fill: Verdict | Standing }) {
  const isFull = fill === 'met' || fill === 'done'
  const isDotted = fill === 'cannot-be-judged' || fill === 'planned'
  return (
    <svg className="symbol" width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" aria-hidden="true">
      <circle cx="8" cy="8" r="6.5" fill={isFull ? 'currentColor' : 'none'} strokeDasharray={isDotted ? '0.1 4' : undefined} />
      {(fill === 'partly' || fill === 'going') && <path d="M8 1.5a6.5 6.5 0 0 0 0 13z" fill="currentColor" />}
      {fill === 'done' && <path className="sign" d="m5 8.3 2.2 2.2L11.2 6" />}
      {fill === 'late' && <path d="M8 4.5V8l2.5 2" />}
      {fill === 'left-out' && <path d="m3.6 12.4 8.8-8.8" />}
    </svg>
  )
}
