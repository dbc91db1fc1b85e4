import { addDays, type Day } from '#kernel/day'
import { readGroups } from '#participation'
import { readMaterial, type Until } from './read-material.ts'
import { heardOf } from './rules/count-matrix.ts'
import type { Limited } from './rules/frozen-near.ts'

export type Count = Limited & { readonly name: string; readonly unit: 'persons' | 'notes' }

/** How many of each group had come by a day, or by the group's own, and how many of them have said something. */
export async function readCounts(processId: string, day: Day, until: Until = new Map()): Promise<Count[]> {
  const { groups, said, gone } = await readMaterial(processId, day, until)
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
