import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayCreateTheme } from './access.ts'
import { defaultCodebook } from './rules/default-codebook.ts'
import { codebookForm } from './schema.ts'
import * as store from './store.server.ts'

/** Lays the codebook that comes along: a start for a municipality, to be changed. What is there already by the same address is left as it is. Refuses `nothing-new`. */
export const loadDefaultCodebook = command(mayCreateTheme, codebookForm, async ({ input: { processId }, actor, now, record }) => {
  const book = await store.lockCodebook(processId)
  const ids = new Map(book.map(({ slug, id }) => [slug, id]))
  let laid = 0
  for (const { under, ...theme } of defaultCodebook) {
    if (ids.has(theme.slug)) continue
    const parentId = under === undefined ? null : (ids.get(under) ?? null)
    const id = await store.putTheme({ ...theme, processId, parentId, position: book.length + laid })
    if (!id) continue
    ids.set(theme.slug, id)
    laid += 1
    const { slug: _, isCodable: __, ...words } = theme
    await store.putThemeChange({ themeId: id, kind: 'created', before: {}, after: words, reason: 'Ur kodboken som följer med', changedBy: actor.person, changedAt: now.at })
  }
  if (laid === 0) return refused({ refused: 'nothing-new' })
  await record('codebook-laid', { kind: 'process', id: processId })
  return granted({ laid })
})
