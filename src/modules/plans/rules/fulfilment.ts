export type TargetRule =
  | { readonly kind: 'reach'; readonly baseline: number; readonly target: number; readonly partlyFrom: number | undefined }
  | { readonly kind: 'keep-at-most' | 'keep-at-least'; readonly target: number; readonly tolerance: number }
  | { readonly kind: 'within'; readonly low: number; readonly high: number }
  | { readonly kind: 'direction' | 'level' | 'done' }

/** What was measured, as far as it bears on a target. */
export type Measured = { readonly value: number; readonly margin?: number } | undefined

export type Verdict = 'met' | 'partly' | 'not-met' | 'cannot-be-judged'
export type Fulfilment = {
  readonly verdict: Verdict
  readonly because:
    | 'reached'
    | 'on-the-way'
    | 'not-far-enough'
    | 'wrong-way'
    | 'within'
    | 'within-tolerance'
    | 'outside'
    | 'no-measurement'
    | 'target-is-the-baseline'
    | 'needs-a-person'
  /** The part of the way that is gone, unclamped and unrounded; only where the target is to be reached. */
  readonly progress?: number
}

/**
 * What the rule proposes for one target: never the judgement. Progress is (value − baseline) ÷ (target − baseline), unclamped;
 * a target to keep has no progress, only its distance; what is not measured can't be judged and is never zero.
 * The method is that of our goals paper: kinds of targets, not one formula for all.
 *
 * @example
 * fulfilment({ kind: 'keep-at-most', target: 5, tolerance: 0.5 }, { value: 5.4 }) // => { verdict: 'partly', because: 'within-tolerance' }
 */
export function fulfilment(rule: TargetRule, measured: Measured): Fulfilment {
  if (rule.kind === 'direction' || rule.kind === 'level' || rule.kind === 'done') return { verdict: 'cannot-be-judged', because: 'needs-a-person' }
  if (!measured) return { verdict: 'cannot-be-judged', because: 'no-measurement' }
  const { value } = measured
  switch (rule.kind) {
    case 'reach':
      return ofTheWay(rule, value)
    case 'keep-at-most':
      return kept(value - rule.target, rule.tolerance)
    case 'keep-at-least':
      return kept(rule.target - value, rule.tolerance)
    case 'within':
      return rule.low <= value && value <= rule.high ? { verdict: 'met', because: 'within' } : { verdict: 'not-met', because: 'outside' }
  }
}

function ofTheWay({ baseline, target, partlyFrom }: { baseline: number; target: number; partlyFrom: number | undefined }, value: number): Fulfilment {
  if (baseline === target) return { verdict: 'cannot-be-judged', because: 'target-is-the-baseline' }
  const progress = (value - baseline) / (target - baseline)
  if (progress >= 1) return { verdict: 'met', because: 'reached', progress }
  if (progress < 0) return { verdict: 'not-met', because: 'wrong-way', progress }
  if (partlyFrom !== undefined && progress >= partlyFrom) return { verdict: 'partly', because: 'on-the-way', progress }
  return { verdict: 'not-met', because: 'not-far-enough', progress }
}

function kept(over: number, tolerance: number): Fulfilment {
  if (over <= 0) return { verdict: 'met', because: 'within' }
  return over <= tolerance ? { verdict: 'partly', because: 'within-tolerance' } : { verdict: 'not-met', because: 'outside' }
}
