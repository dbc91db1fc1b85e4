import { type PictureReading, readPictures } from '#files'
import * as store from './store.server.ts'

export type PictureUse = { readonly slug: string; readonly title: string; readonly key: string; readonly wording: string; readonly isOpened: boolean }
export type QuestionPicture = PictureReading & { readonly uses: readonly PictureUse[] }

/** The pictures that people choose by, the latest first, each with the questions it stands in. Two statements. */
export async function readQuestionPictures(): Promise<QuestionPicture[]> {
  const [pictures, uses] = [await readPictures(), await store.listPictureUses()]
  return pictures.map((picture) => ({
    ...picture,
    uses: uses.filter((use) => use.pictures.includes(picture.address)).map(({ slug, title, key, wording, isOpened }) => ({ slug, title, key, wording, isOpened })),
  }))
}
