import { createHash, randomUUID } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { keyed, seal, unseal } from '#http/seal'
import { addDays } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import type { AnswerSheet } from './read-sheet.ts'
import type { SurveyReading } from './read-survey.ts'
import { fold } from './rules/answer-columns.ts'
import { type Target, targetsOf } from './rules/answer-targets.ts'
import { type ColumnGuess, guessColumns } from './rules/guess-columns.ts'
import type { ImportMapping } from './rules/map-answers.ts'
import * as store from './store.server.ts'

type Kept = { readonly fileName: string; readonly sheet: AnswerSheet }
/** A file that is being looked at, with what each of its columns is for: as it was said for such a file before, else as it is guessed. */
export type BegunImport = Kept & {
  readonly token: string
  readonly targets: readonly Target[]
  readonly mapping: ImportMapping
  /** Somebody has said it before, for this file or one with the same headings. */
  readonly isRemembered: boolean
}

// What the database takes.
const mostSealed = 20_000_000

/** Keeps a file until it is taken in, or till the day after; nothing for one that is too large for it. Without the token, which is stored nowhere, nobody can read it. */
export async function keepImport(dialogueId: string, kept: Kept, begunBy: string, now: Moment): Promise<string | undefined> {
  const token = randomUUID()
  const sealed = seal(keyOf(token), gzipSync(JSON.stringify(kept)).toString('base64'))
  if (sealed.length >= mostSealed) return undefined
  await store.putBegunImport({ tokenHash: hashOf(token), dialogueId, sealed, begunBy, expiresOn: addDays(now.day, 1) })
  return token
}

/** The file of a token; nothing for one that is not there, is for another dialogue, or whose day has gone. */
export async function readBegunImport(dialogue: SurveyReading, token: string, now: Moment): Promise<BegunImport | undefined> {
  const found = await store.findBegunImport(hashOf(token))
  if (!found || found.dialogueId !== dialogue.id || found.expiresOn < now.day) return undefined
  const packed = unseal(keyOf(token), found.sealed)
  if (packed === undefined) return undefined
  const { fileName, sheet } = JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8')) as Kept
  const targets = targetsOf(dialogue.questions)
  const remembered = await store.findMapping(dialogue.id, fingerprintOf(sheet.names))
  return { token, fileName, sheet, targets, mapping: remembered ?? guessMapping({ sheet, targets }), isRemembered: remembered !== undefined }
}

/** What each column is probably for, and why it is left out. It takes its time for a file of many columns. */
export function guessesOf({ sheet, targets }: Pick<BegunImport, 'sheet' | 'targets'>): ColumnGuess[] {
  return guessColumns(
    sheet.names,
    sheet.rows.map(({ cells }) => cells),
    targets,
  )
}

function guessMapping(begun: Pick<BegunImport, 'sheet' | 'targets'>): ImportMapping {
  return { columns: guessesOf(begun).map(({ target }) => target), choices: {} }
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

const hashOf = (token: string) => keyed('begun import', token).toString('base64url')
const keyOf = (token: string) => keyed('key of a begun import', token)
