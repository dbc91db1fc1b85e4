import { expect, test } from 'vitest'
import { paperQuestions } from '../paper-questions.ts'
import { answerColumns } from './answer-sheet.ts'
import { codebookRows } from './codebook.ts'
import { questionOf } from './spoken-question.ts'

const places = [
  { key: 'p1', label: 'Fränsta', labelEnglish: null, isEnded: false },
  { key: 'p2', label: 'Alby', labelEnglish: null, isEnded: true },
]
const question = { id: 'q', key: 'plats', kind: 'place', wording: 'Var bor du?', form: {}, places, maxLines: 1, hint: null, sectionHeading: null, showIf: null } as never

test('a question of the municipality’s own places offers on paper those that there are', () => {
  expect(paperQuestions([questionOf(question, 'sv')], 'sv', () => undefined)[0]?.choices.map(({ text }) => text)).toEqual(['Fränsta'])
})

test('what was chosen is called by its name in a file for people, also when the place has ended', () => {
  const column = answerColumns([question]).find((each) => each.question === 'plats')
  const of = (plats: string) => ({ group: { key: 'g', name: 'G' }, poster: null, version: 1, values: { plats }, texts: {} })
  expect([column?.said(of('p1')), column?.said(of('p2')), column?.of(of('p2'))]).toEqual(['Fränsta', 'Alby', 'p2'])
})

test('and the codebook says what each key stands for', () => {
  const coded = { ...(question as object), words: [{ version: 1, wording: 'Var bor du?', form: {} }], answered: 2 } as never
  expect(codebookRows([coded], [], 2).filter(([what]) => what === 'Val')).toEqual([
    ['Val', 'plats', null, 'p1', 1, 'Fränsta', null],
    ['Val', 'plats', null, 'p2', 1, 'Alby', null],
  ])
})
