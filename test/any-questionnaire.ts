import fc from 'fast-check'
import type { Given, GivenAnswer } from '../src/modules/participation/rules/check-answers.ts'
import { type Condition, dontKnow, isAsked, type Question, type QuestionForm, type QuestionKind, questionKinds, type ShowIf } from '../src/modules/participation/rules/question.ts'
import { sectionsOf } from '../src/modules/participation/rules/show-question.ts'

/** The places that can be chosen. */
export const places: ReadonlySet<string> = new Set(['norr', 'soder'])

const choice = (key: string) => ({ key, label: key.toUpperCase(), labelEnglish: null })
// A key may be a number, which JavaScript puts before all others.
const choices = ['bo', '7', 'arbeta', 'inget'].map((key) => ({ ...choice(key), alone: key === 'inget' || undefined }))
const rows = ['skola', '3'].map(choice)

const forms: { readonly [Kind in QuestionKind]?: fc.Arbitrary<QuestionForm> } = {
  one: fc.record({ choices: fc.constant(choices), other: fc.boolean() }),
  several: fc.record({ choices: fc.constant(choices), other: fc.boolean(), least: fc.constantFrom(undefined, 2), most: fc.constantFrom(undefined, 2) }),
  matrix: fc.constant({ choices, rows }),
  ranking: fc.record({ choices: fc.constant(choices), most: fc.constantFrom(undefined, 2) }),
  picture: fc.constant({ choices }),
  number: fc.record({ whole: fc.boolean(), least: fc.constantFrom(undefined, 0), most: fc.constantFrom(undefined, 20) }),
  date: fc.record({ earliest: fc.constantFrom(undefined, '2026-01-01') }),
  text: fc.record({ longest: fc.constantFrom(undefined, 20) }),
  lines: fc.record({ longest: fc.constantFrom(undefined, 20) }),
}

const question = fc.constantFrom(...questionKinds).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    form: forms[kind] ?? fc.constant({}),
    required: fc.boolean(),
    begins: fc.boolean(),
    conditions: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }),
    any: fc.boolean(),
  }),
)

/** A questionnaire that can be opened: questions of every kind in parts, with conditions on what is answered in earlier ones. */
export const anyQuestionnaire: fc.Arbitrary<Question[]> = fc.array(question, { minLength: 1, maxLength: 14 }).map((drawn) => {
  const asked: Question[] = []
  for (const [index, { kind, form, required, begins, conditions, any }] of drawn.entries()) {
    const sectionHeading = begins ? `Del ${index}` : null
    const earlier = (begins ? sectionsOf(asked) : sectionsOf(asked).slice(0, -1)).flat().filter(isAsked)
    const on = earlier.length === 0 ? [] : conditions.map(([at, how]) => conditionOn(earlier[at % earlier.length] as Question, how))
    const showIf: ShowIf | null = on.length === 0 ? null : { match: any ? 'any' : 'all', conditions: on }
    const key = index % 5 === 4 ? String(20 - index) : `fraga-${index}`
    asked.push({ id: `id-${index}`, key, kind, form, required: required && kind !== 'information', maxLines: 3, showIf, sectionHeading })
  }
  return asked
})

function conditionOn({ key, kind, form }: Question, how: number): Condition {
  const counted = kind === 'number' || kind === 'scale' || kind === 'several'
  const chosen =
    kind === 'place'
      ? [...places]
      : kind === 'scale'
        ? ['1', '3', dontKnow]
        : kind === 'one' || kind === 'several' || kind === 'picture'
          ? form.choices?.map((each) => each.key)
          : undefined
  const fitting: Condition['is'][] = ['answered', 'not-answered', ...(counted ? (['at-least', 'at-most'] as const) : []), ...(chosen ? (['one-of', 'not-one-of'] as const) : [])]
  const is = fitting[how % fitting.length] ?? 'answered'
  return {
    question: key,
    is,
    ...(is.endsWith('one-of') ? { values: chosen?.filter((_, index) => (how >> index) % 2 === 0).concat(chosen[0] ?? '') } : {}),
    ...(is.startsWith('at-') ? { value: how % 5 } : {}),
  }
}

const said = fc.constantFrom('Skogen', 'Två saker; och en till', '- Bussen', '  ', '', 'å'.repeat(25), 'bad\u0000hus', '\u200b', '1. Först\n2. Sedan', '=SUM(A1)', '\u2028')
const key = fc.constantFrom('bo', '7', 'arbeta', 'inget', 'annat', 'finns-inte', '')
const byKind: { readonly [Kind in QuestionKind]?: fc.Arbitrary<GivenAnswer> } = {
  lines: fc.record({ texts: fc.array(said, { maxLength: 4 }) }),
  text: fc.record({ texts: fc.array(said, { maxLength: 2 }) }),
  matrix: fc.record({
    texts: fc.constant([]),
    byRow: fc.dictionary(fc.constantFrom('skola', '3', 'ingen'), fc.constantFrom('bo', '7', dontKnow, '', 'x'), { maxKeys: 2, noNullPrototype: true }),
  }),
  ranking: fc.record({ texts: fc.constant([]), byRow: fc.dictionary(fc.constantFrom('bo', '7', 'arbeta'), fc.constantFrom('1', '2', '3', '', '1e0'), { noNullPrototype: true }) }),
  scale: fc.record({ texts: fc.array(fc.constantFrom('1', '3', '5', '9', dontKnow, ''), { maxLength: 1 }) }),
  number: fc.record({ texts: fc.array(fc.constantFrom('0', '2', '12,5', '−3', '1e309', 'NaN', '', '1 200'), { maxLength: 1 }) }),
  date: fc.record({ texts: fc.array(fc.constantFrom('2026-11-27', '2025-01-01', '2026-02-30', ''), { maxLength: 1 }) }),
  place: fc.record({ texts: fc.array(fc.constantFrom('norr', 'soder', 'paris', ''), { maxLength: 1 }) }),
}
const chosen = fc.record({ texts: fc.array(key, { maxLength: 3 }), other: fc.option(said, { nil: undefined }) })

/** What somebody sends in: right and wrong, also on what isn't asked of them. */
export function anyGiven(questions: readonly Question[]): fc.Arbitrary<Given> {
  const answers = questions.filter(isAsked).map(({ key, kind }) => fc.option(byKind[kind] ?? chosen, { nil: undefined }).map((answer) => [key, answer] as const))
  return fc.tuple(...answers).map((all) => Object.fromEntries(all.flatMap(([key, answer]) => (answer ? [[key, answer]] : []))))
}
