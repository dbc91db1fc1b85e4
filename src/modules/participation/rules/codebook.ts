import { type AnswerColumn, hiddenWords, posterKey } from './answer-sheet.ts'
import { choicesNamed, isAsked, type Question, type QuestionForm, type QuestionKind, scaleSteps } from './question.ts'
import type { SheetRow } from './written-sheet.ts'

/** The words of a question in one version of the questionnaire. */
export type VersionedWords = { readonly version: number; readonly wording: string; readonly form: QuestionForm }
export type CodebookQuestion = Question & { readonly words: readonly VersionedWords[]; readonly answered: number }

const kindsInWords: Readonly<Record<QuestionKind, string>> = {
  lines: 'egna ord, en tanke på varje rad',
  text: 'egna ord',
  one: 'ett val',
  several: 'flera val: en kolumn för varje val, 1 (ja) eller 0 (nej)',
  scale: 'skala',
  matrix: 'ett val på varje rad: en kolumn för varje rad',
  ranking: 'rangordning: en kolumn för varje val, 1 är främst',
  number: 'tal',
  date: 'dag, som 2026-11-27',
  place: 'plats; ruta-1000-548000-6935000 är en ruta: sidans längd i meter, och det sydvästra hörnets östliga och nordliga koordinat i SWEREF 99 TM',
  picture: 'ett val bland bilder',
  information: 'upplysning, ingen fråga',
}

/** What a codebook says besides the questions. */
const explanations = [
  'Ett tomt fält: frågan är inte besvarad, eller ställdes inte till den som svarade så.',
  'vet-ej: den som svarade valde Vet ej. Det räknas inte in i medelvärden och andelar.',
  `${hiddenWords.waiting}: ingen har ännu sagt om texten får visas. ${hiddenWords.withheld}: texten får inte visas.`,
  'Raderna ligger i slumpvis ordning, ny för varje fil. De säger inte i vilken ordning svaren kom. Ingen tid, inget kvitto och ingen beteckning på svaret finns med.',
  "En apostrof (') står före en text som ett kalkylprogram annars hade kunnat räkna ut som en formel. Ta bort den för att få texten som den skrevs.",
] as const

const ofPosters = `Platsen är affischens och säger inte var den som svarade bor. ${hiddenWords.few}: så få kom via den affischen att platsen inte visas. Är de få också tillsammans är fältet tomt.`

const codebookHeading: SheetRow = ['Vad', 'Fråga', 'Kolumn', 'Nyckel', 'Version', 'Text', 'Antal som svarat']

/** The codebook of a sheet of answers, row by row: how it is read, then each question with its words by version, its columns and its choices. */
export function codebookRows(questions: readonly CodebookQuestion[], columns: readonly AnswerColumn[], responses: number): SheetRow[] {
  return [
    codebookHeading,
    ...explanations.map((text): SheetRow => ['Förklaring', null, null, null, null, text, null]),
    ...columns.filter(({ key }) => key === posterKey).map(({ key, heading }): SheetRow => ['Kolumn', null, key, null, null, `${heading}. ${ofPosters}`, null]),
    ['Svar i allt', null, null, null, null, null, responses],
    ...questions.filter(isAsked).flatMap((question) => questionRows(question, columns)),
  ]
}

function questionRows({ key, kind, words, answered, form, places, squares }: CodebookQuestion, columns: readonly AnswerColumn[]): SheetRow[] {
  return [
    ['Fråga', key, null, null, null, kindsInWords[kind], answered],
    ...words.map(({ version, wording }): SheetRow => ['Ordalydelse', key, null, null, version, wording, null]),
    ...columns.filter(({ question }) => question === key).map((column): SheetRow => ['Kolumn', key, column.key, null, null, column.heading, null]),
    ...words.flatMap(({ version, form: said }) => [
      ...(said.rows ?? []).map((row): SheetRow => ['Rad', key, null, row.key, version, row.label, null]),
      ...choicesNamed({ kind, form: said, places, squares }).map((choice): SheetRow => ['Val', key, null, choice.key, version, choice.label, null]),
    ]),
    ...(kind === 'scale' ? scaleRows(key, form) : []),
  ]
}

function scaleRows(key: string, form: QuestionForm): SheetRow[] {
  const steps = scaleSteps(form)
  return steps.map((step, index): SheetRow => {
    const label = index === 0 ? form.leastLabel : index === steps.length - 1 ? form.mostLabel : undefined
    return ['Val', key, null, String(step), null, label ?? String(step), null]
  })
}
