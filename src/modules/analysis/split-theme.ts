import { granted, refused } from '#kernel/result'
import { slugOf } from '#kernel/slug'
import { command } from '#trail'
import { mayEditTheme } from './access.ts'
import { carryCodings } from './carry-codings.ts'
import { themeSplitForm } from './schema.ts'
import * as store from './store.server.ts'

/**
 * Takes a new theme out of one that holds too much: the statements chosen are from now on read as the new one. It stands in the same place of the book.
 * Refuses `not-found`, `retired`, `taken`, and `not-read-so` when a statement is not read as the theme.
 */
export const splitTheme = command(mayEditTheme, themeSplitForm, async ({ input, actor, now, record }) => {
  const { themeId, reason, statementIds, ...words } = input
  await store.lockCodings()
  const found = await store.findTheme(themeId)
  if (!found) return refused({ refused: 'not-found' })
  const book = await store.lockCodebook(found.processId)
  const theme = book.find(({ id }) => id === themeId) ?? found
  if (theme.retiredAt !== null) return refused({ refused: 'retired' })
  const chosen = [...new Set(statementIds)]
  const held = new Set((await store.listHoldingCodings(themeId, chosen)).map(({ statementId }) => statementId))
  if (chosen.some((id) => !held.has(id))) return refused({ refused: 'not-read-so' })
  const { processId, dimension, parentId } = theme
  const id = await store.putTheme({ ...words, processId, dimension, parentId, slug: slugOf(words.name) || 'tema', position: book.length })
  if (!id) return refused({ refused: 'taken' })
  const change = await store.putThemeChange({
    ...{ themeId, kind: 'split', otherThemeId: id, before: { name: theme.name }, after: words, reason, changedBy: actor.person, changedAt: now.at },
  })
  const carried = await carryCodings({ from: themeId, to: id, change, actor, now, statementIds: chosen })
  await record('theme-split', { kind: 'theme', id: themeId }, reason)
  return granted({ id, slug: slugOf(words.name) || 'tema', carried })
})
