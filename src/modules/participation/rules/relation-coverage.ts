import { isUndisclosed } from './match-background.ts'
import { alone, type ShownCount } from './public-figures.ts'
import { type Choice, choicesNamed, type Question } from './question.ts'
import type { RelationCount } from './relations.ts'

export type RelationRow = {
  readonly label: string
  /** How many people have the relation; nothing where the table doesn't say. */
  readonly people: number | null
  /** Their share of the whole, and what it would be of the answers. Nothing of the whole itself, or of more people than the whole has. */
  readonly share: number | null
  readonly expected: number | null
  readonly answers: ShownCount
}
export type RelationCoverage = {
  /** How many answers say a relation. */
  readonly said: ShownCount
  /** What shares are of: everybody who has any relation, or those who live here where the table doesn't say that. */
  readonly whole: { readonly of: 'any' | 'living-here'; readonly people: number } | null
  readonly rows: readonly RelationRow[]
  /** Relations of the table that can't be chosen. */
  readonly notOffered: readonly string[]
}
/** How many answers say any relation, and each of them. */
export type SaidRelations = { readonly said: number; readonly counts: ReadonlyMap<string, number> }

/**
 * The answers to a question of relations against how many have each. One person may have several, so each is a table of its own, of those who say it and
 * those who don't; none is reckoned from the others. No count is in it that is under the threshold, or by which such a one can be reckoned.
 */
export function coverRelations(
  question: Pick<Question, 'kind' | 'form'>,
  table: { readonly relations: readonly RelationCount[]; readonly residents: number | null },
  { said, counts }: SaidRelations,
  threshold: number,
): RelationCoverage {
  const choices = relationsAsked(question)
  const whole = wholeOf(table)
  const named = table.relations.flatMap(({ relation, count }) => (relation === null ? [] : [{ relation, count }]))
  const found = choices.map((choice) => named.find(({ relation }) => isSame(choice, relation)))
  const isEnough = said >= threshold
  return {
    ...{ said: isEnough ? said : null, whole },
    rows: choices.map((choice, at) => {
      const people = found[at]?.count ?? (whole?.of === 'living-here' && isLivingHere(choice) ? whole.people : null)
      const isWhole = whole?.of === 'living-here' && isLivingHere(choice)
      const share = people === null || whole === null || isWhole || people > whole.people ? null : people / whole.people
      const answers = isEnough ? alone(counts.get(choice.key) ?? 0, said, threshold) : null
      return { label: choice.label, people, share, expected: share === null || !isEnough ? null : share * said, answers }
    }),
    notOffered: named.filter((each) => !found.includes(each)).map(({ relation }) => relation),
  }
}

/** The relations that can be chosen, without the choice to say nothing. */
export function relationsAsked(question: Pick<Question, 'kind' | 'form'>): Choice[] {
  return question.kind === 'several' || question.kind === 'one' ? choicesNamed(question).filter((choice) => !isUndisclosed(choice)) : []
}

function wholeOf({ relations, residents }: { readonly relations: readonly RelationCount[]; readonly residents: number | null }): RelationCoverage['whole'] {
  const any = relations.find(({ relation }) => relation === null)
  const living = relations.find(({ relation }) => relation !== null && core(relation) === livesHere)?.count ?? residents
  const [of, people] = any ? (['any', any.count] as const) : (['living-here', living ?? 0] as const)
  return people > 0 ? { of, people } : null
}

function isSame({ key, label }: Choice, relation: string): boolean {
  return core(label) === core(relation) || key === plain(core(relation))
}

function isLivingHere({ key, label }: Choice): boolean {
  return key === livesHere || core(label) === livesHere
}
const livesHere = 'bor'

/** What of a relation is the same in a choice and in a table: ”Jag arbetar här” and ”arbetar i kommunen” are both ”arbetar”. */
function core(text: string): string {
  return text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .normalize('NFC')
    .toLowerCase()
    .replace(/^jag /, '')
    .replace(/ (här|i kommunen)$/, '')
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '')
}
