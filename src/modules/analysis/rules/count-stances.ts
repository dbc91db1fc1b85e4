import type { StanceCount } from '#statistics'

export type Unit = { readonly statementId: string; readonly responseId: string; readonly groupId: string; readonly persons: number; readonly axis: 'place' | 'workplace' }
export type Coding = { readonly statementId: string; readonly themeId: string; readonly stance: 'keep' | 'leave' | 'want' | null }
export type Counted = StanceCount & {
  readonly mentioned: number
  readonly keep: number
  readonly leave: number
  readonly want: number
  /** Persons behind the mentions: for a note, everybody in its group. */
  readonly persons: number
  readonly statements: number
}

/**
 * Counts what each group said of each theme, in the group's own unit: an answer or a note counts once, however often it comes
 * back to the theme. Keep and want speak for it, leave against it; an answer that says both takes no stand. Only what was said
 * of the place counts: what employees said of their workplace is another question, and the two are never added.
 */
export function countStances(groupIds: readonly string[], themeIds: readonly string[], units: readonly Unit[], codings: readonly Coding[]): Counted[] {
  const place = new Map(units.filter(({ axis }) => axis === 'place').map((unit) => [unit.statementId, unit]))
  const asked = new Map<string, Set<string>>()
  for (const { groupId, responseId } of place.values()) held(asked, groupId, () => new Set()).add(responseId)
  const said = new Map<string, Map<string, Said>>()
  for (const { statementId, themeId, stance } of codings) {
    const unit = place.get(statementId)
    if (!unit) continue
    const answer = held(
      held(said, `${unit.groupId} ${themeId}`, () => new Map<string, Said>()),
      unit.responseId,
      () => ({ stances: new Set(), statements: new Set(), persons: unit.persons }),
    )
    answer.statements.add(statementId)
    if (stance) answer.stances.add(stance)
  }
  return themeIds.flatMap((theme) => groupIds.map((group) => countOf(group, theme, asked.get(group)?.size ?? 0, [...(said.get(`${group} ${theme}`)?.values() ?? [])])))
}

type Said = { readonly stances: Set<string>; readonly statements: Set<string>; readonly persons: number }

function countOf(group: string, theme: string, asked: number, answers: readonly Said[]): Counted {
  const takes = (stance: string) => answers.filter(({ stances }) => stances.has(stance)).length
  const isFor = ({ stances }: Said) => stances.has('keep') || stances.has('want')
  const isAgainst = ({ stances }: Said) => stances.has('leave')
  return {
    group,
    theme,
    asked,
    mentioned: answers.length,
    for: answers.filter((answer) => isFor(answer) && !isAgainst(answer)).length,
    against: answers.filter((answer) => isAgainst(answer) && !isFor(answer)).length,
    keep: takes('keep'),
    leave: takes('leave'),
    want: takes('want'),
    persons: answers.reduce((sum, { persons }) => sum + persons, 0),
    statements: answers.reduce((sum, { statements }) => sum + statements.size, 0),
  }
}

function held<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}
