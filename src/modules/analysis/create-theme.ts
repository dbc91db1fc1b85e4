import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayCreateTheme } from './access.ts'
import { themeForm } from './schema.ts'
import * as store from './store.server.ts'

/** Adds a theme to the codebook: what it is, when to use it and when not. Refuses `taken`. */
export const createTheme = command(mayCreateTheme, themeForm, async ({ input, actor, now, record }) => {
  const { processId, slug, ...words } = input
  const id = await store.putTheme({ ...input, position: await store.countThemes(processId) })
  if (!id) return refused({ refused: 'taken' })
  await store.putThemeChange({ themeId: id, kind: 'created', before: {}, after: words, reason: '', changedBy: actor.person, changedAt: now.at })
  await record('theme-created', { kind: 'theme', id })
  return granted({ id, slug })
})
