/** The parts of a picture that the thread runs through, as ids that point back along the line. */
export type Strands = {
  readonly phrases: readonly { readonly id: string; readonly themes: readonly string[] }[]
  readonly decisionOfVision: string | undefined
  readonly focusAreas: readonly { readonly id: string; readonly phraseIds: readonly string[] }[]
  readonly goals: readonly { readonly id: string; readonly focusAreaId: string | null; readonly definitionIds: readonly string[] }[]
  readonly judged: readonly string[]
}
/** What lies on one thread: everything that leads to the place one stands on, and everything that came of it. */
export type Followed = {
  readonly themes: readonly string[]
  readonly phrases: readonly string[]
  readonly decision: string | undefined
  readonly goals: readonly string[]
  readonly definitions: readonly string[]
  readonly judged: readonly string[]
}
export type Start =
  | { readonly themes: readonly string[] }
  | { readonly phrases: readonly string[] }
  /** The whole vision: everything that was said, and every phrase, also one that rests on nothing. */
  | { readonly themes: readonly string[]; readonly phrases: readonly string[] }
  | { readonly goals: readonly string[] }
  | { readonly definitions: readonly string[] }
  | { readonly decision: string }

/** Follows the thread both ways from where one stands. A link that is missing leaves what lies beyond it empty. */
export function followThread(strands: Strands, start: Start): Followed {
  const goals = goalsOf(strands, start)
  const phrases = phrasesOf(strands, start, goals)
  const themes = 'themes' in start ? start.themes : unique(strands.phrases.filter(({ id }) => phrases.includes(id)).flatMap((phrase) => phrase.themes))
  const reached = goals ?? goalsFrom(strands, phrases)
  const definitions = 'definitions' in start ? start.definitions : unique(strands.goals.filter(({ id }) => reached.includes(id)).flatMap(({ definitionIds }) => definitionIds))
  return {
    themes,
    phrases,
    decision: 'decision' in start ? start.decision : phrases.length > 0 ? strands.decisionOfVision : undefined,
    goals: reached,
    definitions,
    judged: strands.judged.filter((id) => reached.includes(id)),
  }
}

function goalsOf(strands: Strands, start: Start): readonly string[] | undefined {
  if ('goals' in start) return start.goals
  if ('definitions' in start) return strands.goals.filter(({ definitionIds }) => definitionIds.some((id) => start.definitions.includes(id))).map(({ id }) => id)
  return undefined
}

function phrasesOf(strands: Strands, start: Start, goals: readonly string[] | undefined): readonly string[] {
  if ('phrases' in start) return start.phrases
  if ('themes' in start) return strands.phrases.filter(({ themes }) => themes.some((id) => start.themes.includes(id))).map(({ id }) => id)
  if (goals) {
    const areas = new Set(strands.goals.filter(({ id }) => goals.includes(id)).map(({ focusAreaId }) => focusAreaId))
    return unique(strands.focusAreas.filter(({ id }) => areas.has(id)).flatMap(({ phraseIds }) => phraseIds))
  }
  return 'decision' in start && start.decision === strands.decisionOfVision ? strands.phrases.map(({ id }) => id) : []
}

function goalsFrom(strands: Strands, phrases: readonly string[]): readonly string[] {
  const areas = new Set(strands.focusAreas.filter(({ phraseIds }) => phraseIds.some((id) => phrases.includes(id))).map(({ id }) => id))
  return strands.goals.filter(({ focusAreaId }) => focusAreaId !== null && areas.has(focusAreaId)).map(({ id }) => id)
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}
