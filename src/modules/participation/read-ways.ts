import type { Day } from '#kernel/day'
import * as store from './store.server.ts'

export type Ways = {
  readonly bySource: readonly { readonly source: Awaited<ReturnType<typeof store.countByWay>>[number]['source']; readonly count: number }[]
  readonly byDay: readonly { readonly on: Day; readonly count: number }[]
}

/** By which ways the answers of a dialogue came, the most used first, and how many each day. One statement. */
export async function readWays(dialogueId: string): Promise<Ways> {
  const rows = await store.countByWay(dialogueId)
  const sum = (of: readonly { readonly count: number }[]) => of.reduce((total, { count }) => total + count, 0)
  return {
    bySource: [...Map.groupBy(rows, ({ source }) => source)].map(([source, of]) => ({ source, count: sum(of) })).sort((a, b) => b.count - a.count),
    byDay: [...Map.groupBy(rows, ({ on }) => on)].map(([on, of]) => ({ on, count: sum(of) })).sort((a, b) => (a.on < b.on ? -1 : 1)),
  }
}
