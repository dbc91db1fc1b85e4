import type { Day } from '#kernel/day'

export type Dates = { readonly from: Day; readonly to: Day }
export type Move = Dates & { readonly reason: string; readonly movedAt: string }
export type StepState = 'planned' | 'going' | 'late' | 'done' | 'left-out'

/** The dates that hold: the last move, else the plan. */
export function datesInForce(planned: Dates, moves: readonly Move[]): Dates {
  const last = moves.at(-1)
  return last ? { from: last.from, to: last.to } : planned
}

/**
 * Where a step stands on a day.
 *
 * @example
 * stepState({ from: day('2020-10-05'), to: day('2020-11-29') }, undefined, day('2020-10-12')) // => 'going'
 */
export function stepState(dates: Dates, closed: 'done' | 'left-out' | undefined, on: Day): StepState {
  if (closed) return closed
  if (on < dates.from) return 'planned'
  return on <= dates.to ? 'going' : 'late'
}
