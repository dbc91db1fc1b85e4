import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Condition, Question, ShowIf } from './question.ts'
import { readRelevant } from './relevant-in-xlsform.ts'
import { type AskedInForm, nameOf, xlsFormOf } from './xlsform-rows.ts'

const choices = ['skog', 'inget-alls', 'vag-2'].map((key) => ({ key, label: key, labelEnglish: null }))
const asked = (key: string, kind: Question['kind'], form: Question['form'] = {}): AskedInForm => ({
  ...{ id: key, key, kind, wording: key, wordingEnglish: null, hint: null, hintEnglish: null },
  ...{ required: false, maxLines: 3, form, showIf: null, sectionHeading: null, sectionHeadingEnglish: null },
})
const questions = [asked('vad-gillar', 'several', { choices }), asked('bor', 'one', { choices }), asked('nojd', 'scale'), asked('ar', 'number'), asked('mer-ord', 'text')]
const named = (name: string) => {
  const question = questions.find(({ key }) => nameOf(key) === name)
  return question && { question, choiceOf: (choice: string) => (question.kind === 'scale' || choices.some(({ key }) => key === choice) ? choice : undefined) }
}
const read = (written: string) => readRelevant(written, named)
const ref = (name: string) => `\${${name}}`

const on = (...kinds: Question['kind'][]) => fc.constantFrom(...questions.filter(({ kind }) => kinds.includes(kind)))
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ question: on('several', 'one', 'scale', 'number', 'text').map(({ key }) => key), is: fc.constantFrom('answered' as const, 'not-answered' as const) }),
  fc.record({
    question: on('several', 'one').map(({ key }) => key),
    is: fc.constantFrom('one-of' as const, 'not-one-of' as const),
    values: fc.subarray(
      choices.map(({ key }) => key),
      { minLength: 1 },
    ),
  }),
  fc.record({
    question: on('several', 'scale', 'number').map(({ key }) => key),
    is: fc.constantFrom('at-least' as const, 'at-most' as const),
    value: fc.integer({ min: -5, max: 90 }),
  }),
)
const showIf: fc.Arbitrary<ShowIf> = fc
  .record({ match: fc.constantFrom('all' as const, 'any' as const), conditions: fc.array(condition, { minLength: 1, maxLength: 5 }) })
  // Of one condition, all and any are the same.
  .map((made) => (made.conditions.length === 1 ? { ...made, match: 'all' as const } : made))

test('every condition of ours is read again as it was', () => {
  fc.assert(
    fc.property(showIf, (made) => {
      const { survey } = xlsFormOf({ slug: 'x', title: 'x', version: 1 }, [...questions, { ...asked('sist', 'text'), sectionHeading: 'Del', showIf: made }])
      expect(read(String(survey.find((row) => row[1] === 'sist')?.[7]))).toEqual(made)
    }),
    { numRuns: 500 },
  )
})

test.each([
  [`${ref('bor')}='skog'`, { question: 'bor', is: 'one-of', values: ['skog'] }],
  [`${ref('bor')} != "skog"`, { question: 'bor', is: 'not-one-of', values: ['skog'] }],
  [`${ref('ar')} > 17`, { question: 'ar', is: 'at-least', value: 18 }],
  [`${ref('ar')} < 18`, { question: 'ar', is: 'at-most', value: 17 }],
  [`not( selected( ${ref('vad_gillar')} , 'skog' ) )`, { question: 'vad-gillar', is: 'not-one-of', values: ['skog'] }],
  [`selected(${ref('vad_gillar')}, 'skog') or selected(${ref('vad_gillar')}, 'vag-2')`, { question: 'vad-gillar', is: 'one-of', values: ['skog', 'vag-2'] }],
  [`count-selected(${ref('vad_gillar')}) >= 2`, { question: 'vad-gillar', is: 'at-least', value: 2 }],
])('others write %s', (written, expected) => {
  expect(read(written)).toEqual({ match: 'all', conditions: [expected] })
})

test('at most so many chosen is so with none chosen too, unless it is said', () => {
  const [none, atMost] = [
    { question: 'vad-gillar', is: 'not-answered' },
    { question: 'vad-gillar', is: 'at-most', value: 2 },
  ] as const
  const count = `count-selected(${ref('vad_gillar')})`
  for (const written of [`${count} <= 2`, `${count} < 3`, `(${count} <= 2)`]) expect(read(written), written).toEqual({ match: 'any', conditions: [none, atMost] })
  expect(read(`${ref('vad_gillar')} != '' and ${count} <= 2`)).toEqual({ match: 'all', conditions: [{ ...none, is: 'answered' }, atMost] })
  expect(read(`(${ref('vad_gillar')} != '' and ${count} <= 2)`)).toEqual({ match: 'all', conditions: [atMost] })
  expect(read(`${count} <= 2 and ${ref('bor')} = 'skog'`)).toBeUndefined()
})

test('what says more than ours can is not guessed', () => {
  const one = `${ref('bor')} = 'skog'`
  for (const written of [
    `${one} and (${ref('ar')} > 2 or ${ref('nojd')} > 2)`,
    `${ref('finns_inte')} = 'skog'`,
    `${ref('bor')} = 'finns-inte'`,
    `${ref('ar')} > ${ref('nojd')}`,
    `${ref('ar')} * 2 > 4`,
    'today() > 3',
    `${one} and`,
    `((${one})`,
    `${one}; drop table`,
    `not(${ref('ar')} >= 3)`,
    '',
  ])
    expect(read(written), written).toBeUndefined()
})

test('attack 51: a condition that is deep or long is left out at once', () => {
  expect(read(`${'('.repeat(900)}${ref('bor')} = 'skog'${')'.repeat(900)}`)).toBeUndefined()
  expect(read(`${ref('bor')} = 'skog' or `.repeat(10_000))).toBeUndefined()
  expect(read(`${' '.repeat(1900)}x`)).toBeUndefined()
})
