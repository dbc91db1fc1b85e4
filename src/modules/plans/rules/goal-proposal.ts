import type { Verdict } from './fulfilment.ts'

export type AssessmentRule = { readonly rule: 'all' } | { readonly rule: 'at-least'; readonly count: number } | { readonly rule: 'whole' }

/**
 * What the rule adopted with the goal proposes, from its targets' verdicts: counts, never a mean.
 * All: met when every target is; not met when none is even partly; else partly. What can't be judged makes the proposal so,
 * unless enough others decide it anyway. A goal weighed as a whole has no proposal: a person judges it.
 *
 * @example
 * goalProposal({ rule: 'all' }, ['met', 'partly']) // => 'partly'
 */
export function goalProposal(rule: AssessmentRule, verdicts: readonly Verdict[]): Verdict {
  if (rule.rule === 'whole' || verdicts.length === 0) return 'cannot-be-judged'
  const count = (verdict: Verdict) => verdicts.filter((each) => each === verdict).length
  const needed = rule.rule === 'all' ? verdicts.length : rule.count
  const unknown = count('cannot-be-judged')
  if (count('met') >= needed) return 'met'
  if (count('met') + unknown >= needed && unknown > 0) return 'cannot-be-judged'
  return count('met') + count('partly') > 0 ? 'partly' : 'not-met'
}
