import { addDays, type Day } from '#kernel/day'

// What spreadsheets call days and times without being told: 14 to 22, and 45 to 47.
const isNumberedSo = (format: number) => (format >= 14 && format <= 22) || (format >= 45 && format <= 47)

/** Whether cells of a format are days or times: by its number, or by the letters outside what it quotes. */
export function isDayFormat(format: number, written: string | undefined): boolean {
  if (written === undefined) return isNumberedSo(format)
  const letters = written.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|\.0+/g, '')
  return /[dmyhså]/i.test(letters) && !/[0#]/.test(letters)
}

const secondsADay = 24 * 60 * 60
// The last day that can be written with four digits for its year.
const lastSerial = 2_958_465

/**
 * The day that a spreadsheet counts so, with its time where there is one.
 *
 * @example
 * dayOfSerial(46349, false) // => '2026-11-23'
 * dayOfSerial(46349.5, false) // => '2026-11-23 12:00:00'
 */
export function dayOfSerial(serial: number, since1904: boolean): string {
  if (serial < 0 || serial > lastSerial) return String(serial)
  const seconds = Math.round(serial * secondsADay)
  const days = Math.floor(seconds / secondsADay)
  // Days before March 1900 are counted as if that year had leapt.
  const first = (since1904 ? '1904-01-01' : days < 60 ? '1899-12-31' : '1899-12-30') as Day
  const left = seconds - days * secondsADay
  const time = [left / 3600, (left / 60) % 60, left % 60].map((each) => String(Math.floor(each)).padStart(2, '0')).join(':')
  return [...(days > 0 || left === 0 ? [addDays(first, days)] : []), ...(left > 0 ? [time] : [])].join(' ')
}
