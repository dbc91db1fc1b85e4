import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { logReading } from './log-reading.ts'
import { otherLanguageOf } from './rules/other-language.ts'
import * as store from './store.server.ts'

export type StatementReading = {
  readonly id: string
  readonly question: string
  readonly stance: 'keep' | 'leave' | 'want' | null
  readonly axis: 'place' | 'workplace'
  readonly group: string
  readonly groupId: string
  readonly processId: string
  readonly responseId: string
  /** Of the text as coders see it, in UTF-16 units: a place in it is no place in another. */
  readonly length: number
}
export type RawStatement = StatementReading & {
  /** Its own words, or as they were masked. */
  readonly text: string
  /** The language, when it isn't Swedish. */
  readonly language: string | undefined
  /** The same in Swedish, where a person has translated exactly these words. */
  readonly translation: { readonly text: string; readonly by: string } | undefined
}

/** What is known of statements besides their words, in the order asked for; those that don't exist are left out. One statement. */
export async function readStatementsByIds(ids: readonly string[]): Promise<StatementReading[]> {
  return (await inOrder(ids)).map(withoutText)
}

/** Statements in their own words, or as they were masked, for those who code them, in the order asked for. That they were read is written down; two statements. */
export async function readRawStatements(actor: Actor, ids: readonly string[], now: Moment, page: 'coding' | 'export' = 'coding'): Promise<RawStatement[]> {
  const rows = await inOrder(ids)
  await logReading(actor, page, rows, now)
  return rows.map((row) => ({ ...withoutText(row), text: row.text, ...inSwedish(row) }))
}

/** What language a text is in, when it isn't Swedish, and what it says in Swedish. */
export function inSwedish({ text, answeredIn, translation, translator }: Pick<Row, 'text' | 'answeredIn' | 'translation' | 'translator'>) {
  return { language: otherLanguageOf(text, answeredIn), translation: translation !== null && translator !== null ? { text: translation, by: translator } : undefined }
}

type Row = Awaited<ReturnType<typeof store.listStatementsByIds>>[number]

async function inOrder(ids: readonly string[]): Promise<Row[]> {
  const found = new Map((await store.listStatementsByIds(ids)).map((row) => [row.id, row]))
  return [...new Set(ids)].flatMap((id) => found.get(id) ?? [])
}

function withoutText(row: Row): StatementReading {
  const { id, question, stance, axis, group, groupId, processId, responseId } = row
  return { id, question, stance, axis, group, groupId, processId, responseId, length: row.text.length }
}
