import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Condition, isAsked, type Question, type ShowIf, type Values } from './question.ts'
import { misplacedConditions, questionsShown, sectionsOf } from './show-question.ts'

const choices = ['a', 'b', 'c'].map((key) => ({ key, label: key, labelEnglish: null }))
const asked = (key: string, more: Partial<Question> = {}): Question => ({
  ...{ id: key, key, kind: 'one', required: false, maxLines: 3, form: { choices }, showIf: null, sectionHeading: null },
  ...more,
})
const on = (question: string, is: Condition['is'], more: Partial<Condition> = {}): ShowIf => ({ match: 'all', conditions: [{ question, is, ...more }] })
const shown = (questions: readonly Question[], values: Values, written: readonly string[] = []) =>
  questionsShown(questions, { values, written: new Set(written) }).map(({ key }) => key)

describe('a question is asked when its condition holds', () => {
  const shownAfter = (showIf: ShowIf) => [
    asked('q'),
    asked('n', { kind: 'number', form: {} }),
    asked('s', { kind: 'several' }),
    asked('t', { kind: 'text', form: {} }),
    asked('sist', { sectionHeading: 'Sist', showIf }),
  ]
  test.each<[string, ShowIf, Values, readonly string[], boolean]>([
    ['answered', on('q', 'answered'), { q: 'a' }, [], true],
    ['answered, but it wasn’t', on('q', 'answered'), {}, [], false],
    ['not answered', on('q', 'not-answered'), {}, [], true],
    ['answered in one’s own words', on('t', 'answered'), {}, ['t'], true],
    ['one of', on('q', 'one-of', { values: ['a', 'b'] }), { q: 'b' }, [], true],
    ['one of, of several', on('s', 'one-of', { values: ['c'] }), { s: ['a', 'c'] }, [], true],
    ['not one of', on('q', 'not-one-of', { values: ['a'] }), { q: 'b' }, [], true],
    ['not one of, unanswered', on('q', 'not-one-of', { values: ['a'] }), {}, [], true],
    ['at least, a number', on('n', 'at-least', { value: 3 }), { n: 3 }, [], true],
    ['at most, a number', on('n', 'at-most', { value: 3 }), { n: 4 }, [], false],
    ['at least, how many were chosen', on('s', 'at-least', { value: 2 }), { s: ['a', 'b'] }, [], true],
    ['at least, unanswered', on('n', 'at-least', { value: 0 }), {}, [], false],
  ])('%s', (_, showIf, values, written, isShown) => expect(shown(shownAfter(showIf), values, written).includes('sist')).toBe(isShown))
  test('all or any of several', () => {
    const conditions = [
      { question: 'q', is: 'answered' as const },
      { question: 'n', is: 'answered' as const },
    ]
    expect(shown(shownAfter({ match: 'all', conditions }), { q: 'a' })).not.toContain('sist')
    expect(shown(shownAfter({ match: 'any', conditions }), { q: 'a' })).toContain('sist')
  })
})

describe('where a condition may stand', () => {
  test('on an earlier part, on what is answered, by what can be answered', () => {
    const questions = (showIf: ShowIf, sectionHeading: string | null = 'Del två') => [asked('q'), asked('info', { kind: 'information' }), asked('sist', { sectionHeading, showIf })]
    expect(misplacedConditions(questions(on('q', 'one-of', { values: ['a'] })))).toEqual([])
    expect(misplacedConditions(questions(on('q', 'answered'), null))).toEqual([{ key: 'sist', problem: 'not-earlier' }])
    expect(misplacedConditions(questions(on('finns-inte', 'answered')))).toEqual([{ key: 'sist', problem: 'not-earlier' }])
    expect(misplacedConditions(questions(on('sist', 'answered')))).toEqual([{ key: 'sist', problem: 'not-earlier' }])
    expect(misplacedConditions(questions(on('info', 'answered')))).toEqual([{ key: 'sist', problem: 'not-answerable' }])
    expect(misplacedConditions(questions(on('q', 'one-of', { values: ['d'] })))).toEqual([{ key: 'sist', problem: 'no-such-choice' }])
    expect(misplacedConditions(questions(on('q', 'at-least', { value: 1 })))).toEqual([{ key: 'sist', problem: 'no-such-choice' }])
  })
})

describe('of any questionnaire and any answers', () => {
  const questionnaire = fc
    .array(fc.record({ heads: fc.boolean(), on: fc.option(fc.nat(30)), is: fc.constantFrom('answered', 'not-answered', 'one-of', 'not-one-of') }), { minLength: 1, maxLength: 12 })
    .map((rows) =>
      rows.map(({ heads, on: at, is }, index) =>
        asked(`q${index}`, {
          sectionHeading: heads ? `Del ${index}` : null,
          showIf: at === null || index === 0 ? null : { match: 'all', conditions: [{ question: `q${at % index}`, is: is as Condition['is'], values: ['a'] }] },
        }),
      ),
    )
  const answers = fc.dictionary(fc.constantFrom(...Array.from({ length: 12 }, (_, index) => `q${index}`)), fc.constantFrom('a', 'b'))
  test('the parts hold every question once, in order', () => {
    fc.assert(
      fc.property(questionnaire, (questions) => {
        expect(sectionsOf(questions).flat()).toEqual(questions)
      }),
    )
  })
  test('what is shown depends on nothing that isn’t shown', () => {
    fc.assert(
      fc.property(questionnaire, answers, (questions, values) => {
        const kept = shown(questions, values)
        const only = Object.fromEntries(Object.entries(values).filter(([key]) => kept.includes(key)))
        expect(shown(questions, only)).toEqual(kept)
      }),
    )
  })
  test('questions without conditions are always shown, and the order is never changed', () => {
    fc.assert(
      fc.property(questionnaire, answers, (questions, values) => {
        const kept = shown(questions, values)
        expect(questions.filter(({ showIf }) => !showIf).every(({ key }) => kept.includes(key))).toBe(true)
        expect(questions.map(({ key }) => key).filter((key) => kept.includes(key))).toEqual(kept)
        expect(questions.every(isAsked)).toBe(true)
      }),
    )
  })
})
