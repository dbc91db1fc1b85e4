import { addDays, type Day } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { readGroups } from '#participation'
import { readEarlierFigures } from './read-earlier-figures.ts'
import { readMaterial, type Until } from './read-material.ts'
import { heardOf } from './rules/count-matrix.ts'
import { type EarlierMatrix, groupsTooNear, type Limited, lastCounted } from './rules/frozen-near.ts'

export type Holding = {
  /** The groups whose late answers wait, and the day up to which each is counted. */
  readonly held: readonly (Pick<Count, 'name' | 'unit'> & { readonly until: Day })[]
  readonly until: Until
  /** The groups that can't be held either: the late ones came on the very day that was counted. */
  readonly near: readonly Count[]
  readonly counts: readonly Count[]
  readonly earlier: readonly EarlierMatrix[]
}
type Count = Limited & { readonly name: string; readonly unit: 'persons' | 'notes' }

/**
 * How each group has to be counted, so that nobody can be told from what has been frozen earlier: all that have come, or only those who had come when it was
 * last counted.
 */
export async function readHolding(processId: string, now: Moment): Promise<Holding> {
  const earlier = await readEarlierFigures(processId)
  const whole = await readCounts(processId, now, new Map())
  const late = groupsTooNear(whole, earlier)
  if (late.length === 0) return { held: [], until: new Map(), near: [], counts: whole, earlier }
  const days = late.flatMap(({ key }) => {
    const last = lastCounted(key, earlier)
    return last ? [[key, last] as const] : []
  })
  const counts = await readCounts(processId, now, new Map(days))
  const near = groupsTooNear(counts, earlier)
  const held = counts.flatMap(({ key, name, unit, until }) => (until && near.every((each) => each.key !== key) ? [{ key, name, unit, until }] : []))
  return { held, until: new Map(held.map(({ key, until }) => [key, until])), near, counts, earlier }
}

async function readCounts(processId: string, now: Moment, until: Until): Promise<Count[]> {
  const { groups, said, gone } = await readMaterial(processId, now.day, until)
  const [place, workplace] = (['place', 'workplace'] as const).map((axis) => heardOf(said.filter((each) => each.axis === axis)))
  const counts: Count[] = []
  for (const { id, key, name, unit, threshold, persons } of groups) {
    const last = until.get(key)
    const before = last && (await readGroups(processId, addDays(last, -1))).find((group) => group.id === id)
    counts.push({
      ...{ key, name, unit, threshold, persons, gone: gone.get(id) ?? 0 },
      heard: { place: place?.get(id) ?? 0, workplace: workplace?.get(id) ?? 0 },
      ...(last && { until: last, thatDay: persons - (before?.persons ?? 0) }),
    })
  }
  return counts
}
