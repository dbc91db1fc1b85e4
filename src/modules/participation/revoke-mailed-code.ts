import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayMakeCodes } from './access.ts'
import { endHolders } from './end-holders.ts'
import { holderRevocationForm } from './mailed-code-schema.ts'
import { readSurveyById } from './read-survey.ts'
import { hashAddress } from './seal-address.ts'
import * as store from './store.server.ts'

/** Ends the code that was mailed to an address, and takes the address away. It says nothing of whether it was there or its code used: an answer that it gave stands. */
export const revokeMailedCode = command(mayMakeCodes, holderRevocationForm, async ({ input, actor, now, record }) => {
  const { email, reason } = input
  const dialogue = await readSurveyById(input.dialogueId, now)
  if (!dialogue) return refused({ refused: 'not-found' })
  const [codeHash] = await endHolders({ addressHash: hashAddress(dialogue.id, email, 'holder') })
  if (codeHash) await store.putCodeRevocation({ codeHash, reason, revokedBy: actor.person, revokedAt: now.at })
  await record('code-revoked', { kind: 'dialogue', id: dialogue.id }, reason)
  return granted(null)
})
