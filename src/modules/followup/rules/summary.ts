type Verdict = 'met' | 'partly' | 'not-met' | 'cannot-be-judged'

export type Summary = { readonly [Each in Verdict]: number } & { readonly missing: number; readonly all: number }

/** Counts, and nothing but counts: upward no percentage travels. */
export function summarise(judged: readonly (Verdict | undefined)[]): Summary {
  const count = (verdict: Verdict | undefined) => judged.filter((each) => each === verdict).length
  return { met: count('met'), partly: count('partly'), 'not-met': count('not-met'), 'cannot-be-judged': count('cannot-be-judged'), missing: count(undefined), all: judged.length }
}
