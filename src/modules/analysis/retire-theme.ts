import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayEditTheme } from './access.ts'
import { themeRetireForm } from './schema.ts'
import * as store from './store.server.ts'

/** Takes a theme out of use that nothing is read as. It stays in the book with its history. Refuses `not-found`, `retired`, `in-use`, and `has-parts`. */
export const retireTheme = command(mayEditTheme, themeRetireForm, async ({ input, actor, now, record }) => {
  await store.lockCodings()
  const found = await store.findTheme(input.themeId)
  if (!found) return refused({ refused: 'not-found' })
  const book = await store.lockCodebook(found.processId)
  if (book.find(({ id }) => id === input.themeId)?.retiredAt !== null) return refused({ refused: 'retired' })
  if (book.some(({ parentId, retiredAt }) => parentId === input.themeId && retiredAt === null)) return refused({ refused: 'has-parts' })
  if ((await store.listHoldingCodings(input.themeId)).length > 0) return refused({ refused: 'in-use' })
  await store.putThemeChange({
    ...{ themeId: input.themeId, kind: 'retired', before: { name: found.name }, after: {}, reason: input.reason, changedBy: actor.person, changedAt: now.at },
  })
  await store.retireTheme(input.themeId, now.at, null)
  await record('theme-retired', { kind: 'theme', id: input.themeId }, input.reason)
  return granted(null)
})
