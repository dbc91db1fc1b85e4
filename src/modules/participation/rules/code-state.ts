import type { Day } from '#kernel/day'

/** What can be the matter with a code. */
export const codeProblems = ['code-missing', 'code-mistyped', 'code-unknown', 'code-used', 'code-revoked', 'code-expired'] as const
export type CodeProblem = (typeof codeProblems)[number]
export type CodeState = CodeProblem | 'good'
type KnownCode = { readonly isUsed: boolean; readonly revokedFor: string | null; readonly expiresOn: Day }

/**
 * Whether a known code can be used on a day. A code of another dialogue is as unknown as one that was never made.
 *
 * @example
 * codeState({ isUsed: false, revokedFor: null, expiresOn: '2026-11-30' }, '2026-11-30') // => 'good'
 */
export function codeState(code: KnownCode | undefined, day: Day): CodeState {
  if (!code) return 'code-unknown'
  if (code.isUsed) return 'code-used'
  if (code.revokedFor !== null) return 'code-revoked'
  return code.expiresOn < day ? 'code-expired' : 'good'
}

export type Coverage = { readonly made: number; readonly used: number | null; readonly left: number | null }

/**
 * How many of a unit's codes have been used. Hidden for a unit smaller than the threshold, and where so few have answered, or are left to, that it would
 * nearly say who.
 *
 * @example
 * coverage({ made: 20, used: 12, revoked: 0 }, 5) // => { made: 20, used: 12, left: 8 }
 * coverage({ made: 10, used: 5, revoked: 1 }, 5) // => { made: 10, used: null, left: null }
 */
export function coverage({ made, used, revoked }: { made: number; used: number; revoked: number }, threshold: number): Coverage {
  const left = Math.max(0, made - used - revoked)
  const isSmall = made < threshold || (used > 0 && used < threshold) || left < threshold
  return { made, used: isSmall ? null : used, left: isSmall ? null : left }
}

/**
 * How many have been reminded, hidden where so few were, or were not, that it would nearly say who had answered by then.
 *
 * @example
 * shownReminded({ mailed: 20, reminded: 12 }, 5) // => 12
 */
export function shownReminded({ mailed, reminded }: { mailed: number; reminded: number }, threshold: number): number | null {
  const isFew = (count: number) => count > 0 && count < threshold
  return isFew(reminded) || (reminded > 0 && mailed - reminded < threshold) ? null : reminded
}
