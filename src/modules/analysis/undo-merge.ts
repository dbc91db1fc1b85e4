import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayEditTheme } from './access.ts'
import { withParts } from './rules/theme-tree.ts'
import { themeRetireForm } from './schema.ts'
import * as store from './store.server.ts'

/**
 * Undoes that a theme was merged into another: it is in use again, and what was read as it before the merge is read as it again, by the same coder. What
 * somebody has decided on since stays as they decided. What lay under it lies there again, unless it has been moved or taken out of use. Nothing of what was
 * is changed: codings end and begin as they do in a merge. Refuses `not-found`, `not-merged`, and `merged-further` when the other theme is out of use itself.
 */
export const undoMerge = command(mayEditTheme, themeRetireForm, async ({ input: { themeId, reason }, actor, now, record }) => {
  await store.lockCodings()
  const found = await store.findTheme(themeId)
  if (!found) return refused({ refused: 'not-found' as const })
  const book = await store.lockCodebook(found.processId)
  const theme = book.find(({ id }) => id === themeId)
  const into = book.find(({ id }) => id === theme?.supersededBy)
  const merge = await store.findLastMerge(themeId)
  if (!theme || !into || !merge) return refused({ refused: 'not-merged' as const })
  if (into.retiredAt !== null) return refused({ refused: 'merged-further' as const })
  const change = await store.putThemeChange({
    ...{ themeId, kind: 'unmerged', otherThemeId: into.id, before: { name: theme.name }, after: { name: into.name }, reason },
    ...{ changedBy: actor.person, changedAt: now.at },
  })
  await store.takeIntoUse(themeId)
  const parent = book.find(({ id }) => id === theme.parentId)
  if (parent && (parent.retiredAt !== null || parent.dimension !== theme.dimension)) await store.placeTheme([themeId], { parentId: null })
  const parts = book.filter(({ id, parentId, retiredAt }) => merge.before.parts?.split(' ').includes(id) && parentId === into.id && retiredAt === null).map(({ id }) => id)
  await store.placeTheme(parts, { parentId: themeId })
  await store.placeTheme(
    parts.flatMap((id) => withParts(book, id)),
    { dimension: theme.dimension },
  )
  const carried = await carryBack({ themeId, into: into.id, merge: merge.id, change, actor, now })
  await record('merge-undone', { kind: 'theme', id: themeId }, reason)
  return granted({ slug: theme.slug, carried })
})

type Carry = { readonly themeId: string; readonly into: string; readonly merge: string; readonly change: string; readonly actor: Actor; readonly now: Moment }

/**
 * Of each coding that the merge ended, what came of it is ended and it is written anew. What came of it is known by its coder and its moment, which it keeps
 * however often it is carried. Where it became nothing, for the statement was read as both, it is written beside the other, which stays.
 */
async function carryBack({ themeId, into, merge, change, actor, now }: Carry): Promise<number> {
  const [ended, made] = await store.listCodingsOfChange(merge)
  const held = await store.listHoldingCodings(into, [...new Set(ended.map(({ statementId }) => statementId))])
  const key = ({ statementId, stance, codedBy, codedAt }: (typeof held)[number]) => `${statementId} ${stance} ${codedBy} ${codedAt}`
  const [became, read] = [new Set(made.map(key)), new Set(held.map(({ statementId }) => statementId))]
  const back = ended.flatMap((coding) => {
    const now = became.has(key(coding)) ? held.find((each) => key(each) === key(coding)) : undefined
    const isLeft = now !== undefined || (!became.has(key(coding)) && read.has(coding.statementId))
    return isLeft ? [{ coding, ends: now?.id }] : []
  })
  await store.endCodingsByChange(
    back.flatMap(({ ends }) => ends ?? []),
    change,
    actor.person,
    now.at,
  )
  await store.putCodings(
    back.map(({ coding: { statementId, stance, spanFrom, spanTo, suggestion, codedBy, codedAt } }) => ({
      ...{ statementId, stance, spanFrom, spanTo, suggestion, codedBy, codedAt, themeId, madeBy: change },
    })),
  )
  return back.length
}
