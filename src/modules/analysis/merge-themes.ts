import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayEditTheme } from './access.ts'
import { carryCodings } from './carry-codings.ts'
import { withParts } from './rules/theme-tree.ts'
import { themeMergeForm } from './schema.ts'
import * as store from './store.server.ts'

/**
 * Merges a theme into another: what was read as the one is from now on read as the other, by the same coder. What was coded before stays, with the
 * change that ended it. The parts of the one become parts of the other. Refuses `not-found`, `retired`, `under-itself`, and `not-codable`
 * when what is read out of statements would become a heading, which is not.
 */
export const mergeThemes = command(mayEditTheme, themeMergeForm, async ({ input, actor, now, record }) => {
  await store.lockCodings()
  const found = await store.findTheme(input.themeId)
  if (!found) return refused({ refused: 'not-found' as const })
  const book = await store.lockCodebook(found.processId)
  const theme = book.find(({ id }) => id === input.themeId)
  const into = book.find(({ id }) => id === input.intoThemeId)
  if (!theme || !into) return refused({ refused: 'not-found' as const })
  if (theme.retiredAt !== null || into.retiredAt !== null) return refused({ refused: 'retired' as const })
  if (withParts(book, theme.id).includes(into.id)) return refused({ refused: 'under-itself' as const })
  if (theme.isCodable && !into.isCodable) return refused({ refused: 'not-codable' as const })
  const parts = book.filter(({ parentId }) => parentId === theme.id)
  const before = { name: theme.name, ...(parts.length > 0 && { parts: parts.map(({ id }) => id).join(' ') }) }
  const change = await store.putThemeChange({
    ...{ themeId: theme.id, kind: 'merged', otherThemeId: into.id, before, after: { name: into.name } },
    ...{ reason: input.reason, changedBy: actor.person, changedAt: now.at },
  })
  await store.placeTheme(
    parts.map(({ id }) => id),
    { parentId: into.id },
  )
  await store.placeTheme(
    parts.flatMap(({ id }) => withParts(book, id)),
    { dimension: into.dimension },
  )
  const carried = await carryCodings({ from: theme.id, to: into.id, change, actor, now })
  await store.retireTheme(theme.id, now.at, into.id)
  await record('themes-merged', { kind: 'theme', id: theme.id }, input.reason)
  return granted({ slug: into.slug, carried })
})
