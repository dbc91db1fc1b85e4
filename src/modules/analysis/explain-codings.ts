import * as store from './store.server.ts'

export type ExplainedCoding = Awaited<ReturnType<typeof store.listLineage>>[number] & {
  /** The change of the codebook that made it, and the one that ended it. */
  readonly made: { readonly kind: string; readonly from: string; readonly reason: string } | undefined
  readonly ended: { readonly kind: string; readonly into: string; readonly reason: string } | undefined
}

/** Every coding that a statement has had, in order of time, each with whose it is, what made it and what ended it; two statements. */
export async function explainCodings(statementId: string): Promise<ExplainedCoding[]> {
  const lineage = await store.listLineage(statementId)
  const ids = lineage.flatMap(({ madeBy, endedBy }) => [madeBy, endedBy].filter((id) => id !== null))
  const changes = new Map((await store.listThemeChangesByIds([...new Set(ids)])).map((change) => [change.id, change]))
  return lineage.map((coding) => {
    const made = coding.madeBy === null ? undefined : changes.get(coding.madeBy)
    const ended = coding.endedBy === null ? undefined : changes.get(coding.endedBy)
    return {
      ...coding,
      made: made && { kind: made.kind, from: made.before.name ?? '', reason: made.reason },
      ended: ended && { kind: ended.kind, into: ended.after.name ?? '', reason: ended.reason },
    }
  })
}
