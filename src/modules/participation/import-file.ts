import type { Moment } from '#kernel/moment'
import { granted, type Result, refused } from '#kernel/result'
import { recordSystemEvent } from '#trail'
import { fingerprintOf } from './begun-import.ts'
import { type FilePreview, importAnswers, previewImport } from './import-answers.ts'
import { mappingFileForm } from './import-schema.ts'
import { reasonText, sheetFaultWords } from './import-words.ts'
import { type AnswerSheet, readSheet } from './read-sheet.ts'
import { readSurvey, type SurveyReading } from './read-survey.ts'
import { targetsOf } from './rules/answer-targets.ts'
import { type MappingFault, readMapping } from './rules/check-mapping.ts'
import type { ImportMapping } from './rules/map-answers.ts'
import { rejectedFile } from './rules/rejected-rows.ts'
import { sayAnswer } from './say-answer.ts'
import * as store from './store.server.ts'
import { storeWeighed } from './take-in-answers.ts'
import { takesInAnswers, weighImport } from './weigh-import.ts'
import { rejectionWords } from './words.ts'

type Told = {
  readonly accepted: number
  /** Rows that were taken in before, and new ones that say, word for word, what an answer taken in before says. */
  readonly already: number
  readonly alike: number
  readonly rejected: readonly { readonly line: number; readonly said: string }[]
  /** Of what is new, as it would be read. */
  readonly sample: readonly string[]
  readonly unusedColumns: readonly string[]
  /** The rows that can't be taken in, with the reasons, to mend and send again. Nothing for JSONL. */
  readonly toMend: string | undefined
}
type Refusal =
  | { readonly refused: 'not-found' | 'not-open' | 'not-utf8' | 'not-a-survey' }
  | { readonly refused: 'unreadable-file'; readonly said: string }
  | { readonly refused: 'mapping'; readonly fault: MappingFault['fault'] | 'not-a-mapping'; readonly word: string }
  | { readonly refused: 'nothing-to-import' | 'already-imported'; readonly told?: Told }
type File = {
  readonly dialogue: string
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly by: string
  /** As somebody has written it; without it, as it was last said on the page for a file with the same headings. */
  readonly mapping?: unknown
  readonly isPreview: boolean
}

/**
 * Takes in a file of answers from outside the pages, or with `isPreview` only tells what would be taken in. A file whose columns are mapped is weighed and
 * stored as on the page, row by row, once. One that nobody has mapped is read by its own headings (`importAnswers`).
 */
export async function importFile(file: File, now: Moment): Promise<Result<Told, Refusal>> {
  const dialogue = await readSurvey(file.dialogue, now)
  if (!dialogue) return refused({ refused: 'not-found' })
  const sheet = readSheet(file.bytes)
  const remembered = typeof sheet === 'string' ? undefined : await store.findMapping(dialogue.id, fingerprintOf(sheet.names))
  if (file.mapping === undefined && !remembered) return importByHeadings(file, sheet, now)
  if (dialogue.kind !== 'survey') return refused({ refused: 'not-a-survey' })
  if (!takesInAnswers(dialogue)) return refused({ refused: 'not-open' })
  if (typeof sheet === 'string') return refused({ refused: 'unreadable-file', said: sheetFaultWords[sheet] })
  const targets = targetsOf(dialogue.questions)
  const mapping = file.mapping === undefined && remembered ? remembered : readWritten(file.mapping, sheet, { questions: dialogue.questions, targets })
  return 'fault' in mapping ? refused({ refused: 'mapping', ...mapping }) : importMapped(dialogue, { ...file, sheet, mapping, targets }, now)
}

function readWritten(written: unknown, { names }: AnswerSheet, asked: Parameters<typeof readMapping>[2]) {
  const read = mappingFileForm.safeParse(written)
  return read.success ? readMapping(read.data, names, asked) : { fault: 'not-a-mapping' as const, word: '' }
}

type Mapped = File & { readonly sheet: AnswerSheet; readonly mapping: ImportMapping; readonly targets: ReturnType<typeof targetsOf> }

async function importMapped(dialogue: SurveyReading, { isPreview, fileName, by, ...read }: Mapped, now: Moment): Promise<Result<Told, Refusal>> {
  const weighed = await weighImport(dialogue, read, now)
  const { fresh, already, alike, rejected } = weighed
  const rows = rejected.map(({ line, cells, reasons, rowHash }) => ({ line, cells, said: reasonText(reasons, dialogue.questions), mark: rowHash }))
  const told: Told = {
    accepted: fresh.length,
    already,
    alike,
    rejected: rows,
    sample: fresh.slice(0, 3).flatMap(({ values, lines }) => saidIn(dialogue, values, lines)),
    unusedColumns: read.sheet.names.filter((_, at) => !read.mapping.columns[at]),
    toMend: rows.length > 0 ? [...rejectedFile(read.sheet.names, rows)].join('') : undefined,
  }
  if (fresh.length === 0) return refused({ refused: already > 0 ? 'already-imported' : 'nothing-to-import', told })
  if (isPreview) return granted(told)
  try {
    const counts = await store.transaction(async () => {
      const stored = await storeWeighed(dialogue, weighed, { fileName: fileName.slice(0, 200), by }, now)
      if (!stored.granted) throw new TakenByAnother()
      await recordSystemEvent({ act: 'answers-imported', subject: { kind: 'import', id: stored.value.importId }, now })
      return stored.value.counts
    })
    return granted({ ...told, accepted: counts.accepted })
  } catch (fault) {
    if (fault instanceof TakenByAnother) return refused({ refused: 'already-imported', told })
    throw fault
  }
}

/** Somebody took the same rows in at the same instant: nothing of this is kept, no row's mark either. */
class TakenByAnother extends Error {}

function saidIn(dialogue: SurveyReading, ...[values, lines]: [Parameters<typeof sayAnswer>[1], Parameters<typeof sayAnswer>[2]]): string[] {
  return sayAnswer(dialogue.questions, values, lines, 'sv').map(
    ({ question, chosen, written }) => `${question.text}: ${[...chosen.map(({ text }) => text), ...written].join('; ')}`,
  )
}

async function importByHeadings({ isPreview, ...file }: File, sheet: ReturnType<typeof readSheet>, now: Moment): Promise<Result<Told, Refusal>> {
  const result = isPreview ? await previewImport(file, now) : await importAnswers(file, now)
  if (result.granted) return granted(toldOf(result.value, sheet))
  const { refusal } = result
  return refused(refusal.refused === 'nothing-to-import' ? { refused: refusal.refused, told: toldOf({ accepted: 0, alike: 0, sample: [], ...refusal }, sheet) } : refusal)
}

function toldOf(read: FilePreview, sheet: ReturnType<typeof readSheet>): Told {
  const rejected = read.rejected.map(({ line, reason }) => ({ line, said: rejectionWords[reason] }))
  const cellsOf = new Map(typeof sheet === 'string' ? [] : sheet.rows.map(({ line, cells }) => [line, cells]))
  const rows = rejected.flatMap(({ line, said }) => (cellsOf.has(line) ? [{ cells: cellsOf.get(line) ?? [], said, mark: '' }] : []))
  const { accepted, alike, sample, unusedColumns } = read
  return {
    accepted,
    already: 0,
    alike,
    rejected,
    sample,
    unusedColumns,
    toMend: rows.length > 0 && typeof sheet !== 'string' ? [...rejectedFile(sheet.names, rows)].join('') : undefined,
  }
}
