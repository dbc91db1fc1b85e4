import { expect, test } from 'vitest'
import { noonOf } from '#http/clock'
import { day } from '#kernel/day'
import { workbookOf } from '#test/survey-files'
import type { QuestionReading, SurveyReading } from './read-survey.ts'
import { readXlsForm } from './read-xlsform.ts'
import { writeXlsForm } from './write-xlsform.ts'
import { leftOutText } from './xlsform-words.ts'

const choice = (key: string, label: string, more: object = {}) => ({ key, label, labelEnglish: `${label} in English`, ...more })
const asked = (key: string, kind: QuestionReading['kind'], more: Partial<QuestionReading> = {}): QuestionReading => ({
  ...{ id: key, key, kind, wording: `Fråga om ${key}; "så" & <så>`, wordingEnglish: `About ${key}`, hint: null, hintEnglish: null, position: 0 },
  ...{ required: false, maxLines: 3, form: {}, showIf: null, sectionHeading: null, sectionHeadingEnglish: null, background: null, stance: null, axis: 'place', ...more },
})
const questions = [
  asked('valkommen', 'information', { hint: 'Läs\ndet här', hintEnglish: 'Read this' }),
  asked('bor-har', 'one', { required: true, form: { choices: [choice('ja', 'Ja'), choice('2-nej', 'Nej', { labelEnglish: null })], other: true } }),
  asked('gillar', 'several', { form: { choices: [choice('skog', 'Skog'), choice('inget', 'Inget', { alone: true })], least: 1, most: 2 } }),
  asked('nojd', 'scale', { form: { least: 0, most: 10, leastLabel: 'Illa', leastLabelEnglish: 'Bad', mostLabel: 'Bra', mostLabelEnglish: 'Good' } }),
  asked('betyg', 'matrix', {
    ...{ required: true, sectionHeading: 'Mer', sectionHeadingEnglish: 'More', showIf: { match: 'all', conditions: [{ question: 'bor-har', is: 'one-of', values: ['2-nej'] }] } },
    form: { choices: [choice('bra', 'Bra'), choice('illa', 'Illa')], rows: [choice('vag-ett', 'Väg 1'), choice('vag-tva', 'Väg 2')] },
  }),
  asked('viktigast', 'ranking', { form: { choices: [choice('natur', 'Natur'), choice('jobb', 'Jobb')] } }),
  asked('ar', 'number', { form: { least: 0, most: 120 } }),
  asked('langd', 'number', { form: { whole: false, least: 0.5 } }),
  asked('dag', 'date', { form: { earliest: '2020-01-01', latest: '2026-12-31' }, hint: 'När?' }),
  asked('mer', 'text', {
    form: { longest: 400 },
    sectionHeading: 'Sist',
    showIf: {
      match: 'any',
      conditions: [
        { question: 'gillar', is: 'at-least', value: 2 },
        { question: 'ar', is: 'at-most', value: 17 },
      ],
    },
  }),
]
const dialogue = { slug: 'orten', title: 'Orten', version: 1, questions } as unknown as SurveyReading

async function bytesOf(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of content) pieces.push(piece)
  return Buffer.concat(pieces)
}
const granted = (read: ReturnType<typeof readXlsForm>) => {
  if (typeof read === 'string') throw new Error(read)
  return read
}
const survey = (...rows: string[][]) =>
  workbookOf({
    survey: [['type', 'name', 'label', 'relevant', 'required'], ...rows],
    choices: [
      ['list_name', 'name', 'label'],
      ['jn', 'ja', 'Ja'],
      ['jn', 'nej', 'Nej'],
    ],
  })

test('a questionnaire of every kind that both can hold comes back as it was', async () => {
  const { questions: back, leftOut } = granted(readXlsForm(await bytesOf(writeXlsForm(dialogue, noonOf(day('2026-11-23'))).content)))
  expect(leftOut.map(leftOutText)).toEqual([])
  const plain = ({ id: _i, position: _p, maxLines: _m, background: _b, stance: _s, axis: _a, ...question }: QuestionReading) => question
  expect(JSON.parse(JSON.stringify(back))).toEqual(JSON.parse(JSON.stringify(questions.map(plain))))
})

test('what ours can’t say is told by its row and column, and the rest is taken', () => {
  const { questions: taken, leftOut } = granted(
    readXlsForm(
      survey(
        ['start', 'start', '', '', ''],
        ['begin group', 'g1', 'Om dig', '', ''],
        ['select_one jn', 'bor', 'Bor du här?', '', 'yes'],
        ['select_one saknas', 'x', 'X', '', ''],
        ['geopoint', 'plats', 'Var?', '', ''],
        ['text', 'varfor', 'Varför?', `\${bor} = 'nej'`, ''],
        ['text', 'svart', 'Svårt', `\${bor} = 'nej' and position(..) = 2`, ''],
        ['end group', '', '', '', ''],
        ['begin_repeat', 'barn', 'Barn', '', ''],
        ['text', 'namn', 'Namn', '', ''],
        ['end_repeat', '', '', '', ''],
        ['note', 'lang', 'ö'.repeat(301), '', ''],
      ),
    ),
  )
  expect(taken.map(({ key, sectionHeading, required }) => [key, sectionHeading, required])).toEqual([
    ['bor', 'Om dig', true],
    ['varfor', 'Fortsättning', false],
    ['svart', null, false],
  ])
  expect(taken[1]?.showIf).toEqual({ match: 'all', conditions: [{ question: 'bor', is: 'one-of', values: ['nej'] }] })
  expect(leftOut.map(leftOutText)).toEqual([
    'Bladet survey, rad 2, kolumn type: typen ”start” finns inte här, så frågan tas inte med.',
    'Bladet survey, rad 5, kolumn type: listan ”saknas” finns inte på bladet choices, så frågan tas inte med.',
    'Bladet survey, rad 6, kolumn type: typen ”geopoint” finns inte här, så frågan tas inte med.',
    'Bladet survey, rad 8, kolumn relevant: villkoret går inte att säga här, så frågan ställs till alla.',
    'Bladet survey, rad 10, kolumn type: en grupp som upprepas finns inte här, så den tas inte med.',
    'Bladet survey, rad 11, kolumn type: en grupp som upprepas finns inte här, så den tas inte med.',
    'Bladet survey, rad 13, kolumn label: frågan tas inte med. Texten är för lång.',
    'Bladet survey, rad 7, kolumn relevant: frågan hänger på en annan i samma del, så här börjar en ny del.',
  ])
})

test('columns, languages and looks that nobody here has are told too', () => {
  const bytes = workbookOf({
    survey: [
      ['type', 'name', 'label::Svenska (sv)', 'label::Suomi (fi)', 'default', 'appearance', 'constraint'],
      ['integer', 'ar', 'Hur gammal?', 'Kuinka vanha?', '3', 'signature', '. >= 18 and . != 20'],
      ['range', 'betyg', 'Betyg', '', '', '', ''],
    ],
    choices: [['list_name', 'name', 'label']],
  })
  const { questions: taken, leftOut } = granted(readXlsForm(bytes))
  expect(taken.map(({ kind, form }) => [kind, form])).toEqual([
    ['number', { least: 18 }],
    ['scale', { least: 1, most: 10 }],
  ])
  expect(leftOut.map(({ line, column, what }) => [line, column, what])).toEqual([
    [1, 'label::Suomi (fi)', 'language'],
    [2, 'constraint', 'constraint'],
    [2, 'default', 'column'],
    [2, 'appearance', 'column'],
  ])
})

test('a file that is no form is refused', () => {
  expect(readXlsForm(new Uint8Array([1, 2, 3]))).toBe('not-a-zip')
  expect(readXlsForm(workbookOf({ annat: [['a']] }))).toBe('no-survey')
  expect(readXlsForm(survey(['start', 's', '', '', '']))).toBe('no-questions')
})
