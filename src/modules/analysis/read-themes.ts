import * as store from './store.server.ts'

export type ThemeReading = {
  readonly id: string
  readonly processId: string
  readonly slug: string
  readonly name: string
  readonly definition: string
  readonly whenToUse: string
  readonly whenNot: string
  readonly examples: string
  readonly dimension: string
  readonly parentId: string | null
  readonly position: number
  /** A heading only holds others. */
  readonly isCodable: boolean
  readonly revision: number
  readonly retiredAt: string | null
  /** Itself, or the theme that has taken it over by now. */
  readonly now: string
  /** Statements that are read as the theme now. */
  readonly statements: number
}

/** Of each theme, itself and those that have taken it over since, one after the other; one statement. */
export async function readThemeCourses(ids: readonly string[]): Promise<Map<string, readonly string[]>> {
  return store.listThemeCourses([...new Set(ids)])
}

/**
 * The codebook of a process as it is used now, or with what is no longer used too, or themes by their ids, with how many statements are read as each;
 * three statements.
 */
export async function readThemes(wish: { processId: string; alsoRetired?: boolean } | { ids: readonly string[] }): Promise<ThemeReading[]> {
  const rows = await store.listThemeRows(wish)
  const now = await store.listThemesNow(rows.map(({ id }) => id))
  const counts = new Map((await store.countVoices([...new Set(now.values())])).map(({ themeId, statements }) => [themeId, statements]))
  return rows.map((row) => {
    const takenOver = now.get(row.id) ?? row.id
    return { ...row, now: takenOver, statements: counts.get(takenOver) ?? 0 }
  })
}
