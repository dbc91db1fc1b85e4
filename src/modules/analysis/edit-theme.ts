import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayEditTheme } from './access.ts'
import { themeEditForm } from './schema.ts'
import * as store from './store.server.ts'

/** Changes the words of a theme. Refuses `stale`, with what stands now, when somebody changed it in between; `retired` when it is no longer in use. */
export const editTheme = command(mayEditTheme, themeEditForm, async ({ input, actor, now, record }) => {
  const { themeId, revision, ...words } = input
  const theme = await store.lockTheme(themeId)
  if (!theme) return refused({ refused: 'not-found' })
  if (theme.retiredAt !== null) return refused({ refused: 'retired' })
  if (theme.revision !== revision) return refused({ refused: 'stale', now: `${theme.name}. ${theme.definition} ${theme.whenToUse} ${theme.whenNot} ${theme.examples}`.trim() })
  const { name, definition, whenToUse, whenNot, examples } = theme
  await store.updateTheme(themeId, revision, words)
  await store.putThemeChange({
    ...{ themeId, kind: 'reworded', before: { name, definition, whenToUse, whenNot, examples }, after: words },
    ...{ reason: '', changedBy: actor.person, changedAt: now.at },
  })
  await record('theme-edited', { kind: 'theme', id: themeId })
  return granted(null)
})
