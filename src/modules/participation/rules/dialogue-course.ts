import type { Course } from '#kernel/course'
import type { Day } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { instantInSweden } from '#kernel/wall-clock'

export type DialogueState = 'draft' | 'waiting' | 'open' | 'closed'

/** The course of a dialogue: a draft that may be rewritten until somebody opens it; from then on its questions are frozen. */
export const dialogueCourse = {
  revise: { from: ['draft'], to: 'draft' },
  open: { from: ['draft'], to: 'open' },
  correct: { from: ['waiting', 'open'], to: 'open' },
  extend: { from: ['waiting', 'open'], to: 'open' },
  close: { from: ['waiting', 'open'], to: 'closed' },
} as const satisfies Course<DialogueState, string>

type Timed = {
  readonly opensOn: Day
  readonly opensTime: string
  readonly closesOn: Day
  readonly closesTime: string
  readonly openedAt: string | null
  readonly closedAt: string | null
}

/**
 * Where a dialogue stands at a moment, by the clock in Sweden: a draft until somebody opens it, then by its times, to the end of the last day when
 * no earlier time is said; closed early it stays closed. A closing time that the clock shows twice is its last showing.
 */
export function dialogueState(dialogue: Timed, now: Moment): DialogueState {
  return dialogue.openedAt ? stateBetween(turnsOf(dialogue), now) : 'draft'
}

/** When a dialogue that somebody has opened is first open and when it is closed, as instants: worked out once where it is asked again and again. */
export function turnsOf(dialogue: Omit<Timed, 'openedAt'>): { readonly opens: string; readonly closes: string } {
  return { opens: instantInSweden(dialogue.opensOn, dialogue.opensTime), closes: dialogue.closedAt ? '' : instantInSweden(dialogue.closesOn, dialogue.closesTime, 'last') }
}

export function stateBetween({ opens, closes }: { readonly opens: string; readonly closes: string }, now: Moment): DialogueState {
  if (now.at >= closes) return 'closed'
  return now.at < opens ? 'waiting' : 'open'
}
