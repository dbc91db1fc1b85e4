import { collapseLevels, designEffect, type Margin, marginOfError, rake, shareInterval, trimWeights, weightedMean } from '#statistics'

/** A variable that is known of the population: how many people there are at each level, and at which each answer is; -1 where it says nothing. */
export type KnownMargin<Of extends string = string> = {
  readonly of: Of
  readonly levels: readonly { readonly label: string; readonly people: number }[]
  readonly levelOf: readonly number[]
}
export type WeighedLevel = { readonly label: string; readonly people: number; readonly answers: number; readonly unweighted: number; readonly weighted: number }
export type Weighed<Of extends string = string> = {
  readonly weights: Float64Array
  readonly margins: readonly Margin[]
  readonly levels: readonly { readonly of: Of; readonly levels: readonly WeighedLevel[]; readonly missing: number }[]
  readonly answers: number
  readonly designEffect: number
  readonly effectiveSize: number
  /** Half the interval about a share of one half, without and with weights, at 95 %. */
  readonly margin: { readonly unweighted: number; readonly weighted: number }
  /** Weights over the most that is let through, in mean weights; what they were, each size once and the largest first, and what they became. */
  readonly trimmed: { readonly count: number; readonly largest: number; readonly to: number; readonly were: readonly number[] }
  readonly remarks: readonly Remark<Of>[]
}
/** What was not done as it was asked for. */
export type Remark<Of extends string = string> =
  | { readonly why: 'collapsed'; readonly of: Of; readonly labels: readonly string[] }
  | { readonly why: 'one-level'; readonly of: Of }
  | { readonly why: 'nobody-lives-there'; readonly of: Of; readonly label: string; readonly answers: number }
  | { readonly why: 'not-met'; readonly largestError: number }

const fewestAtLevel = 5
/** No answer weighs more than five others on average: as anesrake does. */
const mostWeight = 5

/**
 * Weights with which the answers to a survey have the population's margins (raking), each level with at least five answers. Levels with fewer are made one
 * with the smallest beside them; of ages beside means next in age. Weights over five times the mean are cut to that, and what is cut off is spread over
 * the others, so that the margins are then nearly met: how nearly is seen in `levels`. Nothing when there is nothing to weigh by.
 */
export function weighSurvey<Of extends string>(known: readonly KnownMargin<Of>[]): Weighed<Of> | undefined {
  const remarks: Remark<Of>[] = []
  const margins = known.flatMap((margin) => collapsed(margin, remarks))
  const answers = known[0]?.levelOf.length ?? 0
  if (answers < fewestAtLevel || margins.length === 0) return undefined
  const shares: Margin[] = margins.map(({ of, levels, levelOf }) => {
    const all = sum(levels.map(({ people }) => people))
    return { name: of, of: levelOf, totals: levels.map(({ people }) => people / all) }
  })
  const raked = rake(new Array<number>(answers).fill(1), shares, { mostIterations: 500, tolerance: 1e-8 })
  if (!raked.converged) remarks.push({ why: 'not-met', largestError: raked.largestMarginError })
  const mean = sum([...raked.weights]) / answers
  const full = raked.weights.map((weight) => weight / mean)
  const weights = trimWeights(full, { high: mostWeight, strict: true })
  const { designEffect: effect, effectiveSize } = designEffect(weights)
  return {
    ...{ weights, margins: shares, answers, designEffect: effect, effectiveSize, remarks },
    levels: margins.map(({ of, levels, levelOf }) => levelsOf(of, levels, levelOf, weights)),
    margin: { unweighted: marginOfError(0.5, answers), weighted: marginOfError(0.5, answers, { designEffect: effect }) },
    trimmed: { ...over(full), largest: Math.max(...full), to: mostWeight },
  }
}

// How many have the same weight is not told: those few may be all of their kind.
function over(full: Float64Array): { count: number; were: number[] } {
  const own = full.filter((weight) => weight > mostWeight + 1e-9)
  return { count: own.length, were: [...new Set([...own].map((weight) => Math.round(weight * 100) / 100))].sort((one, other) => other - one) }
}

export type ShareEstimate = { readonly answers: number; readonly unweighted: number; readonly weighted: number; readonly low: number | null; readonly high: number | null }

/** A share without and with weights, of the answers that are asked about; the interval is 95 %, none where everybody says the same. */
export function estimateShare(
  { weights, margins }: Pick<Weighed, 'weights' | 'margins'>,
  isAsked: (answer: number) => boolean,
  has: (answer: number) => boolean,
): ShareEstimate | undefined {
  const asked = Array.from(weights.keys()).filter(isAsked)
  if (asked.length < 2) return undefined
  const values = asked.map((answer) => (has(answer) ? 1 : 0))
  const own = margins.map((margin) => ({ ...margin, of: asked.map((answer) => margin.of[answer] as number) }))
  const { mean, standardError } = weightedMean(
    values,
    asked.map((answer) => weights[answer] as number),
    own,
  )
  const interval = mean > 0 && mean < 1 && standardError > 0 ? shareInterval(mean, standardError, asked.length) : undefined
  return { answers: asked.length, unweighted: sum(values) / asked.length, weighted: mean, low: interval?.low ?? null, high: interval?.high ?? null }
}

function collapsed<Of extends string>({ of, levels, levelOf }: KnownMargin<Of>, remarks: Remark<Of>[]): KnownMargin<Of>[] {
  const answersAt = levels.map((_, level) => levelOf.filter((each) => each === level).length)
  levels.forEach(({ label, people }, level) => {
    const answers = answersAt[level] ?? 0
    if (people === 0 && answers > 0) remarks.push({ why: 'nobody-lives-there', of, label, answers })
  })
  // Ages have an order; places and genders are put together by how few they are.
  const lived = levels.map((_, level) => level).filter((level) => (levels[level]?.people ?? 0) > 0)
  const ordered = of === 'age' ? lived : lived.sort((one, other) => (answersAt[one] ?? 0) - (answersAt[other] ?? 0) || one - other)
  const into = collapseLevels(
    ordered.map((level) => answersAt[level] ?? 0),
    fewestAtLevel,
  )
  const merged = [...Map.groupBy(ordered, (_, at) => into[at] as number).values()]
  for (const own of merged) if (own.length > 1) remarks.push({ why: 'collapsed', of, labels: own.map((level) => levels[level]?.label ?? '') })
  if (merged.length < 2) {
    remarks.push({ why: 'one-level', of })
    return []
  }
  const newLevel = new Map(merged.flatMap((own, at) => own.map((level) => [level, at])))
  return [
    {
      of,
      levels: merged.map((own) => ({ label: own.map((level) => levels[level]?.label ?? '').join(' + '), people: sum(own.map((level) => levels[level]?.people ?? 0)) })),
      levelOf: levelOf.map((level) => newLevel.get(level) ?? -1),
    },
  ]
}

function levelsOf<Of extends string>(of: Of, levels: KnownMargin['levels'], levelOf: readonly number[], weights: Float64Array) {
  const at = (level: number) => levelOf.flatMap((each, answer) => (each === level ? [weights[answer] as number] : []))
  const [people, known] = [sum(levels.map((level) => level.people)), levelOf.filter((level) => level >= 0).length]
  const mass = sum(levels.map((_, level) => sum(at(level))))
  return {
    of,
    missing: levelOf.length - known,
    levels: levels.map(({ label, people: own }, level) => ({
      label,
      people: own / people,
      answers: at(level).length,
      unweighted: at(level).length / known,
      weighted: sum(at(level)) / mass,
    })),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
