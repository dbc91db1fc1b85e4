import * as store from './store.server.ts'

/**
 * Erases a picture that people choose by, each time that it was sent, within the transaction of whoever may: nothing is asked here of who that is, or of where
 * it stands. Answers with the files that were erased.
 */
export async function erasePicture(id: string, gone: { readonly why: string; readonly by: string; readonly at: string }): Promise<string[]> {
  const pictures = await store.listPictures()
  const picture = pictures.find((each) => each.id === id)
  const same = pictures.filter(({ sha256 }) => sha256 === picture?.sha256)
  for (const file of same) await store.eraseFile({ id: file.id, ...gone })
  return same.map((file) => file.id)
}
