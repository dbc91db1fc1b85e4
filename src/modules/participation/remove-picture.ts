import { erasePicture, readPictures } from '#files'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayRemovePicture } from './access.ts'
import { pictureRemovalForm } from './schema.ts'
import * as store from './store.server.ts'

/**
 * Erases a picture that people were to choose by. Refuses `picture-in-use` when it stands in a questionnaire that has been opened: what was answered must be
 * possible to see. A draft that has it can't be opened until it has another.
 */
export const removePicture = command(mayRemovePicture, pictureRemovalForm, async ({ input, actor, now, record }) => {
  const picture = (await readPictures()).find(({ id }) => id === input.pictureId)
  if (!picture) return refused({ refused: 'not-found' })
  const usesOf = async () => (await store.listPictureUses()).filter(({ pictures }) => pictures.includes(picture.address))
  // Whoever opens a draft that has it waits, and finds then that it is gone.
  for (const id of new Set((await usesOf()).map(({ dialogueId }) => dialogueId))) await store.lockDialogue(id)
  if ((await usesOf()).some(({ isOpened }) => isOpened)) return refused({ refused: 'picture-in-use' })
  for (const id of await erasePicture(picture.id, { why: input.why, by: actor.person, at: now.at })) await record('file-removed', { kind: 'file', id }, input.why)
  return granted(null)
})
