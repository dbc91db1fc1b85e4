import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { logReading } from './log-reading.ts'
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
export type RawStatement = StatementReading & { readonly text: string }

/** What is known of statements besides their words, in the order asked for; those that don't exist are left out. One statement. */
export async function readStatementsByIds(ids: readonly string[]): Promise<StatementReading[]> {
  return (await inOrder(ids)).map(withoutText)
}

/** Statements in their own words, or as they were masked, for those who code them, in the order asked for. That they were read is written down; two statements. */
export async function readRawStatements(actor: Actor, ids: readonly string[], now: Moment): Promise<RawStatement[]> {
  const rows = await inOrder(ids)
  await logReading(actor, 'coding', rows, now)
  return rows.map((row) => ({ ...withoutText(row), text: seenText(row) }))
}

type Row = Awaited<ReturnType<typeof store.listStatementsByIds>>[number]

async function inOrder(ids: readonly string[]): Promise<Row[]> {
  const found = new Map((await store.listStatementsByIds(ids)).map((row) => [row.id, row]))
  return [...new Set(ids)].flatMap((id) => found.get(id) ?? [])
}

function withoutText(row: Row): StatementReading {
  const { id, question, stance, axis, group, groupId, processId, responseId } = row
  return { id, question, stance, axis, group, groupId, processId, responseId, length: seenText(row).length }
}

function seenText({ text, maskedText }: Row): string {
  return maskedText ?? text
}
