import type { Day } from '#kernel/day'
import type { ProcessReading } from './read-process.ts'

export type Release = { readonly released: true; readonly at: string } | { readonly released: false; readonly expectedOn: Day | undefined; readonly overdue: boolean }

/**
 * Whether a step's results are public, and up to which instant; else the day they are expected (the last day the
 * step is planned for), and whether that day has gone by or the step is over.
 * Works on a process that is read already, so that a page asks the database once.
 */
export function readRelease(process: ProcessReading, stepKey: string): Release {
  const step = process.steps.find(({ key }) => key === stepKey)
  if (step?.releasedAt) return { released: true, at: step.releasedAt }
  return { released: false, expectedOn: step?.dates.to, overdue: step?.state === 'late' || step?.state === 'done' }
}
