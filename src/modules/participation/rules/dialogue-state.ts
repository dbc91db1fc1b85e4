import type { Day } from '#kernel/day'

export type DialogueState = 'draft' | 'waiting' | 'open' | 'closed'

/** Where a dialogue stands on a day in Sweden: a draft until somebody opens it, then by its days, and closed early for good. */
export function dialogueState(dialogue: { readonly opensOn: Day; readonly closesOn: Day; readonly openedAt: string | null; readonly closedAt: string | null }, on: Day): DialogueState {
  if (!dialogue.openedAt) return 'draft'
  if (dialogue.closedAt || on > dialogue.closesOn) return 'closed'
  return on < dialogue.opensOn ? 'waiting' : 'open'
}
