import { createHash } from 'node:crypto'
import type { Moment } from '#kernel/moment'
import { granted, type Result, refused } from '#kernel/result'
import { recordSystemEvent } from '#trail'
import { readGroups } from './read-groups.ts'
import { readSurvey } from './read-survey.ts'
import { canonicalAnswer, canonicalAnswers, decodeFile, type RejectedRow, readAnswerFile } from './rules/answer-file.ts'
import * as store from './store.server.ts'
import { storeResponses } from './store-responses.ts'

export type FilePreview = {
  readonly accepted: number
  readonly rejected: readonly RejectedRow[]
  /** The first ideas of the file, as they would be stored. */
  readonly sample: readonly string[]
  /** Columns that are for no question and for nothing we know. */
  readonly unusedColumns: readonly string[]
  /** How many of the accepted say, word for word, what an answer imported before says. */
  readonly alike: number
}
export type ImportRefusal =
  | { refused: 'not-found' }
  | { refused: 'not-open' }
  | { refused: 'not-utf8' }
  | { refused: 'already-imported' }
  | { refused: 'nothing-to-import'; rejected: readonly RejectedRow[]; unusedColumns: readonly string[] }

type File = { readonly dialogue: string; readonly fileName: string; readonly bytes: Uint8Array }

/** What an import of the file would take in and what it would leave out, with line and reason. Stores nothing. */
export async function previewImport(file: File, now: Moment): Promise<Result<FilePreview, ImportRefusal>> {
  const read = await readFileOf(file, now)
  if (!read.granted) return read
  if (await store.hasImport(read.value.dialogue.id, read.value.contentHash)) return refused({ refused: 'already-imported' })
  return granted(read.value.preview)
}

/**
 * Takes in a file of answers (CSV or JSONL) to a dialogue that has been opened and not closed by hand. Lines that can't be used are left out and told.
 * The same content is refused the second time, also after a spreadsheet has saved it anew.
 */
export async function importAnswers(file: File & { readonly by: string }, now: Moment): Promise<Result<FilePreview, ImportRefusal>> {
  const read = await readFileOf(file, now)
  if (!read.granted) return read
  const { dialogue, answers, contentHash, preview } = read.value
  return store.transaction(async () => {
    const importId = await store.putImport({
      dialogueId: dialogue.id,
      fileName: file.fileName.slice(0, 200),
      contentHash,
      accepted: answers.length,
      rejected: preview.rejected.length,
      importedBy: file.by,
      importedAt: now.at,
    })
    if (!importId) return refused({ refused: 'already-imported' })
    await storeResponses(
      answers.map(({ groupId, persons, label, lines }) => ({
        dialogueId: dialogue.id,
        groupId: groupId ?? dialogue.group.id,
        receivedOn: now.day,
        source: 'import',
        persons,
        label,
        importId,
        lines,
      })),
    )
    await recordSystemEvent({ act: 'answers-imported', subject: { kind: 'import', id: importId }, now })
    return granted(preview)
  })
}

async function readFileOf({ dialogue: slug, fileName, bytes }: File, now: Moment) {
  const dialogue = await readSurvey(slug, now)
  if (!dialogue) return refused({ refused: 'not-found' })
  // As for notes: sheets come late, but nothing comes before the first day or after somebody has closed it.
  if (dialogue.state === 'draft' || dialogue.state === 'waiting' || dialogue.closedBecause !== null) return refused({ refused: 'not-open' })
  const text = decodeFile(bytes)
  if (text === undefined) return refused({ refused: 'not-utf8' })
  const groups = await readGroups(dialogue.processId)
  const format = /\.(jsonl|ndjson)$/i.test(fileName) || text.trimStart().startsWith('{') ? 'jsonl' : 'csv'
  const { answers, rejected, unusedColumns } = readAnswerFile(text, format, { questions: dialogue.questions, groups, own: dialogue.group })
  if (answers.length === 0) return refused({ refused: 'nothing-to-import', rejected, unusedColumns })
  const contentHash = createHash('sha256').update(canonicalAnswers(answers)).digest('hex')
  const imported = await wordsImported(dialogue.id, dialogue.group.id)
  const alike = answers.filter((answer) => imported.has(canonicalAnswer(answer))).length
  const sample = answers.slice(0, 3).flatMap(({ lines }) => lines.map(({ text: idea }) => idea))
  return granted({ dialogue, answers, contentHash, preview: { accepted: answers.length, rejected, sample, unusedColumns, alike } })
}

async function wordsImported(dialogueId: string, ownGroupId: string): Promise<Set<string>> {
  const answers = Map.groupBy(await store.listImportedStatements(dialogueId), ({ responseId }) => responseId)
  return new Set(
    [...answers.values()].flatMap((lines) => {
      const [first] = lines
      return first ? [canonicalAnswer({ groupId: first.groupId === ownGroupId ? undefined : first.groupId, persons: first.persons, label: first.label, lines })] : []
    }),
  )
}
