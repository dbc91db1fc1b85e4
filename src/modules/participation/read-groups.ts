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

/** Who was asked in a process, and how many answered; two statements. */
export async function readGroups(processId: string): Promise<GroupReading[]> {
  const groups = await store.listGroupRows(processId)
  const counts = await store.countByGroup(groups.map(({ id }) => id))
  return groups.map((group) => {
    const counted = counts.find(({ groupId }) => groupId === group.id)
    return { ...group, responses: counted?.responses ?? 0, persons: counted?.persons ?? 0 }
  })
}
