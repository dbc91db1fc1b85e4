import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayEditTheme } from './access.ts'
import { themeEditForm } from './schema.ts'
import * as store from './store.server.ts'

/** Changes the words of a theme. Refuses `stale`, with what stands now, when somebody changed it in between. */
export const editTheme = command(mayEditTheme, themeEditForm, async ({ input, actor, now, record }) => {
  const { themeId, revision, ...words } = input
  const theme = await store.findTheme(themeId)
  if (!theme) return refused({ refused: 'not-found' })
  if (theme.revision !== revision) return refused({ refused: 'stale', now: `${theme.name}. ${theme.definition} ${theme.whenToUse} ${theme.whenNot}` })
  await store.updateTheme(themeId, revision, words)
  const { name, definition, whenToUse, whenNot } = theme
  await store.putThemeChange({ themeId, kind: 'reworded', before: { name, definition, whenToUse, whenNot }, after: words, reason: '', changedBy: actor.person, changedAt: now.at })
  await record('theme-edited', { kind: 'theme', id: themeId })
  return granted(null)
})
