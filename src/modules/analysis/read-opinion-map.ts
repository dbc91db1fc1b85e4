import { readDocument } from '#documents'
import * as store from './opinion-store.server.ts'
import type { OpinionFindings } from './rules/opinion-findings.ts'

export type OpinionMapReading = { readonly number: number; readonly frozenAt: string; readonly sha256: string; readonly findings: OpinionFindings }

/** The last map of a dialogue that was frozen at or before an instant; two statements. */
export async function readOpinionMap(dialogueId: string, until: string): Promise<OpinionMapReading | undefined> {
  const map = await store.lastOpinionMap(dialogueId, until)
  const document = map && (await readDocument(map.documentId))
  if (!document) return undefined
  const { findings } = document.content.data as { findings: OpinionFindings }
  return { number: map.number, frozenAt: map.frozenAt, sha256: document.sha256, findings }
}
