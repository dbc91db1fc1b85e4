import { surroundings } from '#http/surroundings'
import { granted, refused } from '#kernel/result'
import { readMunicipality } from '#people'
import { command } from '#trail'
import { mayMakeCodes } from './access.ts'
import { resendForm } from './mailed-code-schema.ts'
import { readSurveyById } from './read-survey.ts'
import { hashAddress } from './seal-address.ts'
import { writeToHolders } from './send-code-letters.ts'
import * as store from './store.server.ts'

/**
 * Sends the letter with a code again, to an address that has said that it did not come: if its code is unused, and no letter went there today. It says nothing of
 * whether one goes, for that would tell who has answered; the trail has the same line either way. Refuses `not-open-now`.
 */
export const resendCode = command(mayMakeCodes, resendForm, async ({ input, now, record }) => {
  const dialogue = await readSurveyById(input.dialogueId, now)
  if (!dialogue) return refused({ refused: 'not-found' })
  if (dialogue.state !== 'open') return refused({ refused: 'not-open-now' })
  const held = await store.holdHolder(hashAddress(dialogue.id, input.email, 'holder'), now.day)
  if (held && held.holder.letters > 0 && held.holder.lastMailedOn !== now.day) {
    const from = (await readMunicipality())?.name ?? ''
    await writeToHolders(dialogue, [held], { site: surroundings().address, from, now }, 'again')
  }
  await record('code-resent', { kind: 'dialogue', id: dialogue.id })
  return granted(null)
})
