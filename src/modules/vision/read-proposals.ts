import * as store from './store.server.ts'

export type PhraseReading = {
  readonly id: string
  readonly proposalId: string
  readonly position: number
  readonly text: string
  readonly themes: readonly string[]
  readonly quotes: readonly string[]
}
export type ProposalReading = {
  readonly id: string
  readonly processId: string
  readonly slug: string
  readonly name: string
  readonly provenance: 'recorded' | 'sourced' | 'invented'
  readonly revision: number
  readonly phrases: readonly PhraseReading[]
  readonly versions: readonly {
    readonly id: string
    readonly number: number
    readonly documentId: string
    readonly matterId: string
    readonly submittedAt: string
    readonly pointId: string | null
    readonly adoptedAt: string | null
  }[]
}

/** Every proposal of a process with its phrases, what each rests on (ids of themes and statements) and its versions; five statements. */
export async function readProposals(processId: string): Promise<ProposalReading[]> {
  const proposals = await store.listProposalRows(processId)
  const ids = proposals.map(({ id }) => id)
  const phrases = await store.listPhraseRows(ids)
  const phraseIds = phrases.map(({ id }) => id)
  const [roots, quotes, versions] = [await store.listRoots(phraseIds), await store.listQuotes(phraseIds), await store.listVersionRows(ids)]
  const themesOf = Map.groupBy(roots, ({ phraseId }) => phraseId)
  const quotesOf = Map.groupBy(quotes, ({ phraseId }) => phraseId)
  return proposals.map((proposal) => ({
    ...proposal,
    phrases: phrases
      .filter(({ proposalId }) => proposalId === proposal.id)
      .map((phrase) => ({
        ...phrase,
        themes: (themesOf.get(phrase.id) ?? []).map(({ themeId }) => themeId),
        quotes: (quotesOf.get(phrase.id) ?? []).map(({ statementId }) => statementId),
      })),
    versions: versions.filter(({ version }) => version.proposalId === proposal.id).map(({ version, pointId, registeredAt }) => ({ ...version, pointId, adoptedAt: registeredAt })),
  }))
}

export async function readProposalById(processId: string, id: string): Promise<ProposalReading | undefined> {
  return (await readProposals(processId)).find((proposal) => proposal.id === id)
}
