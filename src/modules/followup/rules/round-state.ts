import type { Day } from '#kernel/day'

/** Uppföljningsomgången: planerad → öppen → stängd → låst (→ återöppnad → låst). */
export type RoundState = 'planned' | 'open' | 'closed' | 'locked' | 'reopened'

/** Where a round stands on a day: its lockings decide first, then the calendar. */
export function roundState(round: { readonly opensOn: Day; readonly closesOn: Day; readonly lockings: readonly { readonly reopened: boolean }[] }, on: Day): RoundState {
  const last = round.lockings.at(-1)
  if (last) return last.reopened ? 'reopened' : 'locked'
  if (on < round.opensOn) return 'planned'
  return on <= round.closesOn ? 'open' : 'closed'
}
