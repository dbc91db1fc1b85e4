import { listDocuments } from '#documents'
import { dayOf } from '#http/clock'
import type { FrozenFinding } from './finding-document.ts'
import { readCounts } from './read-counts.ts'
import type { EarlierFigures } from './rules/frozen-near.ts'
import * as store from './store.server.ts'

/**
 * What every frozen matrix of a process and every finding that was published has been counted from, and what the matrices have shown. Of a finding that was published
 * before it kept how many there were, those who had come by its day are taken to be those who were counted.
 */
export async function readEarlierFigures(processId: string): Promise<EarlierFigures[]> {
  const [snapshots, findings] = [await store.listSnapshots(processId), await store.listPublishedVersions(processId)]
  const documents = new Map((await listDocuments([...snapshots, ...findings].map(({ documentId }) => documentId))).map(({ id, content }) => [id, content.data]))
  const earlier: EarlierFigures[] = snapshots.flatMap(({ documentId, frozenAt }) => {
    const data = documents.get(documentId) as EarlierFigures | undefined
    return data ? [{ ...data, frozenOn: dayOf(frozenAt) }] : []
  })
  for (const { documentId, publishedAt } of findings) {
    const frozenOn = dayOf(publishedAt)
    const { groups } = documents.get(documentId) as FrozenFinding
    earlier.push({ frozenOn, groups: groups ?? (await readCounts(processId, frozenOn)), rows: [] })
  }
  return earlier
}
