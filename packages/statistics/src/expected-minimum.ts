import type { Posterior } from './shrink-support.ts'
export function expectedMinimum(_posteriors: readonly Posterior[]): number { throw new Error('Not built yet') }
