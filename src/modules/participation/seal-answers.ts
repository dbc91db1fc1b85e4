import { createHash } from 'node:crypto'
import type { Day } from '#kernel/day'
import { listSealedBatches, sealBatch } from '#trail'
import * as store from './store.server.ts'

const kind = 'participation-answers'
const atOnce = 5000

/**
 * Seals the answers of days that have ended, in a batch with the day and no time. An answer waits for its day to end, so that the
 * batch it lies in tells no hour. Answers with how many were sealed.
 */
export async function sealAnswers(day: Day): Promise<number> {
  for (let sealed = 0; ; ) {
    const more = await store.transaction(async () => {
      const rows = await store.listUnsealed(day, atOnce)
      if (rows.length === 0) return 0
      const leaves = await leavesOf(rows)
      const sequence = await sealBatch({ kind, leaves: [...leaves.values()], day })
      await store.markSealed([...leaves.keys()], sequence)
      return rows.length
    })
    sealed += more
    if (more < atOnce) return sealed
  }
}

export type SealVerdict = {
  readonly ok: boolean
  readonly sealed: number
  readonly brokenBatches: readonly number[]
  /** Answers that no longer say what was sealed, or that were slipped in. */
  readonly changedAnswers: number
  /** Sealed answers that are no longer there, and of which nobody has said why. */
  readonly missingAnswers: number
  /** Sealed answers that were taken back, changed or thinned, with a row that says so. */
  readonly erasedAnswers: number
}

/** Recomputes the leaf of every sealed answer and looks for it in its batch: an answer that was changed, slipped in or taken away is counted. */
export async function verifySeals(): Promise<SealVerdict> {
  const batches = await listSealedBatches(kind)
  const rows = await store.listSealed()
  const leaves = await leavesOf(rows)
  const known = new Map(batches.map((batch) => [batch.sequence, new Set(batch.leaves)]))
  const changed = rows.filter((row) => !known.get(row.sealSequence ?? 0)?.has(leaves.get(row.id) ?? '')).length
  const held = Map.groupBy(rows, ({ sealSequence }) => sealSequence)
  // An erasure counts only with a leaf that its batch really has.
  const erased = (await store.listErasedSeals()).filter(({ sealSequence, sealLeaf }) => known.get(sealSequence ?? 0)?.has(sealLeaf ?? ''))
  const gone = Map.groupBy(erased, ({ sealSequence }) => sealSequence)
  const missing = batches.reduce((sum, { sequence, leaves }) => sum + Math.max(0, leaves.length - (held.get(sequence)?.length ?? 0) - (gone.get(sequence)?.length ?? 0)), 0)
  const broken = batches.filter(({ whole }) => !whole).map(({ sequence }) => sequence)
  return {
    ok: broken.length === 0 && changed === 0 && missing === 0,
    sealed: rows.length,
    brokenBatches: broken,
    changedAnswers: changed,
    missingAnswers: missing,
    erasedAnswers: erased.length,
  }
}

/** The leaf of each answer: what its seal is made of. */
export async function leavesOf(rows: Awaited<ReturnType<typeof store.listSealed>>): Promise<Map<string, string>> {
  const said = Map.groupBy(await store.listStatementsOfResponses(rows.map(({ id }) => id)), ({ responseId }) => responseId)
  return new Map(rows.map((row) => [row.id, leafOf(row, said.get(row.id) ?? [])]))
}

// The salt keeps a short answer from being guessed from its hash. It is erased with the row.
function leafOf(row: Awaited<ReturnType<typeof store.listSealed>>[number], said: Awaited<ReturnType<typeof store.listStatementsOfResponses>>): string {
  const statements = said.map(({ id, questionId, position, text }) => JSON.stringify([id, questionId, position, text])).sort()
  const { id, sealSalt, dialogueId, groupId, receivedOn, source, persons, label, receiptHash } = row
  // What was chosen came later than the first seals: an answer without it has the leaf that it always had.
  const chosen = Object.entries(row.answers).sort(([a], [b]) => (a < b ? -1 : 1))
  const more = chosen.length > 0 || row.version > 1 || row.language !== null ? [chosen, row.version, row.language] : []
  const by = row.poster === null ? [] : [{ poster: row.poster }]
  return createHash('sha256')
    .update(JSON.stringify([sealSalt, id, dialogueId, groupId, receivedOn, source, persons, label, receiptHash, statements, ...more, ...by]))
    .digest('hex')
}
