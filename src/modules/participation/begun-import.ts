import { createHash, createHmac, randomUUID } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { installationSecret } from '#http/secret'
import { addDays } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import type { AnswerSheet } from './read-sheet.ts'
import type { SurveyReading } from './read-survey.ts'
import { fold } from './rules/answer-columns.ts'
import { type Target, targetsOf } from './rules/answer-targets.ts'
import { type ColumnGuess, guessColumns } from './rules/guess-columns.ts'
import type { ImportMapping } from './rules/map-answers.ts'
import { sealBytes, unsealBytes } from './seal-bytes.ts'
import * as store from './store.server.ts'

type Kept = { readonly fileName: string; readonly sheet: AnswerSheet }
/** A file that is being looked at, with what each of its columns is for: as it was said for such a file before, else as it is guessed. */
export type BegunImport = Kept & {
  readonly token: string
  readonly targets: readonly Target[]
  readonly guesses: readonly ColumnGuess[]
  readonly mapping: ImportMapping
  /** Somebody has said it before, for this file or one with the same headings. */
  readonly isRemembered: boolean
}

/** Keeps a file until it is taken in, or till the day after. Without the token, which is stored nowhere, nobody can read it. */
export async function keepImport(dialogueId: string, kept: Kept, begunBy: string, now: Moment): Promise<string> {
  const token = randomUUID()
  const sealed = sealBytes(keyOf(token), gzipSync(JSON.stringify(kept)))
  await store.putBegunImport({ tokenHash: hashOf(token), dialogueId, sealed, begunBy, expiresOn: addDays(now.day, 1) })
  return token
}

/** The file of a token; nothing for one that is not there, is for another dialogue, or whose day has gone. */
export async function readBegunImport(dialogue: SurveyReading, token: string, now: Moment): Promise<BegunImport | undefined> {
  const found = await store.findBegunImport(hashOf(token))
  if (!found || found.dialogueId !== dialogue.id || found.expiresOn < now.day) return undefined
  const { fileName, sheet } = JSON.parse(gunzipSync(unsealBytes(keyOf(token), found.sealed)).toString('utf8')) as Kept
  const targets = targetsOf(dialogue.questions)
  const guesses = guessColumns(
    sheet.names,
    sheet.rows.map(({ cells }) => cells),
    targets,
  )
  const remembered = await store.findMapping(dialogue.id, fingerprintOf(sheet.names))
  const guessed: ImportMapping = { columns: guesses.map(({ target }) => target), choices: {} }
  return { token, fileName, sheet, targets, guesses, mapping: remembered ?? guessed, isRemembered: remembered !== undefined }
}

/** Forgets one that has been taken in. Answers with whether it was there. */
export async function forgetImport(token: string): Promise<boolean> {
  return store.deleteBegunImport(hashOf(token))
}

/** What files with the same headings have in common. */
export function fingerprintOf(names: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(names.map(fold)))
    .digest('hex')
}

/** What is stored of a row that has been taken in. */
export function hashRow(dialogueId: string, identity: string): string {
  return keyed(`row taken in to ${dialogueId}`, identity).toString('base64url')
}

function keyed(purpose: string, text: string): Buffer {
  return createHmac('sha256', installationSecret()).update(`${purpose}: ${text}`).digest()
}
const hashOf = (token: string) => keyed('begun import', token).toString('base64url')
const keyOf = (token: string) => keyed('key of a begun import', token)
