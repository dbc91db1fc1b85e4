import { listEvents } from '#trail'
import * as store from './readings-store.server.ts'

export type ReadingsWish = { readonly page: number; readonly person?: string; readonly dialogue?: string }

const perPage = 50

/** Who has read answers in their own words, the latest first, and the persons and dialogues there are to choose from; and why masked words were read, the last fifty; five statements. */
export async function readReadings({ page, ...filter }: ReadingsWish) {
  const [all, readers, dialogues] = [await store.countReadings(filter), await store.listReaders(), await store.listReadDialogues()]
  const pages = Math.max(1, Math.ceil(all / perPage))
  const at = Math.min(Math.max(1, Math.trunc(page) || 1), pages)
  return {
    rows: await store.listReadingRows(filter, perPage, (at - 1) * perPage),
    page: at,
    pages,
    readers,
    dialogues,
    originals: await listEvents({ act: 'original-read', limit: perPage }),
  }
}
