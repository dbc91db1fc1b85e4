import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayMakeCodes } from './access.ts'
import { codeRevocationForm } from './code-schema.ts'
import { endHolders } from './end-holders.ts'
import { hashCode } from './one-time-code.ts'
import { readReceiptCode } from './rules/receipt-code.ts'
import * as store from './store.server.ts'

/** Ends a code that has gone astray, with a reason. It says nothing of whether the code has been used: an answer that it gave stands. If it was mailed, the address goes. Refuses `no-such-code`. */
export const revokeCode = command(mayMakeCodes, codeRevocationForm, async ({ input, actor, now, record }) => {
  const code = readReceiptCode(input.code)
  const codeHash = code && hashCode(code)
  if (!codeHash || !(await store.findCode(codeHash, input.dialogueId))) return refused({ refused: 'no-such-code' })
  await endHolders({ codeHash })
  const isNew = await store.putCodeRevocation({ codeHash, reason: input.reason, revokedBy: actor.person, revokedAt: now.at })
  if (isNew) await record('code-revoked', { kind: 'dialogue', id: input.dialogueId }, input.reason)
  return granted(null)
})
