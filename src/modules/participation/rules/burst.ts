import { fewestShown } from './threshold.ts'

/** A burst is so many: then no time says anything of one of them. */
export const fewestInBurst = Math.max(10, fewestShown.children)

/**
 * The ten minutes of the clock that an instant lies in, by their beginning. In every zone that is whole tens of minutes from UTC they are the same.
 *
 * @example
 * slotOf('2026-05-04T08:17:03.120Z') // => '2026-05-04T08:10:00.000Z'
 */
export function slotOf(at: string): string {
  return `${at.slice(0, 'YYYY-MM-DDTHH:M'.length)}0:00.000Z`
}

/** Whether the ten minutes that began then are over. */
export function isOver(beganAt: string, at: string): boolean {
  return slotOf(at) > beganAt
}
