import * as store from './store.server.ts'

export type ActivityStatusReading = {
  readonly activityId: string
  readonly roundId: string
  readonly roundName: string
  readonly status: 'not-started' | 'going' | 'done' | 'late' | 'dropped'
  readonly comment: string | null
}

/** How activities stood in each round, the latest revision of each; one statement. */
export async function readActivityStatuses(activityIds: readonly string[]): Promise<ActivityStatusReading[]> {
  const held = new Map<string, ActivityStatusReading>()
  for (const { status, roundName } of await store.listStatusRows(activityIds))
    held.set(`${status.roundId} ${status.activityId}`, { activityId: status.activityId, roundId: status.roundId, roundName, status: status.status, comment: status.comment })
  return [...held.values()]
}
