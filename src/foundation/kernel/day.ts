/** A calendar day, `2021-06-14`. Minted by `day` only. */
export type Day = string & { readonly day: unique symbol }

/**
 * Reads a day. Throws on anything but a real day in the form YYYY-MM-DD: input from outside is checked by `isDay` first.
 *
 * @example
 * day('2021-06-14') // => '2021-06-14'
 */
export function day(text: string): Day {
  if (!isDay(text)) throw new Error(`Not a day: ${text}`)
  return text
}

export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string') return false
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return false
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return year >= 1900 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)
}

/**
 * The day that lies so many days after (or, negative, before).
 *
 * @example
 * addDays(day('2020-02-28'), 2) // => '2020-03-01'
 */
export function addDays(from: Day, days: number): Day {
  return dayOfNumber(numberOfDay(from) + days)
}

/** @example daysBetween(day('2020-02-28'), day('2020-03-01')) // => 2 */
export function daysBetween(from: Day, to: Day): number {
  return numberOfDay(to) - numberOfDay(from)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

// Days since 1970-01-01 in the proleptic Gregorian calendar (H. Hinnant, "chrono-compatible low-level date algorithms").
function numberOfDay(of: Day): number {
  const [y = 0, m = 1, d = 1] = of.split('-').map(Number)
  const year = m <= 2 ? y - 1 : y
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

function dayOfNumber(number: number): Day {
  const shifted = number + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9)
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  return day(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
}
