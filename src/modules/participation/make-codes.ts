import { createHmac } from 'node:crypto'
import { installationSecret } from '#http/secret'
import type { Day } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayMakeCodes } from './access.ts'
import { codeBatchForm } from './code-schema.ts'
import { hashCode } from './one-time-code.ts'
import { readSurveyById, type SurveyReading } from './read-survey.ts'
import { receiptCode } from './rules/receipt-code.ts'
import * as store from './store.server.ts'

/**
 * Makes one-time codes for a unit, and answers with them: this once, for only keyed hashes are stored. They are made from the form's key, so that a double
 * send gives the same. The first batch, in a draft, makes the dialogue one for a closed group. Refuses `open-to-all`, `expired-already` and `closed-already`.
 */
export const makeCodes = command(mayMakeCodes, codeBatchForm, async ({ input, actor, now, record }) => {
  const dialogue = await readSurveyById(input.dialogueId, now)
  if (dialogue?.kind !== 'survey') return refused({ refused: 'not-found' })
  const stopped = await whyNoCodes(dialogue, input.expiresOn, now)
  if (stopped) return refused(stopped)
  const made = (what: string) => createHmac('sha256', installationSecret()).update(`codes: ${dialogue.id} ${input.formKey} ${what}`).digest()
  const codes = Array.from({ length: input.count }, (_, at) => receiptCode(made(String(at)).subarray(0, 10)))
  const { unit, count, expiresOn } = input
  const row = { id: uuidOf(made('batch')), dialogueId: dialogue.id, unit, made: count, expiresOn, madeBy: actor.person, madeAt: now.at }
  if (await store.putCodeBatch(row, codes.map(hashCode))) await record('codes-made', { kind: 'dialogue', id: dialogue.id }, `${unit}: ${count}`)
  return granted({ unit, expiresOn, codes })
})

/** Why a dialogue can have no codes more, if it can't. */
export async function whyNoCodes({ id, state }: Pick<SurveyReading, 'id' | 'state'>, expiresOn: Day, now: Moment) {
  if (state === 'closed') return { refused: 'closed-already' } as const
  if (state !== 'draft' && !(await store.hasCodeBatch(id))) return { refused: 'open-to-all' } as const
  return expiresOn < now.day ? ({ refused: 'expired-already' } as const) : undefined
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
