import { mayBeShown } from './threshold.ts'

type Place = { readonly key: string; readonly label: string; readonly count: number }
export type PosterFigures = {
  /** The places that as many came from as may be shown, the most used first. */
  readonly places: readonly Place[]
  /** All others together, without their names: that few came from a place is told of no place. No count where they are few together too. */
  readonly others: { readonly count: number | null } | undefined
}

/** How many came by the poster of each place, as it may be shown. */
export function posterFigures(counts: readonly Place[], threshold: number): PosterFigures {
  const places = counts.filter(({ count }) => mayBeShown(count, threshold)).sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'sv'))
  const few = counts.filter(({ count }) => !mayBeShown(count, threshold))
  const together = few.reduce((sum, { count }) => sum + count, 0)
  // One place alone never reaches the threshold.
  return { places, others: few.length === 0 ? undefined : { count: mayBeShown(together, threshold) ? together : null } }
}
