import { type Day, day } from '../kernel/day.ts'
import type { Moment } from '../kernel/moment.ts'

const inSweden = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The moment an instant is in Sweden, whatever zone the server stands in. */
export function momentOf(instant: Date): Moment {
  return { at: instant.toISOString(), day: dayInSweden(instant) }
}

/** The moment of noon on a day, for stories told afterwards (seeds, imports). */
export function noonOf(on: Day): Moment {
  return { at: `${on}T11:00:00.000Z`, day: on }
}

/** The present. The only place in the house that reads the clock; `SAMSYN_NOW` sets it in tests. */
export function presentMoment(): Moment {
  return momentOf(process.env.SAMSYN_NOW ? new Date(process.env.SAMSYN_NOW) : new Date())
}

function dayInSweden(instant: Date): Day {
  return day(inSweden.format(instant))
}
