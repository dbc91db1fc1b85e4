import type { Day } from '#kernel/day'
import * as store from './store.server.ts'

export type GroupReading = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly unit: 'persons' | 'notes'
  readonly size: number | null
  readonly census: boolean
  readonly threshold: number
  readonly responses: number
  readonly persons: number
}

/** Who was asked in a process, and how many have answered, or had on a day; two statements. */
export async function readGroups(processId: string, until?: Day): Promise<GroupReading[]> {
  const groups = await store.listGroupRows(processId)
  const counts = await store.countByGroup(
    groups.map(({ id }) => id),
    until,
  )
  return groups.map((group) => {
    const counted = counts.find(({ groupId }) => groupId === group.id)
    return { ...group, responses: counted?.responses ?? 0, persons: counted?.persons ?? 0 }
  })
}
