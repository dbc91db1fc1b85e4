import * as store from './store.server.ts'

export type ThemeReading = {
  readonly id: string
  readonly processId: string
  readonly slug: string
  readonly name: string
  readonly definition: string
  readonly whenToUse: string
  readonly whenNot: string
  readonly revision: number
  /** Statements that are read as the theme now. */
  readonly statements: number
}

/** The codebook of a process, or themes by their ids, with how many statements are read as each; two statements. */
export async function readThemes(wish: { processId: string } | { ids: readonly string[] }): Promise<ThemeReading[]> {
  const rows = await store.listThemeRows(wish)
  const counts = new Map((await store.countVoices(rows.map(({ id }) => id))).map(({ themeId, statements }) => [themeId, statements]))
  return rows.map((row) => ({ ...row, statements: counts.get(row.id) ?? 0 }))
}
