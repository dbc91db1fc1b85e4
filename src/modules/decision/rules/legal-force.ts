import { addDays, type Day } from '#kernel/day'

/** What is known of the time after a decision. */
export type Aftermath = {
  readonly meetingOn: Day
  readonly immediate: boolean
  readonly adjustedOn?: Day
  readonly postedOn?: Day
  readonly appeal?: { readonly registeredOn: Day; readonly endedOn: Day | null; readonly ended: 'confirmed' | 'annulled' | null }
}

// Kommunallagen 5 kap. 69 §: the protocol is adjusted within 14 days; 8 kap. 12 §: announced at the latest two days later.
const daysToAdjust = 14
const daysToPost = 2
// Kommunallagen 13 kap. 5 §: three weeks from the notice, not from the decision.
const daysToAppeal = 21

export type DueDates = { readonly adjustBy: Day; readonly postBy: Day | undefined; readonly appealUntil: Day | undefined }

/** When things are due by law: computed and shown, never enforced. What has not happened yet has no due date after it. */
export function dueDates({ meetingOn, adjustedOn, postedOn }: Aftermath): DueDates {
  return { adjustBy: addDays(meetingOn, daysToAdjust), postBy: adjustedOn && addDays(adjustedOn, daysToPost), appealUntil: postedOn && addDays(postedOn, daysToAppeal) }
}

export type Standing =
  | { readonly standing: 'decided' | 'adjusted' | 'posted' }
  | { readonly standing: 'appealed'; readonly since: Day }
  | { readonly standing: 'in-force'; readonly since: Day }
  | { readonly standing: 'annulled'; readonly since: Day }

/**
 * Where a decision stands on a day. It gains force (laga kraft) the day after the time for appeal has run out without one,
 * or the day a court's word confirms it; one that is immediate is in force from the meeting, until it is annulled.
 *
 * @example
 * legalStanding({ meetingOn: day('2021-06-14'), immediate: false, adjustedOn: day('2021-06-21'), postedOn: day('2021-06-22') }, day('2021-07-14'))
 * // => { standing: 'in-force', since: '2021-07-14' }
 */
export function legalStanding(aftermath: Aftermath, on: Day): Standing {
  const { meetingOn, immediate, adjustedOn, postedOn, appeal } = aftermath
  if (appeal?.ended === 'annulled' && appeal.endedOn && appeal.endedOn <= on) return { standing: 'annulled', since: appeal.endedOn }
  if (immediate) return { standing: 'in-force', since: meetingOn }
  if (appeal && appeal.registeredOn <= on) {
    if (appeal.ended === 'confirmed' && appeal.endedOn && appeal.endedOn <= on) return { standing: 'in-force', since: appeal.endedOn }
    return { standing: 'appealed', since: appeal.registeredOn }
  }
  if (postedOn && postedOn <= on) {
    const since = addDays(postedOn, daysToAppeal + 1)
    return on >= since ? { standing: 'in-force', since } : { standing: 'posted' }
  }
  return { standing: adjustedOn && adjustedOn <= on ? 'adjusted' : 'decided' }
}
