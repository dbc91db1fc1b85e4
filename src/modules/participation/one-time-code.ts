import { createHmac } from 'node:crypto'
import { installationSecret } from '#http/secret'
import type { Moment } from '#kernel/moment'
import type { SurveyReading } from './read-survey.ts'
import { type CodeState, codeState } from './rules/code-state.ts'
import { readReceiptCode } from './rules/receipt-code.ts'
import * as store from './store.server.ts'

type Asked = Pick<SurveyReading, 'id' | 'isForCodes'>

/** What is stored of a one-time code. */
export const hashCode = (code: string) => createHmac('sha256', installationSecret()).update(`one-time code: ${code}`).digest('base64url')

/** What the code of somebody who wants to answer is worth; nothing for a dialogue that is open to everybody. */
export async function weighCode({ id, isForCodes }: Asked, written: string | undefined, now: Moment): Promise<CodeState | undefined> {
  return isForCodes ? stateOf(id, written, now) : undefined
}

/** Uses the code in the caller's transaction, or says why it can't be used. */
export async function spendCode(dialogueId: string, written: string | undefined, now: Moment): Promise<CodeState> {
  const code = readReceiptCode((written ?? '').slice(0, 60))
  if (code && (await store.spendCode(hashCode(code), dialogueId, now.day))) return 'good'
  const state = await stateOf(dialogueId, written, now)
  // Somebody else used it between the two questions.
  return state === 'good' ? 'code-used' : state
}

/** The address of the dialogue that a code was made for. */
export async function findDialogueOfCode(written: string): Promise<{ slug: string; code: string } | undefined> {
  const code = readReceiptCode(written.slice(0, 60))
  const found = code && (await store.findCode(hashCode(code)))
  const dialogue = found && (await store.listDialogueRows({ id: found.dialogueId }))[0]?.dialogue
  return code && dialogue ? { slug: dialogue.slug, code } : undefined
}

async function stateOf(dialogueId: string, written: string | undefined, now: Moment): Promise<CodeState> {
  if (!written?.trim()) return 'code-missing'
  const code = readReceiptCode(written.slice(0, 60))
  return code ? codeState(await store.findCode(hashCode(code), dialogueId), now.day) : 'code-mistyped'
}
