import { createHash } from 'node:crypto'
import papaparse from 'papaparse'
import type { Moment } from '#kernel/moment'
import { granted, type Result, refused } from '#kernel/result'
import { recordSystemEvent } from '#trail'
import { type DialogueReading, readDialogue } from './read-dialogues.ts'
import { canonicalRows, type FileRow, type RejectedRow, readAnswerRows } from './rules/answer-file.ts'
import * as store from './store.server.ts'
import { storeResponses } from './store-responses.ts'

export type FilePreview = { readonly accepted: number; readonly rejected: readonly RejectedRow[]; readonly sample: readonly string[] }
export type ImportRefusal = { refused: 'not-found' } | { refused: 'not-utf8' } | { refused: 'already-imported' } | { refused: 'nothing-to-import'; rejected: readonly RejectedRow[] } | { refused: 'not-json'; line: number }

type File = { readonly dialogue: string; readonly fileName: string; readonly bytes: Uint8Array }

/** What an import of the file would take in and what it would leave out, with line and reason. Stores nothing. */
export async function previewImport(file: File, now: Moment): Promise<Result<FilePreview, ImportRefusal>> {
  const read = await readFileOf(file, now)
  if (!read.granted) return read
  const { answers, rejected } = read.value
  return granted({ accepted: answers.length, rejected, sample: answers.slice(0, 3).flatMap(({ lines }) => lines.map(({ text }) => text)) })
}

/**
 * Takes in a file of answers (CSV or JSONL). Lines that can't be used are left out and told. The same content is refused the
 * second time, also after a spreadsheet has saved it anew.
 */
export async function importAnswers(file: File & { readonly by: string }, now: Moment): Promise<Result<FilePreview, ImportRefusal>> {
  const read = await readFileOf(file, now)
  if (!read.granted) return read
  const { dialogue, answers, rejected } = read.value
  if (answers.length === 0) return refused({ refused: 'nothing-to-import', rejected })
  const contentHash = createHash('sha256').update(canonicalRows(answers)).digest('hex')
  return store.transaction(async () => {
    const importId = await store.putImport({ dialogueId: dialogue.id, fileName: file.fileName.slice(0, 200), contentHash, accepted: answers.length, rejected: rejected.length, importedBy: file.by, importedAt: now.at })
    if (!importId) return refused({ refused: 'already-imported' })
    await storeResponses(answers.map(({ persons, label, lines }) => ({ dialogueId: dialogue.id, groupId: dialogue.group.id, receivedOn: now.day, source: 'import', persons, label, importId, lines })))
    await recordSystemEvent({ act: 'answers-imported', subject: { kind: 'import', id: importId }, now })
    return granted({ accepted: answers.length, rejected, sample: [] })
  })
}

async function readFileOf({ dialogue: slug, fileName, bytes }: File, now: Moment) {
  const dialogue = await readDialogue(slug, now.day)
  if (!dialogue) return refused({ refused: 'not-found' })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refused({ refused: 'not-utf8' })
  }
  const rows = fileName.toLowerCase().endsWith('.jsonl') ? jsonRows(text) : csvRows(text)
  if (typeof rows === 'number') return refused({ refused: 'not-json', line: rows })
  return granted({ dialogue: dialogue satisfies DialogueReading, ...readAnswerRows(dialogue.questions, rows) })
}

function csvRows(text: string): FileRow[] {
  const parsed = papaparse.parse<Record<string, string>>(text, { header: true, skipEmptyLines: 'greedy', transformHeader: (name) => name.trim() })
  // The first line of a file is its heading.
  return parsed.data.map((cells, index) => ({ line: index + 2, cells: Object.fromEntries(Object.entries(cells).filter(([, value]) => typeof value === 'string')) }))
}

function jsonRows(text: string): FileRow[] | number {
  const rows: FileRow[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    try {
      const cells = JSON.parse(line) as Record<string, unknown>
      rows.push({ line: index + 1, cells: Object.fromEntries(Object.entries(cells).filter(([, value]) => typeof value === 'string' || typeof value === 'number').map(([name, value]) => [name, String(value)])) })
    } catch {
      return index + 1
    }
  }
  return rows
}
