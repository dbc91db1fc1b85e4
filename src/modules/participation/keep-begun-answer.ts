import { randomBytes } from 'node:crypto'
import { keyed, seal, unseal } from '#http/seal'
import { addDays } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { readReceiptCode, receiptCode } from './rules/receipt-code.ts'
import type { Written } from './rules/written-answers.ts'
import * as store from './store.server.ts'

export type BegunAnswer = {
  /** With it the answer is gone on with, on this device or another. */
  readonly code: string
  /** The one-time key of the form, made from the code: however often it is sent, it is one answer. */
  readonly submissionKey: string
  readonly written: Written
  /** The receipt code of the sent answer that it is to change, if it is. */
  readonly changes: string | undefined
  /** The place of the poster that it came by. */
  readonly poster: string | undefined
}
type For = { readonly id: string; readonly draftDays: number }
// Encrypted it is a third longer, and the database takes no more than 400 000 signs.
const mostBytes = 290_000

/** Whether so much can be kept. */
export function canBeKept(written: Written): boolean {
  return Buffer.byteLength(JSON.stringify(written)) <= mostBytes
}

type Came = { readonly changes?: string | undefined; readonly poster?: string | undefined }

/**
 * Keeps what has been filled in so far, until it is sent or the days of the dialogue have gone since it was last kept. It is encrypted with a key
 * made from the code, which is not stored: without the code nobody can read it, with the whole database neither.
 */
export async function keepBegunAnswer(dialogue: For, code: string | undefined, written: Written, now: Moment, { changes, poster }: Came = {}): Promise<BegunAnswer> {
  const own = code ?? receiptCode(randomBytes(10))
  await store.putBegunAnswer({
    codeHash: hashOf(own),
    dialogueId: dialogue.id,
    sealed: seal(keyOf(own), JSON.stringify({ written, changes, poster } satisfies Sealed)),
    expiresOn: addDays(now.day, dialogue.draftDays),
  })
  return { code: own, submissionKey: submissionKeyOf(own), written, changes, poster }
}

/** What has been filled in by whoever has the code; nothing for a code that can't be one, is for another dialogue, or whose days have gone. */
export async function readBegunAnswer(dialogue: For, writtenCode: string, now: Moment): Promise<BegunAnswer | undefined> {
  const code = readReceiptCode(writtenCode.slice(0, 60))
  const found = code && (await store.findBegunAnswer(hashOf(code)))
  if (!found || found.dialogueId !== dialogue.id || found.expiresOn < now.day) return undefined
  const opened = unseal(keyOf(code), found.sealed)
  if (opened === undefined) return undefined
  const { written, changes, poster } = JSON.parse(opened) as Sealed
  return { code, submissionKey: submissionKeyOf(code), written, changes, poster }
}

/** Forgets one that has been sent. */
export async function forgetBegunAnswer(code: string): Promise<void> {
  await store.deleteBegunAnswer(hashOf(code))
}

/** Forgets those whose days have gone, and files that were looked at and not taken in. Answers with how many they were. */
export async function forgetOldBegunAnswers(now: Moment): Promise<number> {
  return (await store.deleteBegunAnswersBefore(now.day)) + (await store.deleteBegunImportsBefore(now.day))
}

const hashOf = (code: string) => keyed('begun answer', code).toString('base64url')
const submissionKeyOf = (code: string) => keyed('form of a begun answer', code).toString('base64url')
const keyOf = (code: string) => keyed('key of a begun answer', code)

type Sealed = Came & { readonly written: Written }
