import { granted } from '#kernel/result'
import { command } from '#trail'
import { mayWriteTranslation } from './access.ts'
import { translationForm } from './schema.ts'
import * as store from './store.server.ts'

/** Puts in what a text is in another language, and whether a person or a machine made it. What was there before is kept, and no longer holds. */
export const writeTranslation = command(mayWriteTranslation, translationForm, async ({ input, actor, now, record }) => {
  const id = await store.putText({ ...input, writtenBy: actor.person, writtenAt: now.at })
  await record('translation-written', { kind: 'translation', id })
  return granted({ id })
})
