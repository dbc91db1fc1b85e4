import { listDocuments, readDocument } from '#documents'
import { readOpinionStatements } from '#participation'
import * as store from './opinion-store.server.ts'
import type { EarlierMap } from './rules/frozen-before.ts'
import type { OpinionFindings } from './rules/opinion-findings.ts'

export type OpinionMapReading = { readonly number: number; readonly frozenAt: string; readonly sha256: string; readonly findings: OpinionFindings }

const withdrawnWords = { text: 'Påståendet är tillbakadraget', textEnglish: 'The statement has been withdrawn' }

/**
 * The last map of a dialogue that was frozen at or before an instant, each statement in the words it may be shown in today: those of an answer are not in the
 * document, and may be masked or withheld since; those that somebody who takes part wrote may be withdrawn. Four statements.
 */
export async function readOpinionMap(dialogueId: string, until: string): Promise<OpinionMapReading | undefined> {
  const map = await store.lastOpinionMap(dialogueId, until)
  const document = map && (await readDocument(map.documentId))
  if (!document) return undefined
  const { findings } = document.content.data as { findings: OpinionFindings }
  const words = new Map(
    (await readOpinionStatements(dialogueId)).map(({ statement: { number, origin, text, textEnglish }, withdrawn }) => [
      number,
      origin === 'resident' && withdrawn !== null ? withdrawnWords : { text, textEnglish },
    ]),
  )
  const statements = findings.statements.map((statement) => ({ ...statement, ...words.get(statement.number) }))
  return { number: map.number, frozenAt: map.frozenAt, sha256: document.sha256, findings: { ...findings, statements } }
}

/** What every map of a dialogue has shown, the earliest first, with the votes that its figures were counted from; two statements. */
export async function readEarlierMaps(dialogueId: string): Promise<EarlierMap[]> {
  const maps = await store.listOpinionMaps(dialogueId)
  const documents = new Map((await listDocuments(maps.map(({ documentId }) => documentId))).map(({ id, content }) => [id, content.data as { findings: OpinionFindings }]))
  return maps.flatMap(({ number, documentId, counts }) => {
    const findings = documents.get(documentId)?.findings
    return findings ? [{ number, counts, findings }] : []
  })
}
