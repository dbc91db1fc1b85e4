import { z } from 'zod'
import { optionalText, slugField } from '#kernel/fields'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayExportAnswers } from './access.ts'
import { logReading } from './log-reading.ts'
import { readCodebook, readHandedAnswers } from './read-handed-answers.ts'
import { readPosterFigures } from './read-poster-figures.ts'
import { readSurvey } from './read-survey.ts'
import { answerColumns } from './rules/answer-sheet.ts'
import { codebookRows } from './rules/codebook.ts'
import { byteOrderMark, delimitedRow, type SheetRow } from './rules/written-sheet.ts'
import * as store from './store.server.ts'
import { writeWorkbook } from './write-workbook.ts'
import { type FileInZip, zipFiles } from './zip-files.ts'

const exportFormats = ['people', 'machine', 'xlsx', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]

const exportForm = z
  .object({ slug: slugField, format: z.enum(exportFormats), texts: z.enum(['shown', 'raw']).default('shown'), reason: optionalText(500) })
  .refine(({ texts, reason }) => texts === 'shown' || reason !== null, { message: 'no-reason', path: ['reason'] })

export type ExportedFile = { readonly name: string; readonly type: string; readonly content: AsyncIterable<Uint8Array> }

/**
 * Hands out the answers of a dialogue as a file with its codebook. Texts are as they may be shown; as they were written, but for what is masked, only with a reason,
 * and then it is written that they were read. Refuses `not-found`, also for a draft. The file is written as it is read.
 */
export const exportAnswers = command(mayExportAnswers, exportForm, async ({ input: { slug, format, texts, reason }, actor, now, record }) => {
  const dialogue = await readSurvey(slug, now)
  if (!dialogue || dialogue.state === 'draft') return refused({ refused: 'not-found' })
  if (texts === 'raw') {
    const written = await store.countTexts(dialogue.id)
    if (written > 0) await logReading(actor, 'export', Array(written).fill({ dialogueId: dialogue.id }), now)
  }
  await record(texts === 'raw' ? 'answers-exported-raw' : 'answers-exported', { kind: 'dialogue', id: dialogue.id }, reason)
  const { questions, responses } = await readCodebook(dialogue, now)
  const posters = await readPosterFigures(dialogue, now)
  const columns = answerColumns(dialogue.questions, posters !== undefined)
  const codebook = codebookRows(questions, columns, responses)
  const answers = readHandedAnswers(dialogue.id, texts, posters)
  const name = `${slug}-svar-${now.day}`
  const said = async function* (as: 'of' | 'said', heading: 'key' | 'heading'): AsyncGenerator<SheetRow> {
    yield columns.map((column) => column[heading])
    for await (const answer of answers) yield columns.map((column) => column[as](answer))
  }
  const files: Record<ExportFormat, () => FileInZip[]> = {
    people: () => [
      { name: `${slug}-svar.csv`, content: delimited(said('said', 'heading'), 'people') },
      { name: `${slug}-kodbok.csv`, content: delimited(codebook, 'people') },
    ],
    machine: () => [
      { name: `${slug}-svar.csv`, content: delimited(said('of', 'key'), 'machine') },
      { name: `${slug}-kodbok.csv`, content: delimited(codebook, 'machine') },
    ],
    xlsx: () =>
      writeWorkbook([
        { name: 'Svar', rows: said('said', 'heading') },
        { name: 'Kodbok', rows: codebook },
      ]),
    json: () => [{ name: `${slug}-svar.json`, content: jsonOf({ dialogue: { slug, title: dialogue.title, version: dialogue.version, responses }, questions }, answers) }],
  }
  const isSheet = format === 'xlsx'
  return granted<ExportedFile>({
    name: `${name}.${isSheet ? 'xlsx' : 'zip'}`,
    type: isSheet ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'application/zip',
    content: zipFiles(files[format](), now.at),
  })
})

async function* delimited(rows: Iterable<SheetRow> | AsyncIterable<SheetRow>, dialect: 'people' | 'machine'): AsyncGenerator<string> {
  if (dialect === 'people') yield byteOrderMark
  for await (const row of rows) yield delimitedRow(row, dialect)
}

/** JSON, written answer by answer. The codebook names questions by key and never by id. */
async function* jsonOf({ dialogue, questions }: { dialogue: object; questions: Awaited<ReturnType<typeof readCodebook>>['questions'] }, answers: AsyncIterable<unknown>) {
  const codebook = questions.map(({ key, kind, words, answered, required, showIf }) => ({ key, kind, words, answered, required, showIf }))
  yield `{"dialogue":${JSON.stringify(dialogue)},"codebook":${JSON.stringify(codebook)},"answers":[`
  let between = ''
  for await (const answer of answers) {
    yield `${between}\n${JSON.stringify(answer)}`
    between = ','
  }
  yield '\n]}\n'
}
