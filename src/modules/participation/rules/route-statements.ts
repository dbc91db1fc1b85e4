import { statementPriority } from '#statistics'

export type VoteCounts = { readonly agree: number; readonly pass: number; readonly disagree: number }

/**
 * How much each statement is worth asking next, by how it has been voted on so far: Polis' priority, which shows more of what is new and what people take
 * a stand for, and besides, a statement with fewer than half as many votes as the others have on average is worth as much as the best, so that each is
 * served enough, also what nobody likes. The place on the map is not weighed in: it would take every vote to route one.
 *
 * @example
 * statementPriorities([{ agree: 9, pass: 0, disagree: 0 }, { agree: 0, pass: 0, disagree: 1 }]) // ≈ [6.3504, 6.3504]
 */
export function statementPriorities(counts: readonly VoteCounts[]): number[] {
  const seen = counts.map(({ agree, pass, disagree }) => agree + pass + disagree)
  const mean = seen.reduce((sum, each) => sum + each, 0) / Math.max(1, counts.length)
  const priorities = counts.map(({ agree, pass }, at) => statementPriority({ agree, pass, seen: seen[at] ?? 0, extremity: 0, meta: false }))
  const best = Math.max(0, ...priorities)
  return priorities.map((priority, at) => ((seen[at] ?? 0) < mean / 2 ? best : priority))
}
