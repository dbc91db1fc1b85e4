import { type ConsensusOptions, findConsensus } from './find-consensus.ts'
import type { StanceCount } from './shrink-support.ts'

export type Sensitivity = {
  readonly theme: string
  /** Its place by E[min], the first being 1. */
  readonly rank: number
  /** Its place when one group is left out; undefined where nobody else took a stand. */
  readonly without: Readonly<Record<string, number | undefined>>
  /** The group whose absence moves it most, if it moves at all. */
  readonly decisive: string | undefined
  /** Its place when the prior weighs half and twice as much. */
  readonly priorHalved: number | undefined
  readonly priorDoubled: number | undefined
  /** In the top list in all of these, or outside it in all. */
  readonly robust: boolean
}

/**
 * How much the order of the themes hangs on any one group and on the prior: everything is reckoned again without each group, and with
 * half and twice the prior's weight.
 *
 * @example
 * const counts = [
 *   { group: 'a', theme: 'x', for: 20, against: 0, asked: 20 }, { group: 'b', theme: 'x', for: 18, against: 2, asked: 20 },
 *   { group: 'a', theme: 'y', for: 19, against: 1, asked: 20 }, { group: 'b', theme: 'y', for: 2, against: 18, asked: 20 },
 * ]
 * consensusSensitivity(counts, { seed: 1, top: 1 })[1].decisive // => undefined
 * consensusSensitivity(counts, { seed: 1, top: 1 })[0].robust // => true
 */
export function consensusSensitivity(counts: readonly StanceCount[], { top = 10, ...options }: ConsensusOptions & { readonly top?: number }): Sensitivity[] {
  const groups = [...new Set(counts.map(({ group }) => group))].sort()
  const ranks = ranksOf(counts, options)
  const without = new Map(
    groups.map((group) => [
      group,
      ranksOf(
        counts.filter((count) => count.group !== group),
        options,
      ),
    ]),
  )
  const [halved, doubled] = [0.5, 2].map((priorWeight) => ranksOf(counts, { ...options, priorWeight }))
  return [...ranks].map(([theme, rank]) => {
    const others = Object.fromEntries(groups.map((group) => [group, without.get(group)?.get(theme)]))
    const moved = groups.map((group) => ({ group, by: Math.abs((others[group] ?? rank) - rank) })).sort((one, other) => other.by - one.by)
    const places = [rank, ...Object.values(others), halved?.get(theme), doubled?.get(theme)].filter((place) => place !== undefined)
    return {
      theme,
      rank,
      without: others,
      decisive: (moved[0]?.by ?? 0) > 0 ? moved[0]?.group : undefined,
      priorHalved: halved?.get(theme),
      priorDoubled: doubled?.get(theme),
      robust: places.every((place) => place <= top) || places.every((place) => place > top),
    }
  })
}

function ranksOf(counts: readonly StanceCount[], options: ConsensusOptions): Map<string, number> {
  const scored = findConsensus(counts, options).flatMap(({ theme, score }) => (score ? [{ theme, worth: score.minimum.mean }] : []))
  return new Map(scored.sort((one, other) => other.worth - one.worth || (one.theme < other.theme ? -1 : 1)).map(({ theme }, at) => [theme, at + 1]))
}
