import { createHmac } from 'node:crypto'
import { installationSecret } from '#http/secret'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayMakeCodes } from './access.ts'
import { codeBatchForm } from './code-schema.ts'
import { hashCode } from './one-time-code.ts'
import { readSurveyById } from './read-survey.ts'
import { receiptCode } from './rules/receipt-code.ts'
import * as store from './store.server.ts'

/**
 * Makes one-time codes for a unit, and answers with them: this once, for only keyed hashes are stored. They are made from the form's key, so that a double
 * send gives the same. The first batch, in a draft, makes the dialogue one for a closed group. Refuses `open-to-all`, `expired-already` and `closed-already`.
 */
export const makeCodes = command(mayMakeCodes, codeBatchForm, async ({ input, actor, now, record }) => {
  const dialogue = await readSurveyById(input.dialogueId, now)
  if (dialogue?.kind !== 'survey') return refused({ refused: 'not-found' })
  if (dialogue.state === 'closed') return refused({ refused: 'closed-already' })
  if (dialogue.state !== 'draft' && !(await store.hasCodeBatch(dialogue.id))) return refused({ refused: 'open-to-all' })
  if (input.expiresOn < now.day) return refused({ refused: 'expired-already' })
  const made = (what: string) => createHmac('sha256', installationSecret()).update(`codes: ${dialogue.id} ${input.formKey} ${what}`).digest()
  const codes = Array.from({ length: input.count }, (_, at) => receiptCode(made(String(at)).subarray(0, 10)))
  const { unit, count, expiresOn } = input
  const row = { id: uuidOf(made('batch')), dialogueId: dialogue.id, unit, made: count, expiresOn, madeBy: actor.person, madeAt: now.at }
  if (await store.putCodeBatch(row, codes.map(hashCode))) await record('codes-made', { kind: 'dialogue', id: dialogue.id }, `${unit}: ${count}`)
  return granted({ unit, expiresOn, codes })
})

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
