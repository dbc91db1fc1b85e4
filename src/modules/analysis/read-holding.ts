import type { Day } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { type Count, readCounts } from './read-counts.ts'
import { readEarlierFigures } from './read-earlier-figures.ts'
import type { Until } from './read-voices-until.ts'
import { type EarlierFigures, groupsTooNear, lastCounted } from './rules/frozen-near.ts'

export type Holding = {
  /** The groups whose late answers wait, and the day up to which each is counted. */
  readonly held: readonly (Pick<Count, 'name' | 'unit'> & { readonly until: Day })[]
  readonly until: Until
  /** The groups that can't be held either: the late ones came on the very day that was counted. */
  readonly near: readonly Count[]
  readonly counts: readonly Count[]
  readonly earlier: readonly EarlierFigures[]
}

/**
 * How each group has to be counted, so that nobody can be told from what has been frozen or published earlier: all that have come, or only those who had come when it was
 * last counted.
 */
export async function readHolding(processId: string, now: Moment): Promise<Holding> {
  const earlier = await readEarlierFigures(processId)
  const whole = await readCounts(processId, now.day)
  const late = groupsTooNear(whole, earlier)
  if (late.length === 0) return { held: [], until: new Map(), near: [], counts: whole, earlier }
  const days = late.flatMap(({ key }) => {
    const last = lastCounted(key, earlier)
    return last ? [[key, last] as const] : []
  })
  const counts = await readCounts(processId, now.day, new Map(days))
  const near = groupsTooNear(counts, earlier)
  const held = counts.flatMap(({ key, name, unit, until }) => (until && near.every((each) => each.key !== key) ? [{ key, name, unit, until }] : []))
  return { held, until: new Map(held.map(({ key, until }) => [key, until])), near, counts, earlier }
}
