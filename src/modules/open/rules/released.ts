import type { Day } from '#kernel/day'

export type Released = { readonly released: true; readonly at: string } | { readonly released: false; readonly expectedOn: Day | undefined; readonly overdue: boolean }

/**
 * Whether an instant lies at or before another, whichever way each is written (ISO 8601, or as PostgreSQL writes it).
 *
 * @example
 * isBefore('2021-06-14 10:00:00+00', '2021-06-14T10:00:00.000Z') // => true
 */
export function isBefore(at: string, limit: string): boolean {
  return sortableOf(at) <= sortableOf(limit)
}

/** Of two releases the one that shows most: the later of those that are, else the one expected first. */
export function laterOf(one: Released, other: Released): Released {
  if (one.released && other.released) return isBefore(one.at, other.at) ? other : one
  if (one.released) return one
  if (other.released) return other
  if (!one.expectedOn || !other.expectedOn) return one.expectedOn ? one : other
  return one.expectedOn <= other.expectedOn ? one : other
}

// Both ways of writing an instant have the same parts; the zone is always UTC here.
function sortableOf(text: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,6}))?(?:Z|\+00(?::?00)?)$/.exec(text)
  if (!parts) throw new Error(`Not an instant in UTC: ${text}`)
  const [, year, month, day, hour, minute, second, fraction = ''] = parts
  return `${year}${month}${day}${hour}${minute}${second}${fraction.padEnd(3, '0').slice(0, 3)}`
}
