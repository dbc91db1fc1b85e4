import { type Day, day } from '../kernel/day.ts'
import type { Moment } from '../kernel/moment.ts'

const inSweden = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The moment an instant is in Sweden, whatever zone the server stands in. */
export function momentOf(instant: Date): Moment {
  return { at: instant.toISOString(), day: dayInSweden(instant) }
}

/** The day in Sweden of an instant that was stored: in UTC what is done after midnight belongs to the day before. */
export function dayOf(instant: string): Day {
  return dayInSweden(new Date(instant))
}

/** The moment of noon on a day, for stories told afterwards (seeds, imports). */
export function noonOf(on: Day): Moment {
  return { at: `${on}T11:00:00.000Z`, day: on }
}

/** The present. The only place in the house that reads the clock; `SAMSYN_NOW` sets it in tests. */
export function presentMoment(): Moment {
  return momentOf(process.env.SAMSYN_NOW ? new Date(process.env.SAMSYN_NOW) : new Date())
}

// A day begins on a whole minute, and many ask within one.
let last: { readonly minute: number; readonly day: Day } | undefined

function dayInSweden(instant: Date): Day {
  const minute = Math.floor(instant.getTime() / 60_000)
  if (last?.minute !== minute) last = { minute, day: day(inSweden.format(instant)) }
  return last.day
}
