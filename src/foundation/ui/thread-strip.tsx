import type { Language } from './catalogue.tsx'
import { words } from './words.tsx'

export type StopName = 'voices' | 'theme' | 'phrase' | 'decision' | 'goal' | 'indicator' | 'result'

/** One stop on the thread. What is `broken` says in words what is missing; what is `expected` says when it comes. */
export type Stop = { readonly stop: StopName; readonly href?: string; readonly here?: boolean; readonly count?: string; readonly broken?: string; readonly expected?: string }

/** Den röda tråden: where this came from and where it led. An ordered list; the line is drawn by the style sheet. */
export function ThreadStrip({ stops, language }: { stops: readonly Stop[]; language: Language }) {
  const word = words(language)
  return (
    <nav aria-label={word.thread}>
      <ol className="thread">
        {stops.map(({ stop, href, here, count, broken, expected }) => (
          <li key={stop} className={broken ? 'broken' : expected ? 'expected' : undefined} aria-current={here ? 'step' : undefined}>
            {href && !here ? (
              <a className="stop" href={href}>
                {word[stop]}
              </a>
            ) : (
              <span className="stop">
                {word[stop]}
                {here && <span className="hidden"> ({word.youAreHere})</span>}
              </span>
            )}
            {(broken ?? expected ?? count) && <span className="count">{broken ?? expected ?? count}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
