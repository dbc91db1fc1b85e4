import { adjustPValues, betaCdf } from '#statistics'
import { type Span, sayShort } from './age-span.ts'
import type { BackgroundCount, Compared, Level } from './match-background.ts'
import type { Population, Sex } from './population.ts'

export type CoverageRow = {
  readonly label: string
  readonly place: string | null
  readonly span: Span | null
  readonly sex: Sex | null
  readonly population: number
  /** What the answers so far would be if everybody had answered alike. */
  readonly expected: number
  readonly answers: number
  /** How likely so large a difference is by chance alone, adjusted for how many are looked at. */
  readonly likelihood: number
  readonly couldBeChance: boolean
}
export type CoverageTable = { readonly of: 'sex' | 'age' | 'place' | 'place-age'; readonly answers: number; readonly population: number; readonly rows: readonly CoverageRow[] }

const fewestExpected = 5
const chance = 0.05
const gapsShown = 5

/**
 * Answers against the population: by sex, by age, by place, and by place and age where at least five would be expected. What is expected of a group
 * is its part of the population times the answers that say where they belong; those that don't are in no row. A group that is empty, in the
 * population and in the answers, is not a row. Whether a difference could be chance is the exact binomial test, both ways (twice the smaller tail),
 * adjusted for the number of rows (Benjamini & Hochberg).
 */
export function coverageOf(compared: Compared, population: Population, counts: readonly BackgroundCount[]): CoverageTable[] {
  const { place, age, gender } = compared
  const all: Level = { keys: null, label: '', spans: age && !age.isWhole ? age.levels.flatMap(({ spans }) => spans ?? []) : null }
  const tables: CoverageTable[] = []
  if (gender)
    tables.push(
      tableOf(
        'sex',
        gender.levels.map((level) => ({ place: all, age: all, gender: level })),
        population,
        counts,
      ),
    )
  if (age)
    tables.push(
      tableOf(
        'age',
        age.levels.map((level) => ({ place: all, age: level, gender: all })),
        population,
        counts,
      ),
    )
  if (place)
    tables.push(
      tableOf(
        'place',
        place.levels.map((level) => ({ place: level, age: all, gender: all })),
        population,
        counts,
      ),
    )
  if (place && age) {
    const groups = place.levels.flatMap((where) => age.levels.map((old) => ({ place: where, age: old, gender: all })))
    const both = tableOf('place-age', groups, population, counts)
    tables.push({ ...both, rows: both.rows.filter(({ expected }) => expected >= fewestExpected) })
  }
  return tables
}

/** The groups that most answers are missing from: those that have too few for it to be chance, the largest gap first. */
export function largestGaps(tables: readonly CoverageTable[]): CoverageRow[] {
  return tables
    .flatMap(({ rows }) => rows)
    .filter(({ couldBeChance, expected, answers }) => !couldBeChance && answers < expected)
    .sort((a, b) => b.expected - b.answers - (a.expected - a.answers) || a.label.localeCompare(b.label, 'sv'))
    .slice(0, gapsShown)
}

/**
 * How likely it is that a group with this share of the population gives so few answers of all, or so many, if everybody answers alike.
 *
 * @example
 * likelihoodOf(0, 5, 0.5) // ≈ 0.0625: twice one in thirty-two
 */
export function likelihoodOf(answers: number, all: number, share: number): number {
  if (share <= 0 || share >= 1 || all === 0) return answers === all * share ? 1 : 0
  const atMost = answers >= all ? 1 : betaCdf(1 - share, all - answers, answers + 1)
  const atLeast = answers <= 0 ? 1 : betaCdf(share, answers, all - answers + 1)
  return Math.min(1, 2 * Math.min(atMost, atLeast))
}

type Group = { readonly place: Level; readonly age: Level; readonly gender: Level }

function tableOf(of: CoverageTable['of'], groups: readonly Group[], population: Population, counts: readonly BackgroundCount[]): CoverageTable {
  const sized = groups
    .map((group) => ({ group, people: peopleIn(group, population), answers: answersIn(group, counts) }))
    .filter(({ people, answers }) => people > 0 || answers > 0)
  const [all, given] = [sum(sized.map(({ people }) => people)), sum(sized.map(({ answers }) => answers))]
  const likelihoods = adjustPValues(sized.map(({ people, answers }) => (all === 0 ? 1 : likelihoodOf(answers, given, people / all))))
  const rows = sized.map(({ group, people, answers }, at): CoverageRow => {
    const likelihood = likelihoods[at] ?? 1
    return {
      label: labelOf(group),
      ...{ place: group.place.place ?? null, span: group.age.span ?? null, sex: group.gender.sex ?? null },
      ...{ population: people, answers, expected: all === 0 ? 0 : (people / all) * given },
      ...{ likelihood, couldBeChance: likelihood >= chance },
    }
  })
  return { of, answers: given, population: all, rows }
}

function peopleIn({ place, age, gender }: Group, { countOf }: Population): number {
  const of = { place: place.place ?? null, sex: gender.sex ?? null }
  return age.spans ? sum(age.spans.map((span) => countOf({ ...of, span }))) : countOf({ ...of, span: null })
}

function answersIn({ place, age, gender }: Group, counts: readonly BackgroundCount[]): number {
  const isIn = ({ keys }: Level, key: string | null) => keys === null || (key !== null && keys.includes(key))
  return sum(counts.filter((each) => isIn(place, each.place) && isIn(age, each.age) && isIn(gender, each.gender)).map(({ count }) => count))
}

function labelOf({ place, age, gender }: Group): string {
  if (place.label && age.span) return `${place.label} ${sayShort(age.span)}`
  return [place.label, age.label, gender.label].filter(Boolean).join(' ')
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
