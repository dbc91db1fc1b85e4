import * as store from './store.server.ts'

export type ThemeChangeReading = Awaited<ReturnType<typeof store.listThemeChanges>>[number]

/** What has been done to a theme, the latest first; one statement. */
export async function readThemeHistory(themeId: string): Promise<ThemeChangeReading[]> {
  return store.listThemeChanges(themeId)
}
