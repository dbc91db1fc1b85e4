import { listDocuments } from '#documents'
import { type EndedRound, type Tested, testedAs } from './rules/tested-as.ts'
import * as store from './store.server.ts'
import { type Mark, markOf } from './weak-words.ts'

/** Of each theme that two have coded, how far they read alike in the last round that had it as it is now, or what was tested apart from it; three statements. */
export async function readAgreement(processId: string): Promise<Map<string, Tested>> {
  const ended = (await store.listRounds(processId)).flatMap(({ documentId, endedAt }) => (documentId && endedAt ? [{ documentId, endedAt }] : []))
  if (ended.length === 0) return new Map()
  const documents = new Map((await listDocuments(ended.map(({ documentId }) => documentId))).map(({ id, content }) => [id, content.data as Omit<EndedRound, 'endedAt'>]))
  const rounds = ended.flatMap(({ documentId, endedAt }) => {
    const frozen = documents.get(documentId)
    return frozen ? [{ number: frozen.number, wanted: frozen.wanted, themes: frozen.themes, endedAt: Date.parse(endedAt) }] : []
  })
  return testedAs(rounds, await store.listMerges(processId))
}

/** Of each theme that two have coded, what it is marked with wherever it is used; three statements. */
export async function readMarks(processId: string): Promise<Map<string, Mark>> {
  return new Map([...(await readAgreement(processId))].map(([theme, tested]) => [theme, markOf(tested)]))
}
