import { granted, refused } from '#kernel/result'
import { slugOf } from '#kernel/slug'
import { command } from '#trail'
import { mayCreateTheme } from './access.ts'
import { placeProblem } from './rules/place-problem.ts'
import { themeForm } from './schema.ts'
import * as store from './store.server.ts'

/** Adds a theme to the codebook: what it is, when to use it and when not, and under which. Refuses `taken`, `not-found` and `other-dimension`. */
export const createTheme = command(mayCreateTheme, themeForm, async ({ input, actor, now, record }) => {
  const { processId, slug: asked, isCodable, parentId, id: identity, ...words } = input
  const slug = asked || slugOf(words.name) || 'tema'
  const book = await store.lockCodebook(processId)
  const problem = placeProblem(book, input)
  if (problem) return refused({ refused: problem })
  const id = await store.putTheme({ ...words, id: identity, processId, slug, isCodable, parentId, position: book.length })
  if (!id) return refused({ refused: 'taken' })
  const parent = book.find((theme) => theme.id === parentId)?.name ?? ''
  await store.putThemeChange({ themeId: id, kind: 'created', before: {}, after: { ...words, parent }, reason: '', changedBy: actor.person, changedAt: now.at })
  await record('theme-created', { kind: 'theme', id })
  return granted({ id, slug })
})
