import type { Day } from '#kernel/day'
import * as store from './data-set-store.server.ts'

export type HeardReading = {
  /** Persons whose answers of a day say something of the place, or of the workplace. */
  readonly heard: readonly { readonly groupId: string; readonly axis: 'place' | 'workplace'; readonly receivedOn: Day; readonly persons: number }[]
  /** Persons whose answers have gone, by the id of their group. */
  readonly gone: ReadonlyMap<string, number>
}

/** How many of each group have been heard, day by day, and how many's answers have gone, without a word of what they said; two statements. */
export async function readHeard(processId: string): Promise<HeardReading> {
  const [heard, gone] = [await store.countHeard(processId), await store.countGone(processId)]
  return { heard, gone: new Map(gone.map(({ groupId, persons }) => [groupId, persons])) }
}
