import { listDocuments } from '#documents'
import { dayOf } from '#http/clock'
import type { EarlierMatrix } from './rules/frozen-near.ts'
import * as store from './store.server.ts'

/** What every frozen matrix of a process has shown, the earliest first; two statements. */
export async function readEarlierFigures(processId: string): Promise<EarlierMatrix[]> {
  const snapshots = await store.listSnapshots(processId)
  const documents = new Map((await listDocuments(snapshots.map(({ documentId }) => documentId))).map(({ id, content }) => [id, content.data as EarlierMatrix]))
  return snapshots.flatMap(({ documentId, frozenAt }) => {
    const document = documents.get(documentId)
    return document ? [{ ...document, frozenOn: dayOf(frozenAt) }] : []
  })
}
