import type { Day } from './day.ts'
import type { Moment } from './moment.ts'

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/**
 * The instant when clocks in Sweden show a time on a day; `24:00` is the end of it. An hour that is shown twice in autumn is its first showing, or its
 * last when asked for; one that is skipped in spring is the instant of the skip. ISO 8601 in UTC, whatever zone the server stands in.
 *
 * @example
 * instantInSweden(day('2026-11-29'), '24:00') // => '2026-11-29T23:00:00.000Z'
 * instantInSweden(day('2026-10-25'), '02:30') // => '2026-10-25T00:30:00.000Z'
 * instantInSweden(day('2026-10-25'), '02:30', 'last') // => '2026-10-25T01:30:00.000Z'
 */
export function instantInSweden(on: Day, time: string, which: 'first' | 'last' = 'first'): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const shown = Date.parse(`${on}T00:00:00Z`) + (hours * 60 + minutes) * 60_000
  // Sweden is one or two hours ahead of UTC.
  const [early, late] = [shown - 2 * hour, shown - hour]
  const fits = [early, late].filter((instant) => asShown(instant) === shown)
  const instant = which === 'first' ? fits[0] : fits.at(-1)
  // Nothing shows it: the clock went from 02:00 to 03:00.
  return new Date(instant ?? skipOn(on)).toISOString()
}

/**
 * An instant as clocks in Sweden show it, with how far they are from UTC (ISO 8601), to the second.
 *
 * @example
 * asShownInSweden('2026-11-29T23:00:00.000Z') // => '2026-11-30T00:00:00+01:00'
 */
export function asShownInSweden(instant: string): string {
  const at = Date.parse(instant)
  const ahead = Math.round((asShown(at) - at) / hour)
  return `${clock.format(at).replace(' ', 'T')}+0${ahead}:00`
}

/** Whether it is between eight in the evening and eight in the morning in Sweden, when nobody is written to unasked. */
export function isNight({ at, day }: Moment): boolean {
  return at < instantInSweden(day, '08:00') || at >= instantInSweden(day, '20:00')
}

const hour = 60 * 60_000

function asShown(instant: number): number {
  return Date.parse(`${clock.format(instant).replace(' ', 'T')}Z`)
}

// Summer time begins at 01:00 UTC.
function skipOn(on: Day): number {
  return Date.parse(`${on}T01:00:00Z`)
}
