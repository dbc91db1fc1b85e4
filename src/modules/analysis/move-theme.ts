import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayEditTheme } from './access.ts'
import { placeProblem } from './rules/place-problem.ts'
import { withParts } from './rules/theme-tree.ts'
import { themeMoveForm } from './schema.ts'
import * as store from './store.server.ts'

/**
 * Moves a theme, with everything under it, to another place in the book. Its codings are the same. Refuses `not-found`, `retired`, `under-itself`,
 * `other-dimension`, and `same-place`.
 */
export const moveTheme = command(mayEditTheme, themeMoveForm, async ({ input, actor, now, record }) => {
  const found = await store.findTheme(input.themeId)
  if (!found) return refused({ refused: 'not-found' as const })
  const book = await store.lockCodebook(found.processId)
  const theme = book.find(({ id }) => id === input.themeId) ?? found
  if (theme.retiredAt !== null) return refused({ refused: 'retired' as const })
  const problem = placeProblem(book, input, theme.id)
  if (problem) return refused({ refused: problem })
  if (theme.parentId === input.parentId && theme.dimension === input.dimension) return refused({ refused: 'same-place' as const })
  const named = (id: string | null) => book.find((each) => each.id === id)?.name ?? ''
  await store.placeTheme([theme.id], { parentId: input.parentId })
  await store.placeTheme(withParts(book, theme.id), { dimension: input.dimension })
  await store.putThemeChange({
    ...{ themeId: theme.id, kind: 'moved', before: { dimension: theme.dimension, parent: named(theme.parentId) } },
    ...{ after: { dimension: input.dimension, parent: named(input.parentId) }, reason: input.reason, changedBy: actor.person, changedAt: now.at },
  })
  await record('theme-moved', { kind: 'theme', id: theme.id }, input.reason)
  return granted({ slug: theme.slug })
})
