import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { mayTakePicture } from './access.ts'
import { keepFile, type Upload } from './keep-file.ts'

/** Takes in a picture that people are to choose by: whoever has its address sees it, without signing in. Refuses as `keepFile`. */
export async function takePicture(actor: Actor, upload: Omit<Upload, 'purpose'>, now: Moment) {
  return keepFile(actor, mayTakePicture(actor), { ...upload, purpose: 'picture' }, now)
}
