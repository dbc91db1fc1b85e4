import * as store from './store.server.ts'

export type ExplainedCoding = Awaited<ReturnType<typeof store.listLineage>>[number] & {
  /** What the theme was called when it was coded so, where it has another name now. */
  readonly themeThen: string | undefined
  /** The change of the codebook that made it, and the one that ended it. */
  readonly made: { readonly kind: string; readonly from: string; readonly reason: string } | undefined
  readonly ended: { readonly kind: string; readonly into: string; readonly reason: string } | undefined
}

/** Every coding that a statement has had, in order of time, each with whose it is, what made it and what ended it; three statements. */
export async function explainCodings(statementId: string): Promise<ExplainedCoding[]> {
  const lineage = await store.listLineage(statementId)
  const ids = lineage.flatMap(({ madeBy, endedBy }) => [madeBy, endedBy].filter((id) => id !== null))
  const changes = new Map((await store.listThemeChangesByIds([...new Set(ids)])).map((change) => [change.id, change]))
  const names = await store.listEarlierNames(lineage.map(({ themeId }) => themeId))
  return lineage.map((coding) => {
    const made = coding.madeBy === null ? undefined : changes.get(coding.madeBy)
    const ended = coding.endedBy === null ? undefined : changes.get(coding.endedBy)
    return {
      ...coding,
      themeThen: nameAt(made?.changedAt ?? coding.codedAt),
      made: made && { kind: made.kind, from: (made.kind === 'unmerged' ? made.after.name : made.before.name) ?? '', reason: made.reason },
      ended: ended && { kind: ended.kind, into: (ended.kind === 'unmerged' ? ended.before.name : ended.after.name) ?? '', reason: ended.reason },
    }

    function nameAt(instant: string): string | undefined {
      const then = names.find(({ themeId, until }) => themeId === coding.themeId && Date.parse(until) > Date.parse(instant))?.name
      return then === coding.theme ? undefined : then
    }
  })
}
