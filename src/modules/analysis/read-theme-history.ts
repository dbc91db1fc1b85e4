import * as store from './store.server.ts'

export type ThemeChangeReading = Awaited<ReturnType<typeof store.listThemeChanges>>[number]

/** What has been done to a theme, or to the whole codebook, the latest first; one statement. */
export async function readThemeHistory(wish: { themeId: string } | { processId: string }): Promise<ThemeChangeReading[]> {
  return store.listThemeChanges(wish)
}
