import { shareReads } from '#db/share-reads.server'
import type { Day } from '#kernel/day'
import * as store from './settings-store.server.ts'

/** The municipality's places on a day, in its order, each with the area it lies in. */
export async function readPlaces(on: Day): Promise<{ readonly id: string; readonly name: string; readonly parentId: string | null }[]> {
  return (await store.listPlaces(on)).map(({ id, name, parentId }) => ({ id, name, parentId }))
}

/** All places that there ever were, with who added each and when. Those who ask at the same moment share one reading. */
export async function readPlaceHistory() {
  return listShared('')
}
const listShared = shareReads(() => store.listPlaces())
