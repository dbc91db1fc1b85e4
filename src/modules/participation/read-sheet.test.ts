import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formsRows, inWindows1252, workbookOf } from '#test/survey-files'
import { readSheet } from './read-sheet.ts'
import { answerColumns, type HandedAnswer } from './rules/answer-sheet.ts'
import { targetsOf } from './rules/answer-targets.ts'
import { checkAnswers, type Given } from './rules/check-answers.ts'
import { guessColumns } from './rules/guess-columns.ts'
import { mapAnswers } from './rules/map-answers.ts'
import type { Question } from './rules/question.ts'
import { rowIdentities } from './rules/row-identity.ts'
import { byteOrderMark, delimitedRow } from './rules/written-sheet.ts'
import { writeWorkbook } from './write-workbook.ts'
import { zipFiles } from './zip-files.ts'

const choices = ['Ja; absolut', 'Nej, aldrig', '=1+1'].map((label, at) => ({ key: `val-${at}`, label, labelEnglish: null }))
const asked = (key: string, kind: Question['kind'], form: Question['form'] = {}) => ({
  ...{ id: key, key, kind, required: false, maxLines: 60, form, showIf: null, sectionHeading: null },
  ...{ wording: `Vad tycker du, "egentligen", om ${key}; och varför, och när?`, wordingEnglish: null },
})
const questions = [
  asked('rader', 'lines'),
  asked('text', 'text'),
  asked('ett', 'one', { choices, other: true }),
  asked('flera', 'several', { choices, other: true }),
  asked('skala', 'scale'),
  asked('matris', 'matrix', { choices, rows: choices }),
  asked('rang', 'ranking', { choices }),
  asked('tal', 'number', { whole: false }),
  asked('dag', 'date'),
]
const places = new Set<string>()

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...'\'"=+-@;,|\t a\u00e5\uff1d\u200b\u202e'), maxLength: 12 }),
  fc.constantFrom('=HYPERLINK("http://x.example";"y")', "'=1+1", '  @x', 'sep=;', '🛝👩‍👩‍👧', '\u202eomvänt', 'a\u030a', '_x0041_', '1;2;3', '"', '""', "'", '“Ja”'),
)
const key = fc.constantFrom(...choices.map((each) => each.key))
const given: fc.Arbitrary<Given> = fc.record(
  {
    rader: fc.record({ texts: fc.array(words, { maxLength: 4 }) }),
    text: fc.record({ texts: fc.array(words, { maxLength: 3 }) }),
    ett: fc.oneof(fc.record({ texts: fc.array(key, { maxLength: 1 }) }), fc.record({ texts: fc.constant([]), other: words })),
    flera: fc.record({ texts: fc.array(key, { maxLength: 3 }), other: fc.option(words, { nil: undefined }) }),
    skala: fc.record({ texts: fc.constantFrom(['1'], ['5'], ['vet-ej'], []) }),
    matris: fc.record({ texts: fc.constant([]), byRow: fc.dictionary(key, fc.oneof(key, fc.constant('vet-ej'))) }),
    rang: fc.record({ texts: fc.uniqueArray(key, { maxLength: 3 }) }),
    tal: fc.record({ texts: fc.constantFrom([], ['-3'], ['12,5'], ['0']) }),
    dag: fc.record({ texts: fc.constantFrom([], ['2026-11-23']) }),
  },
  { requiredKeys: [] },
)
/**
 * An answer that the form takes, and that is the same when it is sent again: a list marker before an idea is taken away each time.
 * Without the sign that stands for what could not be read: a file with it is torn, and says so (attack 53 below).
 */
const answers = fc
  .array(
    given.map((each) => checkAnswers(questions, each, places)),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) => all.filter(({ problems, ideas, values }) => problems.length === 0 && ideas.length + Object.keys(values).length > 0 && ideas.every(isStill)))
const isStill = ({ key: question, text }: { key: string; text: string }) =>
  !text.includes('\ufffd') &&
  checkAnswers(questions, { [question]: question === 'rader' || question === 'text' ? { texts: [text] } : { texts: [], other: text } }, places).ideas[0]?.text === text

type Checked = ReturnType<typeof checkAnswers>
const handed = ({ values, ideas }: Checked): HandedAnswer => ({
  ...{ group: { key: 'invanare', name: 'Invånare' }, version: 1, values, poster: null },
  texts: Object.fromEntries(questions.map((question) => [question.key, ideas.filter((idea) => idea.key === question.key).map(({ text }) => ({ text }))])),
})
function readBack(bytes: Uint8Array) {
  const sheet = readSheet(bytes)
  if (typeof sheet === 'string') throw new Error(sheet)
  const targets = targetsOf(questions)
  const guesses = guessColumns(
    sheet.names,
    sheet.rows.map(({ cells }) => cells),
    targets,
  )
  return mapAnswers(sheet.rows, { columns: guesses.map(({ target }) => target), choices: {} }, { questions, places, targets })
}
const columns = answerColumns(questions)
const said = (all: readonly Checked[], as: 'of' | 'said', heading: 'key' | 'heading') => [
  columns.map((each) => each[heading]),
  ...all.map((each) => columns.map((column) => column[as](handed(each)))),
]
const plain = (all: readonly Pick<Checked, 'values' | 'ideas'>[]) => all.map(({ values, ideas }) => ({ values, ideas }))

test.each(['people', 'machine'] as const)('what is handed out as CSV for %s is read as it was, whatever anybody wrote', (dialect) => {
  fc.assert(
    fc.property(answers, (all) => {
      fc.pre(all.length > 0)
      const rows = said(all, dialect === 'people' ? 'said' : 'of', dialect === 'people' ? 'heading' : 'key')
      const read = readBack(Buffer.from(byteOrderMark + rows.map((row) => delimitedRow(row, dialect)).join('')))
      expect(read.rejected).toEqual([])
      expect(plain(read.answers)).toEqual(plain(all))
    }),
    { numRuns: 300 },
  )
})

test('and as a workbook', async () => {
  await fc.assert(
    fc.asyncProperty(answers, async (all) => {
      fc.pre(all.length > 0)
      const pieces: Uint8Array[] = []
      for await (const piece of zipFiles(writeWorkbook([{ name: 'Svar', rows: said(all, 'said', 'heading') }]), '2026-11-23T12:00:00Z')) pieces.push(piece)
      const read = readBack(Buffer.concat(pieces))
      expect(read.rejected).toEqual([])
      expect(plain(read.answers)).toEqual(plain(all))
    }),
    { numRuns: 100 },
  )
})

test('attack 53: what can’t be stored is told, row by row', () => {
  const read = readBack(Buffer.from('rader,text\nbad\u0000hus,x\n"torn \ufffd",x\n  ,\u200b\nhel,ok'))
  expect(read.rejected.map(({ line, reasons }) => [line, reasons.map(({ problem }) => problem)])).toEqual([
    [2, ['unacceptable-characters']],
    [3, ['unacceptable-characters']],
    [4, ['empty']],
  ])
  expect(read.answers).toHaveLength(1)
})

test('texts come in UTF-8, UTF-16 and Windows-1252; days as days; Excel’s own first line is none', () => {
  for (const bytes of [Buffer.from('sep=;\r\nå;b\r\nä;1'), Buffer.from('\ufeffå;b\nä;1'), Buffer.from('\ufeffå;b\nä;1', 'utf16le'), inWindows1252('å;b\nä;1')])
    expect(readSheet(bytes)).toMatchObject({ names: ['å', 'b'], rows: [{ cells: ['ä', '1'] }] })
  const forms = readSheet(workbookOf({ a: formsRows }))
  expect(typeof forms === 'string' ? forms : forms.rows.map(({ line, cells }) => [line, ...cells.slice(0, 4)])).toEqual([
    [2, '1', '2026-10-05 12:00:00', '2026-10-05 12:14:24', 'anonymous'],
    [3, '2', '2026-10-05 14:24:00', '2026-10-05 14:38:24', 'anonymous'],
    [4, '3', '2026-10-06 06:00:00', '2026-10-06 06:14:24', 'anonymous'],
  ])
})

test('a row is known again whatever order its columns have, and two that say the same are two', () => {
  const [a, b] = rowIdentities(['Id', 'Text'], [{ cells: ['1', 'Ån'] }, { cells: ['1', 'Ån'] }])
  expect(a).not.toBe(b)
  expect(rowIdentities(['text ', 'id', 'ny'], [{ cells: ['A\u030an', '1', ''] }])[0]).toBe(a)
  expect(rowIdentities(['Id', 'Text'], [{ cells: ['2', 'Ån'] }])[0]).not.toBe(a)
})
