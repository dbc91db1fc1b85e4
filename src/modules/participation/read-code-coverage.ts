import type { Day } from '#kernel/day'
import { type Coverage, coverage } from './rules/code-state.ts'
import * as store from './store.server.ts'

export type UnitCoverage = Coverage & { readonly unit: string; readonly lastDay: Day }

/** How far the codes of a dialogue have been used, unit by unit: never whose. */
export async function readCodeCoverage(dialogueId: string, threshold: number): Promise<UnitCoverage[]> {
  const units = Map.groupBy(await store.listCodeBatches(dialogueId), ({ unit }) => unit)
  return [...units].map(([unit, batches]) => {
    const sum = (of: 'made' | 'used' | 'revoked') => batches.reduce((total, batch) => total + batch[of], 0)
    const lastDay = batches.map(({ expiresOn }) => expiresOn).reduce((last, each) => (each > last ? each : last))
    return { unit, lastDay, ...coverage({ made: sum('made'), used: sum('used'), revoked: sum('revoked') }, threshold) }
  })
}
