import type { Day } from '#kernel/day'

export const tellings = ['read', 'decided'] as const
/** What one may wish to be told: that the answers have been read, that something is decided. */
export type Telling = (typeof tellings)[number]
type Step = { readonly id: string; readonly key: string; readonly releasedOn: Day | undefined }

/**
 * Which of two things have come for whoever asked in a dialogue: what was published since the day they asked. The answers have been read when the
 * analysis is published, or for a dialogue of a later step what that step gave; something is decided when a decision is.
 */
export function whatHasCome(steps: readonly Step[], ownStepId: string, askedOn: Day): Telling[] {
  const analysis = steps.findIndex(({ key }) => key === 'analysis')
  const own = steps.findIndex(({ id }) => id === ownStepId)
  const reading = own > analysis ? steps[own] : steps[analysis]
  const hasCome = (step: Step | undefined) => step?.releasedOn !== undefined && step.releasedOn >= askedOn
  const isDecided = steps.some((step) => (step.key === 'executive-decision' || step.key === 'council-decision') && hasCome(step))
  return tellings.filter((telling) => (telling === 'read' ? hasCome(reading) : isDecided))
}
