import * as store from './store.server.ts'

type CodingReading = {
  readonly id: string
  readonly statementId: string
  readonly themeId: string
  readonly theme: string
  readonly slug: string
  readonly stance: 'keep' | 'leave' | 'want' | null
  readonly codedBy: string
}

/** What statements are read as; one statement whatever their number. */
export async function readCodings(statementIds: readonly string[]): Promise<CodingReading[]> {
  return store.listCodingsOfStatements(statementIds)
}

/** Which statements are read as the themes; of one that was merged, what is read as the theme that took it over. Two statements. */
export async function readVoicesOfThemes(themeIds: readonly string[]): Promise<{ statementId: string; themeId: string; stance: 'keep' | 'leave' | 'want' | null }[]> {
  const now = await store.listThemesNow(themeIds)
  const codings = Map.groupBy(await store.listCodingsOfThemes([...new Set(now.values())]), ({ themeId }) => themeId)
  return [...now].flatMap(([asked, theme]) => (codings.get(theme) ?? []).map((coding) => ({ ...coding, themeId: asked })))
}
