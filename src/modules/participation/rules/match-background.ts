import { partsOf, readSpan, type Span, sayShort } from './age-span.ts'
import type { Population, Sex } from './population.ts'
import { readSex } from './population-rows.ts'
import { type Background, type Choice, choicesNamed, dontKnow, type Question } from './question.ts'

/** How many answers there are of each combination of background; `null` is not answered. */
export type BackgroundCount = { readonly place: string | null; readonly age: string | null; readonly gender: string | null; readonly count: number }
/** A group of answers and of people: the keys of its answers (`null` is every answer), and what it is in the table. */
export type Level = {
  readonly keys: readonly string[] | null
  readonly label: string
  readonly place?: string
  readonly span?: Span
  readonly sex?: Sex
  /** The spans of the table that make it up; `null` is every age, by the table's own total. */
  readonly spans?: readonly Span[] | null
}
type Dimension = { readonly levels: readonly Level[] }
export type Compared = { readonly place: Dimension | null; readonly age: (Dimension & { readonly isWhole: boolean }) | null; readonly gender: Dimension | null }
export type BackgroundQuestion = Question & { readonly background: Background | null }
export type Asked = 'place' | 'age' | 'gender'

/** Why something can't be compared, or only in part. */
export type Mismatch =
  | { readonly of: Asked; readonly why: 'not-asked' | 'not-in-table' | 'not-choices' }
  /** A span of the table lies across the edge of one that is asked for. */
  | { readonly of: 'age'; readonly why: 'not-exact'; readonly table: string; readonly asked: string }
  | { readonly of: 'age'; readonly why: 'ages-missing' | 'ages-overlap'; readonly asked: string }
  /** Choices that the table has no people for; and places of the table that can't be chosen, so that nobody is expected from them. */
  | { readonly of: Asked; readonly why: 'unknown-choices' | 'not-offered'; readonly names: readonly string[] }
/** Of the answers to a question: not answered at all, would rather not say, and something that the table has no people for. */
export type LeftOut = { readonly of: Asked; readonly unanswered: number; readonly undisclosed: number; readonly outside: number }
export type Match = { readonly compared: Compared; readonly mismatches: readonly Mismatch[] }

const rathersNot = /(vill (ej|inte)|uppger? (ej|inte)|inte (säga|uppge|svara)|prefer not|rather not)/i

/** Which of the background questions can be held against a table, and what in them can't. Ages are put together only when that can be done exactly. */
export function matchBackground(questions: readonly BackgroundQuestion[], population: Population): Match {
  const mismatches: Mismatch[] = []
  const asked = (of: Asked) => {
    const question = questions.find(({ background }) => background === of)
    const has = { place: population.places, age: population.spans, gender: population.sexes }[of].length > 0
    const choices =
      question && ['one', 'place', 'picture'].includes(question.kind) ? choicesNamed({ ...question, squares: undefined }).filter((choice) => !isUndisclosed(choice)) : []
    const why = !question ? 'not-asked' : !has ? 'not-in-table' : choices.length === 0 ? 'not-choices' : undefined
    if (why) mismatches.push({ of, why })
    return why ? undefined : choices
  }
  const [where, old, who] = [asked('place'), asked('age'), asked('gender')]
  const compared = {
    place: where ? matchPlaces(where, population, mismatches) : null,
    age: old ? matchAges(old, population, mismatches) : null,
    gender: who ? matchSexes(who, population, mismatches) : null,
  }
  return { compared, mismatches }
}

/** Of each question that is compared, how many answers are in no group, and why. */
export function leftOut({ compared }: Match, questions: readonly BackgroundQuestion[], counts: readonly BackgroundCount[]): LeftOut[] {
  return (['place', 'age', 'gender'] as const).flatMap((of) => {
    const levels = compared[of]?.levels
    const question = questions.find(({ background }) => background === of)
    if (!levels || !question) return []
    const inside = new Set(levels.flatMap(({ keys }) => keys ?? []))
    const quiet = new Set([
      dontKnow,
      ...choicesNamed(question)
        .filter(isUndisclosed)
        .map(({ key }) => key),
    ])
    const many = (is: (key: string | null) => boolean) => counts.filter((each) => is(each[of])).reduce((total, { count }) => total + count, 0)
    return [
      {
        of,
        unanswered: many((key) => key === null),
        undisclosed: many((key) => key !== null && quiet.has(key)),
        outside: many((key) => key !== null && !quiet.has(key) && !inside.has(key)),
      },
    ]
  })
}

/** Whether a choice is to say nothing of it. */
export function isUndisclosed({ key, label }: Choice): boolean {
  return key === dontKnow || key.startsWith('vill-ej') || key.startsWith('vill-inte') || rathersNot.test(label)
}

function matchPlaces(choices: readonly Choice[], population: Population, mismatches: Mismatch[]): Dimension | null {
  const levels = population.places.flatMap((place): Level[] => {
    const same = choices.filter(({ label }) => fold(label) === fold(place))
    return same.length > 0 ? [{ keys: same.map(({ key }) => key), label: same.at(-1)?.label ?? place, place }] : []
  })
  const known = new Set(levels.flatMap(({ keys }) => keys ?? []))
  const unknown = choices.filter(({ key }) => !known.has(key)).map(({ label }) => label)
  const unoffered = population.places.filter((place) => !levels.some((level) => level.place === place) && population.countOf({ place, span: null, sex: null }) > 0)
  if (unknown.length > 0) mismatches.push({ of: 'place', why: 'unknown-choices', names: unknown })
  if (unoffered.length > 0) mismatches.push({ of: 'place', why: 'not-offered', names: unoffered })
  return levels.length > 0 ? { levels } : null
}

function matchAges(choices: readonly Choice[], population: Population, mismatches: Mismatch[]): Compared['age'] {
  const read = choices.map((choice) => ({ ...choice, span: readSpan(choice.label) }))
  const unknown = read.filter(({ span }) => !span || span === 'all').map(({ label }) => label)
  if (unknown.length > 0) mismatches.push({ of: 'age', why: 'unknown-choices', names: unknown })
  const levels: Level[] = []
  for (const { key, label, span } of read) {
    if (!span || span === 'all') continue
    const made = partsOf(span, population.spans)
    if ('across' in made) mismatches.push({ of: 'age', why: 'not-exact', table: sayShort(made.across), asked: sayShort(span) })
    else if ('missing' in made) mismatches.push({ of: 'age', why: 'ages-missing', asked: sayShort(span) })
    else if (made.parts.some((part) => levels.some(({ spans }) => spans?.includes(part)))) mismatches.push({ of: 'age', why: 'ages-overlap', asked: sayShort(span) })
    else levels.push({ keys: [key], label, span, spans: made.parts })
  }
  const isExact = !mismatches.some(({ why }) => why === 'not-exact' || why === 'ages-missing' || why === 'ages-overlap')
  return isExact && levels.length > 0 ? { levels, isWhole: levels.flatMap(({ spans }) => spans ?? []).length === population.spans.length } : null
}

function matchSexes(choices: readonly Choice[], { sexes }: Population, mismatches: Mismatch[]): Dimension | null {
  const read = choices.map((choice) => ({ ...choice, sex: readSex(choice.label) }))
  const levels = sexes.flatMap((sex): Level[] => read.filter((each) => each.sex === sex).map(({ key, label }) => ({ keys: [key], label, sex })))
  const unknown = read.filter(({ sex }) => !sex).map(({ label }) => label)
  if (unknown.length > 0) mismatches.push({ of: 'gender', why: 'unknown-choices', names: unknown })
  return levels.length > 0 ? { levels } : null
}

function fold(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').normalize('NFC').toLowerCase()
}
