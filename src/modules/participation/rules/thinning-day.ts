import { addDays, type Day, day, isDay } from '#kernel/day'
import type { Retention } from './retention.ts'

/** What the municipality has decided about answers as a class of data. */
export type DecidedRetention = { readonly rule: 'kept' | 'when-no-longer-needed' | 'after-years'; readonly years: number | null; readonly decision: string | null }
export type ThinningDay =
  /** From this day they may be thinned, and by whose rule. */
  | { readonly from: Day; readonly by: 'dialogue' | 'municipality' }
  /** Why they may not: kept by decision, kept because nobody has decided, or not yet compiled. */
  | { readonly kept: 'by-decision' | 'undecided' | 'not-compiled' }

/**
 * From which day the answers of a dialogue may be thinned. What those who answered were told holds, and is the latest it may wait; the municipality's
 * decision holds where nothing was said, and when it has decided to keep them they are kept. Years are counted from the day they were compiled.
 *
 * @example
 * thinningDay({ retention: 'after-years', retentionYears: 2 }, undecided, day('2026-11-27')) // => { from: '2028-11-27', by: 'dialogue' }
 */
export function thinningDay(told: { readonly retention: Retention; readonly retentionYears: number | null }, decided: DecidedRetention, compiledOn: Day | undefined): ThinningDay {
  if (decided.rule === 'kept' && decided.decision !== null) return { kept: 'by-decision' }
  if (told.retention === 'kept' && decided.rule === 'kept') return { kept: 'undecided' }
  if (compiledOn === undefined) return { kept: 'not-compiled' }
  const own = told.retention === 'kept' ? undefined : addYears(compiledOn, told.retention === 'after-years' ? (told.retentionYears ?? 0) : 0)
  const common = decided.rule === 'kept' ? undefined : addYears(compiledOn, decided.rule === 'after-years' ? (decided.years ?? 0) : 0)
  if (own !== undefined && (common === undefined || own <= common)) return { from: own, by: 'dialogue' }
  return { from: common ?? compiledOn, by: 'municipality' }
}

// The day after the 28th of February where there is no 29th.
function addYears(from: Day, years: number): Day {
  const same = `${Number(from.slice(0, 4)) + years}${from.slice(4)}`
  return isDay(same) ? same : addDays(day(`${same.slice(0, 4)}-02-28`), 1)
}
