import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { mayTakeFile } from './access.ts'
import { keepFile, type Upload } from './keep-file.ts'

/** Takes in a file that is for the whole house. Refuses as `keepFile`. */
export async function takeFile(actor: Actor, upload: Upload, now: Moment) {
  return keepFile(actor, mayTakeFile(actor), upload, now)
}
