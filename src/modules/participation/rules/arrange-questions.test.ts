import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Arranged, insertQuestion, moveQuestion, removeQuestion } from './arrange-questions.ts'
import { keyOfWords } from './key-of-words.ts'
import { sectionsOf } from './show-question.ts'

const asked = (key: string, sectionHeading: string | null = null): Arranged => ({ key, sectionHeading, sectionHeadingEnglish: sectionHeading && `${sectionHeading} (en)` })
const told = (questions: readonly Arranged[]) => sectionsOf(questions).map((section) => [section[0]?.sectionHeading ?? null, section.map(({ key }) => key).join(' ')])
const three = [asked('a'), asked('b'), asked('c', 'Två'), asked('d')]

test('a question is moved within its part, and at its end over into the next', () => {
  expect(told(moveQuestion(three, 'a', 'down'))).toEqual([
    [null, 'b a'],
    ['Två', 'c d'],
  ])
  expect(told(moveQuestion(three, 'b', 'down'))).toEqual([
    [null, 'a'],
    ['Två', 'b c d'],
  ])
  expect(told(moveQuestion(three, 'd', 'up'))).toEqual([
    [null, 'a b'],
    ['Två', 'd c'],
  ])
  expect(told(moveQuestion(three, 'c', 'up'))).toEqual([
    [null, 'a b c'],
    ['Två', 'd'],
  ])
})

test('at the ends nothing moves, and a question that isn’t there moves nothing', () => {
  for (const [key, to] of [
    ['a', 'up'],
    ['d', 'down'],
    ['x', 'up'],
  ] as const)
    expect(moveQuestion(three, key, to)).toEqual(three)
})

test('a part keeps its heading, in both languages, until nothing is asked in it', () => {
  const without = removeQuestion(three, 'c')
  expect(told(without)).toEqual([
    [null, 'a b'],
    ['Två', 'd'],
  ])
  expect(without.at(-1)?.sectionHeadingEnglish).toBe('Två (en)')
  expect(told(removeQuestion(without, 'd'))).toEqual([[null, 'a b']])
})

const acts = fc.array(
  fc.oneof(
    fc.record({
      act: fc.constant('add' as const),
      words: fc.constantFrom('Bor du här?', 'Vad saknas?', 'Å, ä och ö', '?', 'ny'),
      heading: fc.constantFrom(null, 'Del', 'Om dig'),
      at: fc.nat(8),
    }),
    fc.record({ act: fc.constant('move' as const), to: fc.constantFrom('up' as const, 'down' as const), at: fc.nat(8) }),
    fc.record({ act: fc.constant('remove' as const), at: fc.nat(8) }),
  ),
  { maxLength: 40 },
)

test('whatever is added, moved and removed, no two questions have one key, nothing is lost, and only what begins a part has a heading', () => {
  fc.assert(
    fc.property(acts, (sequence) => {
      let questions: Arranged[] = []
      for (const each of sequence) {
        const before = questions.map(({ key }) => key)
        const key = before[each.at % Math.max(1, before.length)] ?? ''
        if (each.act === 'add') questions = insertQuestion(questions, asked(keyOfWords(each.words, new Set(['ny', ...before]), 'fraga'), each.heading), key)
        else questions = each.act === 'move' ? moveQuestion(questions, key, each.to) : removeQuestion(questions, key)
        const keys = questions.map((question) => question.key)
        expect(new Set(keys).size).toBe(keys.length)
        if (each.act === 'move') expect([...keys].sort()).toEqual([...before].sort())
        if (each.act === 'remove') expect(keys).toEqual(before.filter((other) => other !== key))
        expect(sectionsOf(questions).flat()).toEqual(questions)
        expect(keys.every((made) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(made) && made !== 'ny' && made.length <= 60)).toBe(true)
      }
    }),
  )
})
