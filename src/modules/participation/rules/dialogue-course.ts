import type { Course } from '#kernel/course'
import type { Day } from '#kernel/day'

export type DialogueState = 'draft' | 'waiting' | 'open' | 'closed'

/** The course of a dialogue: a draft that may be rewritten until somebody opens it; from then on its questions are frozen. */
export const dialogueCourse = {
  revise: { from: ['draft'], to: 'draft' },
  open: { from: ['draft'], to: 'open' },
  close: { from: ['waiting', 'open'], to: 'closed' },
} as const satisfies Course<DialogueState, string>

type Dated = { readonly opensOn: Day; readonly closesOn: Day; readonly openedAt: string | null; readonly closedAt: string | null }

/**
 * Where a dialogue stands on a day in Sweden: a draft until somebody opens it, then by its days, to the end of the last one;
 * closed early it stays closed.
 */
export function dialogueState(dialogue: Dated, on: Day): DialogueState {
  if (!dialogue.openedAt) return 'draft'
  if (dialogue.closedAt || on > dialogue.closesOn) return 'closed'
  return on < dialogue.opensOn ? 'waiting' : 'open'
}
