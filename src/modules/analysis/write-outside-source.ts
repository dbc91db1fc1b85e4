import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayWriteOutsideSource } from './access.ts'
import { outsideSourceForm } from './outside-schema.ts'
import * as store from './store.server.ts'

/**
 * Adds something known from outside, or writes a new version of it; the earlier ones stay.
 * Refuses `not-found`, `withdrawn`, and `stale`, with what stands now, when somebody wrote in between.
 */
export const writeOutsideSource = command(mayWriteOutsideSource, outsideSourceForm, async ({ input, actor, now, record }) => {
  const { processId, sourceId, revision, themeIds, ...words } = input
  const found = sourceId === null ? undefined : await store.lockOutsideSource(sourceId)
  if (sourceId !== null && found?.processId !== processId) return refused({ refused: 'not-found' })
  if (found?.withdrawnAt) return refused({ refused: 'withdrawn' })
  const last = found?.latest?.revision ?? 0
  if (found?.latest && last !== revision) return refused({ refused: 'stale', now: `${found.latest.claim} ${found.latest.source} ${found.latest.weightWhy}` })
  const own = new Set((await store.listThemeRows({ processId })).map(({ id }) => id))
  if (themeIds.some((id) => !own.has(id))) return refused({ refused: 'not-found' })
  const id = sourceId ?? (await store.putOutsideSource(processId))
  await store.putOutsideVersion({ ...words, sourceId: id, revision: last + 1, writtenBy: actor.person, writtenAt: now.at }, [...new Set(themeIds)])
  await record(sourceId === null ? 'outside-source-added' : 'outside-source-edited', { kind: 'outside-source', id })
  return granted({ id })
})
