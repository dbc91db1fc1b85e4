import { describe, expect, test } from 'vitest'
import { checkAnswers, type GivenAnswer } from './check-answers.ts'
import { dontKnow, type Question, type QuestionForm, type QuestionKind } from './question.ts'

const asked = (kind: QuestionKind, form: QuestionForm = {}, more: Partial<Question> = {}): Question => ({
  ...{ id: `id-${more.key ?? 'q'}`, key: 'q', kind, required: false, maxLines: 3, form, showIf: null, sectionHeading: null },
  ...more,
})
const choices = ['bo', 'arbeta', 'inget'].map((key) => ({ key, label: key, labelEnglish: null, alone: key === 'inget' || undefined }))
const places = new Set(['torpshammar', 'alby'])
const check = (question: Question, answer: GivenAnswer) => checkAnswers([question], { [question.key]: answer }, places)
const texts = (...given: string[]): GivenAnswer => ({ texts: given })

describe('an answer of each kind', () => {
  test.each<[string, Question, GivenAnswer, unknown]>([
    ['one', asked('one', { choices }), texts('bo'), 'bo'],
    ['several, in the order they are offered', asked('several', { choices }), texts('arbeta', 'bo', 'bo'), ['bo', 'arbeta']],
    ['scale', asked('scale'), texts('4'), 4],
    ['scale, not known', asked('scale'), texts(dontKnow), dontKnow],
    ['matrix, row by row', asked('matrix', { choices, rows: [{ key: 'skola', label: 'Skola', labelEnglish: null }] }), { texts: [], byRow: { skola: 'bo' } }, { skola: 'bo' }],
    ['ranking, by place', asked('ranking', { choices }), { texts: [], byRow: { bo: '2', arbeta: '1', inget: '' } }, ['arbeta', 'bo']],
    ['number, with a comma', asked('number', { whole: false }), texts('12,5'), 12.5],
    ['number, with spaces and a real minus', asked('number', { least: -5000 }), texts('−1 200'), -1200],
    ['date', asked('date'), texts('2026-11-23'), '2026-11-23'],
    ['place', asked('place'), texts('alby'), 'alby'],
    ['picture', asked('picture', { choices }), texts('arbeta'), 'arbeta'],
    ['something else', asked('one', { choices, other: true }), { texts: [], other: 'Sommarstuga' }, 'annat'],
  ])('%s', (_, question, answer, value) => {
    const { values, problems } = check(question, answer)
    expect([values.q, problems]).toEqual([value, []])
  })
  test('lines are ideas, one a line; a text is one voice', () => {
    expect(check(asked('lines'), texts('Skogen', '', 'Bussen')).ideas).toEqual([
      { key: 'q', text: 'Skogen' },
      { key: 'q', text: 'Bussen' },
    ])
    expect(check(asked('text'), texts('Det var så här.\n\nSedan blev det bättre.')).ideas).toEqual([{ key: 'q', text: 'Det var så här.\n\nSedan blev det bättre.' }])
    expect(check(asked('one', { choices, other: true }), { texts: [], other: 'Sommarstuga' }).ideas).toEqual([{ key: 'q', text: 'Sommarstuga' }])
  })
})

describe('attacks 6 and 16: what can’t be an answer is refused, never mended', () => {
  test.each<[string, Question, GivenAnswer, string]>([
    ['a choice that isn’t offered', asked('one', { choices }), texts('flytta'), 'no-such-choice'],
    ['two where one is asked for', asked('one', { choices }), texts('bo', 'arbeta'), 'only-one'],
    ['something else where that isn’t offered', asked('one', { choices }), texts('annat'), 'no-such-choice'],
    ['too many', asked('several', { choices, most: 1 }), texts('bo', 'arbeta'), 'too-many'],
    ['too few', asked('several', { choices, least: 2 }), texts('bo'), 'too-few'],
    ['too few, also where what is chosen is something else', asked('several', { choices, other: true, least: 2 }), { texts: [], other: 'Sommarstuga' }, 'too-few'],
    ['none of these, and one of them', asked('several', { choices }), texts('inget', 'bo'), 'alone'],
    ['a step outside the scale', asked('scale'), texts('6'), 'no-such-choice'],
    ['half a step', asked('scale'), texts('0.5'), 'no-such-choice'],
    ['a row that isn’t there', asked('matrix', { choices, rows: [] }), { texts: [], byRow: { skola: 'bo' } }, 'no-such-choice'],
    ['two with the same rank', asked('ranking', { choices }), { texts: [], byRow: { bo: '1', arbeta: '1' } }, 'same-rank'],
    ['a rank passed over', asked('ranking', { choices }), { texts: [], byRow: { bo: '1', arbeta: '3' } }, 'rank-gap'],
    ['a rank that is no number', asked('ranking', { choices }), { texts: [], byRow: { bo: '1e0' } }, 'no-such-choice'],
    ['words for a number', asked('number'), texts('fem'), 'not-a-number'],
    ['1e309', asked('number'), texts('1e309'), 'not-a-number'],
    ['half a child', asked('number'), texts('1,5'), 'not-whole'],
    ['too small a number', asked('number', { least: 0 }), texts('-1'), 'too-small'],
    ['too large a number', asked('number', { most: 20 }), texts('21'), 'too-large'],
    ['no day', asked('date'), texts('2026-02-30'), 'not-a-day'],
    ['too early a day', asked('date', { earliest: '2026-01-01' }), texts('2025-12-31'), 'too-early'],
    ['a place of another municipality', asked('place'), texts('paris'), 'no-such-choice'],
    ['a megabyte', asked('text'), texts('x'.repeat(1_000_000)), 'too-long'],
    ['NUL', asked('text'), texts('bad\u0000hus'), 'unacceptable-characters'],
    ['NUL in something else', asked('one', { choices, other: true }), { texts: [], other: 'bad\u0000hus' }, 'unacceptable-characters'],
    ['nothing where an answer must be', asked('scale', {}, { required: true }), texts(''), 'required'],
    ['only spaces where an answer must be', asked('lines', {}, { required: true }), texts('  ', '\u200b'), 'required'],
  ])('%s', (_, question, answer, problem) => {
    const { values, ideas, problems } = check(question, answer)
    expect([values, ideas, problems.map((each) => each.problem)]).toEqual([{}, [], [problem]])
  })
  test('a row of a matrix that must be answered is named', () => {
    const rows = ['skola', 'buss'].map((key) => ({ key, label: key, labelEnglish: null }))
    const { problems } = check(asked('matrix', { choices, rows }, { required: true }), { texts: [], byRow: { skola: 'bo' } })
    expect(problems).toEqual([{ key: 'q', problem: 'required', row: 'buss' }])
  })
  test('what is answered on a question that isn’t asked is left out and named', () => {
    const questions = [
      asked('one', { choices }, { key: 'bor' }),
      asked('number', {}, { key: 'ar', required: true, sectionHeading: 'Mer', showIf: { match: 'all', conditions: [{ question: 'bor', is: 'one-of', values: ['bo'] }] } }),
    ]
    expect(checkAnswers(questions, { bor: texts('arbeta'), ar: texts('7') }, places)).toEqual({ values: { bor: 'arbeta' }, ideas: [], problems: [], notAsked: ['ar'] })
    expect(checkAnswers(questions, { bor: texts('bo') }, places).problems).toEqual([{ key: 'ar', problem: 'required' }])
  })
})
