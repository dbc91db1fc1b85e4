import type { Language } from './catalogue.tsx'
import { words } from './words.tsx'

const noBreak = '\u00a0'

export const stopNames = ['voices', 'theme', 'phrase', 'decision', 'goal', 'indicator', 'result'] as const
export type StopName = (typeof stopNames)[number]

/** One stop on the thread. What is `broken` says in words what is missing; what is `expected` says when it comes; `lang` is the language of the count where it isn’t the reader’s. */
export type Stop = {
  readonly stop: StopName
  readonly href?: string
  readonly here?: boolean
  readonly count?: string
  readonly lang?: 'sv'
  readonly broken?: string
  readonly expected?: string
}

type Wishes = {
  readonly stops: readonly Stop[]
  /** Where the reader stands, unless a stop says it itself. */
  readonly here?: StopName
  readonly language: Language
  /** What to call it, when a page has more than one. */
  readonly label?: string
}

/**
 * Den röda tråden: where this came from and where it led. An ordered list; the line is drawn by the style sheet.
 * All seven stops are always there: one that nobody speaks of is a broken line with words.
 */
export function ThreadStrip({ stops, here, language, label }: Wishes) {
  const word = words(language)
  const present = here ?? stops.find((stop) => stop.here)?.stop
  const whole = stopNames.map((name): Stop => stops.find(({ stop }) => stop === name) ?? { stop: name, broken: word.nothingHere })
  return (
    <nav aria-label={label ?? word.thread} className="thread-strip">
      <ol className="thread">
        {whole.map((stop, index) => (
          <StopItem key={stop.stop} stop={stop} here={stop.stop === present} nextIs={looseness(whole[index + 1])} language={language} />
        ))}
      </ol>
    </nav>
  )
}

function StopItem({ stop: whole, here, nextIs, language }: { stop: Stop; here: boolean; nextIs: string | undefined; language: Language }) {
  const word = words(language)
  const { stop, href, count, lang, broken, expected } = whole
  const said = broken ?? expected ?? count
  return (
    <li className={[looseness(whole), nextIs && `before-${nextIs}`, here && 'here'].filter(Boolean).join(' ') || undefined}>
      {href && !here ? (
        <a className="stop" href={href}>
          {word[stop]}
        </a>
      ) : (
        <span className="stop" aria-current={here ? 'step' : undefined}>
          {word[stop]}
          {here && <span className="hidden"> ({word.youAreHere})</span>}
        </span>
      )}
      {said && ' '}
      {said && (
        <span className="count" lang={lang}>
          {together(said)}
        </span>
      )}
    </li>
  )
}

// What belongs together stays on one line: *312 röster*, *§ 47*, *14 juni 2021*.
function together(said: string): string {
  return said
    .split(' · ')
    .map((part) =>
      part.length <= 14 ? part.replaceAll(' ', noBreak) : part.replaceAll(/§ (?=\d)|(?<=\d) (?=\p{L}+ \d{4})|(?<=\d \p{L}+) (?=\d{4})/gu, (space) => space.replace(' ', noBreak)),
    )
    .join(`${noBreak}· `)
}

function looseness(stop: Stop | undefined): 'broken' | 'expected' | undefined {
  return stop?.broken ? 'broken' : stop?.expected ? 'expected' : undefined
}
