type Verdict = 'met' | 'partly' | 'not-met' | 'cannot-be-judged'

/** Whether a judgement must be motivated in writing: when it differs from the rule's proposal, and always when it can't be judged. */
export function needsMotivation(proposed: Verdict, judged: Verdict): boolean {
  return proposed !== judged || judged === 'cannot-be-judged'
}
