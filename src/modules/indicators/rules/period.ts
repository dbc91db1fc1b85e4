/**
 * Whether a text names a period: a year, a third of a year, a quarter or a month.
 *
 * @example
 * isPeriod('2026-T2') // => true
 * isPeriod('2026-13') // => false
 */
export function isPeriod(text: string): boolean {
  return /^(19|20)\d{2}(-(T[1-3]|Q[1-4]|0[1-9]|1[0-2]))?$/.test(text)
}
