import { addDays, type Day } from '#kernel/day'
import { readGroups, readHeard } from '#participation'
import type { Until } from './read-voices-until.ts'
import type { Limited } from './rules/frozen-near.ts'

export type Count = Limited & { readonly name: string; readonly unit: 'persons' | 'notes' }

/**
 * How many of each group had come by a day, or by the group's own, and how many of them have said something: as many as the matrix counts, without reading
 * what they said. Three statements, and two more for each own day.
 */
export async function readCounts(processId: string, day: Day, until: Until = new Map()): Promise<Count[]> {
  const [groups, { heard, gone }] = [await readGroups(processId, day), await readHeard(processId)]
  const days = [...new Set([...until.values()].flatMap((last) => [last, addDays(last, -1)]))]
  const then = new Map<Day, typeof groups>()
  for (const each of days) then.set(each, await readGroups(processId, each))
  return groups.map(({ id, key, name, unit, threshold, persons }) => {
    const last = until.get(key)
    const personsBy = (each: Day) => then.get(each)?.find((group) => group.id === id)?.persons ?? 0
    const heardOf = (axis: 'place' | 'workplace') =>
      heard.reduce((sum, each) => (each.groupId === id && each.axis === axis && each.receivedOn <= (last ?? day) ? sum + each.persons : sum), 0)
    return {
      ...{ key, name, unit, threshold, persons: last ? personsBy(last) : persons, gone: gone.get(id) ?? 0, heard: { place: heardOf('place'), workplace: heardOf('workplace') } },
      ...(last && { until: last, thatDay: personsBy(last) - personsBy(addDays(last, -1)) }),
    }
  })
}
