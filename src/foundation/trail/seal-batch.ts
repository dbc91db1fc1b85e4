import { createHash } from 'node:crypto'
import type { Day } from '#kernel/day'
import { genesis } from './chain-hash.ts'
import * as store from './store.server.ts'

/**
 * Seals a batch of rows that are their own record. Leaves are salted hashes made by the rows' owner; they are sorted here,
 * so that their order tells nothing of the order they came in. Answers with the batch's number. In the caller's transaction.
 */
export async function sealBatch({ kind, leaves, day }: { kind: string; leaves: readonly string[]; day: Day }): Promise<number> {
  const last = await store.lastBatch(kind)
  const sequence = (last?.sequence ?? 0) + 1
  const sorted = [...leaves].sort()
  const previousRoot = last?.root ?? genesis
  await store.putBatch({ kind, sequence, onDay: day, leaves: sorted, previousRoot, root: rootOf(previousRoot, day, sorted) })
  return sequence
}

/** The sealed batches of a kind, with whether each still hangs together with the one before. */
export async function listSealedBatches(kind: string): Promise<{ sequence: number; onDay: Day; leaves: readonly string[]; whole: boolean }[]> {
  let previous = genesis
  return (await store.listBatches(kind)).map(({ sequence, onDay, leaves, previousRoot, root }, index) => {
    const whole = sequence === index + 1 && previousRoot === previous && rootOf(previousRoot, onDay, leaves) === root
    previous = root
    return { sequence, onDay, leaves, whole }
  })
}

function rootOf(previous: string, day: Day, leaves: readonly string[]): string {
  return createHash('sha256')
    .update(`${previous}\n${day}\n${leaves.join('\n')}`)
    .digest('hex')
}
