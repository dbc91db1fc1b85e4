import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayCreateTheme } from './access.ts'
import { themeForm } from './schema.ts'
import * as store from './store.server.ts'

/** Adds a theme to the codebook: what it is, when to use it and when not. Refuses `taken`. */
export const createTheme = command(mayCreateTheme, themeForm, async ({ input, record }) => {
  const id = await store.putTheme({ ...input, position: await store.countThemes(input.processId) })
  if (!id) return refused({ refused: 'taken' })
  await record('theme-created', { kind: 'theme', id })
  return granted({ id, slug: input.slug })
})
