import { listDocuments } from '#documents'
import * as store from './store.server.ts'

export type AgreementReading = {
  readonly round: number
  readonly alpha: number | null
  readonly low: number | null
  readonly high: number | null
  readonly wanted: number
  /** Under what was wanted, or not to be reckoned: the reader is told wherever the theme is used. */
  readonly isWeak: boolean
}

/** Of each theme that two have coded, how far they read alike in the last round that had it; two statements. */
export async function readAgreement(processId: string): Promise<Map<string, AgreementReading>> {
  const ended = (await store.listRounds(processId)).flatMap(({ documentId }) => documentId ?? [])
  const documents = await listDocuments(ended)
  const found = new Map<string, AgreementReading>()
  const frozen = documents.map(
    ({ content }) => content.data as { number: number; wanted: number; themes: { themeId: string; alpha: number | null; low: number | null; high: number | null }[] },
  )
  for (const { number, wanted, themes } of frozen.sort((one, other) => one.number - other.number))
    for (const { themeId, alpha, low, high } of themes) found.set(themeId, { round: number, alpha, low, high, wanted, isWeak: alpha === null || alpha < wanted })
  return found
}
