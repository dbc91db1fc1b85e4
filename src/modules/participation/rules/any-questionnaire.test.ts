import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyGiven, anyQuestionnaire, places } from '#test/any-questionnaire'
import { checkAnswers, type Given } from './check-answers.ts'
import { keyOfWords } from './key-of-words.ts'
import { partsShown } from './parts-shown.ts'
import { isAsked, type Question } from './question.ts'
import { misplacedConditions, questionsShown, sectionsOf } from './show-question.ts'
import { givenOf, questionOfField, type Written, writtenOf } from './written-answers.ts'

// The same ones every time: a fault that is found is found again.
const runs = { seed: 20_261_127, numRuns: 1500 }
const both = anyQuestionnaire.chain((questions) => fc.tuple(fc.constant(questions), anyGiven(questions)))
const check = (questions: readonly Question[], given: Given) => checkAnswers(questions, given, places)
const keysOf = (given: Given) => Object.keys(given)
const shownTo = (questions: readonly Question[], given: Given) => partsShown(questions, given, places).flatMap((part) => part.questions.map(({ key }) => key))
const without = (given: Given, keys: readonly string[]) => Object.fromEntries(Object.entries(given).filter(([key]) => !keys.includes(key)))

describe('of any questionnaire, however it is answered', () => {
  test('what is made here is a questionnaire that can be opened, and much of it has conditions that hold and that don’t', () => {
    const [hidden, shown] = [new Set<number>(), new Set<number>()]
    fc.assert(
      fc.property(both, ([questions, given]) => {
        expect(misplacedConditions(questions)).toEqual([])
        const keys = shownTo(questions, given)
        for (const [index, { key, showIf }] of questions.entries()) if (showIf) (keys.includes(key) ? shown : hidden).add(index)
      }),
      runs,
    )
    expect(Math.min(hidden.size, shown.size)).toBeGreaterThan(5)
  })
  test('nothing is kept of a question that isn’t asked, and nothing is said to be wrong with it', () => {
    fc.assert(
      fc.property(both, ([questions, given]) => {
        const asked = shownTo(questions, given)
        const { values, ideas, problems, notAsked } = check(questions, given)
        for (const key of [...Object.keys(values), ...ideas.map((idea) => idea.key), ...problems.map((problem) => problem.key)]) expect(asked).toContain(key)
        for (const key of notAsked) expect(asked).not.toContain(key)
      }),
      runs,
    )
  })
  test('what is asked and must be answered is kept or asked for; what need not be is never asked for', () => {
    fc.assert(
      fc.property(both, ([questions, given]) => {
        const asked = shownTo(questions, given)
        const { values, ideas, problems } = check(questions, given)
        for (const { key, required } of questions.filter(isAsked).filter((each) => asked.includes(each.key))) {
          const isKept = Object.hasOwn(values, key) || ideas.some((idea) => idea.key === key)
          const problem = problems.find((each) => each.key === key)?.problem
          if (required) expect(isKept !== (problem !== undefined)).toBe(true)
          else expect(problem).not.toBe('required')
        }
      }),
      runs,
    )
  })
  test('the order in which the answers come makes no difference', () => {
    fc.assert(
      fc.property(
        both.chain(([questions, given]) => fc.tuple(fc.constant(questions), fc.constant(given), fc.shuffledSubarray(keysOf(given), { minLength: keysOf(given).length }))),
        ([questions, given, order]) => {
          const shuffled = Object.fromEntries(order.map((key) => [key, given[key] as Given[string]]))
          const { notAsked, ...checked } = check(questions, shuffled)
          const { notAsked: before, ...expected } = check(questions, given)
          expect(checked).toEqual(expected)
          expect(notAsked.toSorted()).toEqual(before.toSorted())
        },
      ),
      runs,
    )
  })
  test('without the answers to what isn’t asked, the same is asked and the same is kept', () => {
    fc.assert(
      fc.property(both, ([questions, given]) => {
        const { notAsked, ...kept } = check(questions, given)
        expect(check(questions, without(given, notAsked))).toEqual({ ...kept, notAsked: [] })
      }),
      runs,
    )
  })
  test('what is asked in a part depends on earlier parts alone: nothing on a page changes it', () => {
    fc.assert(
      fc.property(both, fc.nat(8), ([questions, given], at) => {
        const sections = sectionsOf(questions)
        const own = sections[at % sections.length] ?? []
        const later = sections.slice(at % sections.length).flatMap((section) => section.map(({ key }) => key))
        const shown = (all: Given) => shownTo(questions, all).filter((key) => own.some((question) => question.key === key))
        expect(shown(without(given, later))).toEqual(shown(given))
      }),
      runs,
    )
  })
  test('the parts are in order, each is asked something, and together they ask what the rules ask', () => {
    fc.assert(
      fc.property(both, ([questions, given]) => {
        const parts = partsShown(questions, given, places)
        expect(parts.map(({ place }) => place)).toEqual([...new Set(parts.map(({ place }) => place))].sort((a, b) => a - b))
        expect(parts.every((part) => part.questions.length > 0)).toBe(true)
        const { values, ideas } = check(questions, given)
        expect(shownTo(questions, given)).toEqual(questionsShown(questions, { values, written: new Set(ideas.map(({ key }) => key)) }).map(({ key }) => key))
      }),
      runs,
    )
  })
  test('what was stored, put back in its form and sent again, is the same answer', () => {
    fc.assert(
      fc.property(both, ([questions, given]) => {
        const { values, ideas } = check(questions, given)
        const ids = new Map(questions.map(({ key, id }) => [key, id]))
        const written = writtenOf(
          questions,
          values,
          ideas.map(({ key, text }) => ({ questionId: ids.get(key) ?? '', text })),
        )
        const again = check(questions, givenOf(JSON.parse(JSON.stringify(written)), questions))
        expect([again.values, again.ideas]).toEqual([values, ideas])
      }),
      runs,
    )
  })
  test('filled in page by page, it is the answer that it would be on one page', () => {
    fc.assert(
      fc.property(both, ([questions, given]) => {
        const { values, ideas } = check(questions, given)
        const ids = new Map(questions.map(({ key, id }) => [key, id]))
        const whole = writtenOf(
          questions,
          values,
          ideas.map(({ key, text }) => ({ questionId: ids.get(key) ?? '', text })),
        )
        let written: Written = {}
        for (let place = 0; ; ) {
          const part = partsShown(questions, givenOf(written, questions), places).find((each) => each.place > place)
          if (!part) break
          const own = new Set(part.questions.map(({ id }) => id))
          written = { ...written, ...Object.fromEntries(Object.entries(whole).filter(([name]) => own.has(questionOfField(name)))) }
          place = part.place
        }
        const checked = check(questions, givenOf(written, questions))
        expect([checked.values, checked.ideas]).toEqual([values, ideas])
      }),
      runs,
    )
  })
})

describe('conditions that can’t be tried', () => {
  test('a ring of conditions, of any length, is refused wherever it stands', () => {
    fc.assert(
      fc.property(anyQuestionnaire, fc.integer({ min: 1, max: 6 }), fc.nat(50), (questions, length, from) => {
        const ring = Array.from({ length: Math.min(length, questions.length) }, (_, step) => questions[(from + step) % questions.length] as Question)
        const ringed = questions.map((question) => {
          const at = ring.indexOf(question)
          const next = ring[(at + 1) % ring.length]
          return at < 0 || !next ? question : { ...question, showIf: { match: 'all' as const, conditions: [{ question: next.key, is: 'answered' as const }] } }
        })
        expect(misplacedConditions(ringed).some(({ key }) => ring.some((question) => question.key === key))).toBe(true)
      }),
      runs,
    )
  })
  test('so is a condition on its own page, on a later one, and on nothing', () => {
    fc.assert(
      fc.property(anyQuestionnaire, fc.nat(50), fc.nat(50), (questions, first, second) => {
        const [early, late] = [first % questions.length, second % questions.length].sort((a, b) => a - b) as [number, number]
        const turned = questions.map((question, index) =>
          index === early ? { ...question, showIf: { match: 'any' as const, conditions: [{ question: questions[late]?.key ?? '', is: 'answered' as const }] } } : question,
        )
        expect(misplacedConditions(turned)).toContainEqual({ key: questions[early]?.key, problem: 'not-earlier' })
      }),
      runs,
    )
  })
})

test('no key made from words is one that every object has', () => {
  for (const words of ['Constructor', '__proto__', 'toString', 'hasOwnProperty']) expect(keyOfWords(words, new Set()) in {}).toBe(false)
})
