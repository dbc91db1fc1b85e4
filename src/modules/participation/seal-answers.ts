import { createHash } from 'node:crypto'
import type { Day } from '#kernel/day'
import { listSealedBatches, sealBatch } from '#trail'
import * as store from './store.server.ts'

const kind = 'participation-answers'
const atOnce = 5000

/** Seals the answers that are not sealed yet, in a batch with the day and no time. Answers with how many. */
export async function sealAnswers(day: Day): Promise<number> {
  return store.transaction(async () => {
    const rows = await store.listUnsealed(atOnce)
    if (rows.length === 0) return 0
    const leaves = await leavesOf(rows)
    await store.markSealed(rows.map(({ id }) => id), await sealBatch({ kind, leaves: [...leaves.values()], day }))
    return rows.length
  })
}

export type SealVerdict = { readonly ok: boolean; readonly sealed: number; readonly brokenBatches: readonly number[]; readonly changedAnswers: number }

/** Recomputes the leaf of every sealed answer and looks for it in its batch: an answer that was changed or slipped in is counted. */
export async function verifySeals(): Promise<SealVerdict> {
  const batches = await listSealedBatches(kind)
  const rows = await store.listSealed()
  const leaves = await leavesOf(rows)
  const known = new Map(batches.map((batch) => [batch.sequence, new Set(batch.leaves)]))
  const changed = rows.filter((row) => !known.get(row.sealSequence ?? 0)?.has(leaves.get(row.id) ?? '')).length
  const broken = batches.filter(({ whole }) => !whole).map(({ sequence }) => sequence)
  return { ok: broken.length === 0 && changed === 0, sealed: rows.length, brokenBatches: broken, changedAnswers: changed }
}

async function leavesOf(rows: Awaited<ReturnType<typeof store.listSealed>>): Promise<Map<string, string>> {
  const said = Map.groupBy(await store.listStatementsOfResponses(rows.map(({ id }) => id)), ({ responseId }) => responseId)
  return new Map(
    rows.map((row) => {
      const ideas = (said.get(row.id) ?? []).map(({ questionId, position, text }) => `${questionId} ${position} ${text}`).sort()
      return [row.id, createHash('sha256').update(JSON.stringify([row.sealSalt, row.dialogueId, row.groupId, row.receivedOn, row.source, row.persons, row.label, ideas])).digest('hex')]
    }),
  )
}
