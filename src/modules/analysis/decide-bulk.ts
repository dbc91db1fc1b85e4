import { granted, refused } from '#kernel/result'
import { readStatementsByIds } from '#participation'
import { command } from '#trail'
import { mayCodeStatement } from './access.ts'
import * as store from './store.server.ts'
import { bulkDecisionForm, bulkIdForm } from './suggestion-schema.ts'

/**
 * Accepts the suggestions of a bulk as codings of the person who accepts them, or declines them. What was judged wrong is not accepted, nor what somebody has
 * decided on since, nor a theme that is no longer in use. Refuses `not-found`, `decided`, and `not-all-judged`.
 */
export const decideBulk = command(mayCodeStatement, bulkDecisionForm, async ({ input: { bulkId, outcome }, actor, now, record }) => {
  const bulk = await store.lockBulk(bulkId)
  if (!bulk) return refused({ refused: 'not-found' })
  if (bulk.outcome !== null) return refused({ refused: 'decided' })
  const suggestions = await store.listBulkStatements(bulkId)
  if (outcome === 'accepted' && suggestions.some(({ position, isRight }) => position !== null && isRight === null)) return refused({ refused: 'not-all-judged' })
  await store.decideBulk(bulkId, outcome, actor.person, now.at)
  const accepted = outcome === 'accepted' ? await codeBulk(bulk, suggestions, actor.person, now.at) : 0
  await record(outcome === 'accepted' ? 'bulk-accepted' : 'bulk-declined', { kind: 'bulk', id: bulkId }, `${accepted}`)
  return granted({ number: bulk.number, accepted })
})

async function codeBulk({ id, processId }: { id: string; processId: string }, suggestions: Awaited<ReturnType<typeof store.listBulkStatements>>, by: string, at: string) {
  const wanted = suggestions.filter(({ isRight }) => isRight !== false)
  await store.lockCodings()
  const [decided, drawn] = [await store.listDecided(), await store.listDrawnStatements(processId)]
  const usable = new Set((await store.listThemeRows({ processId })).filter(({ isCodable }) => isCodable).map((theme) => theme.id))
  const free = wanted.filter(({ statementId, themeId }) => !decided.has(statementId) && !drawn.has(statementId) && usable.has(themeId))
  const stanceOf = new Map((await readStatementsByIds(free.map(({ statementId }) => statementId))).map(({ id: statementId, stance }) => [statementId, stance]))
  const made = await store.putCodings(
    free.map(({ statementId, themeId, isRight }) => ({
      ...{ statementId, themeId, stance: stanceOf.get(statementId) ?? null, codedBy: by, codedAt: at },
      // Those of the sample were read by a person, one by one.
      suggestion: isRight ? ('seen' as const) : ('in-bulk' as const),
    })),
  )
  await store.keepBulkCodings(
    id,
    made.map((codingId, place) => ({ codingId, statementId: free[place]?.statementId ?? '' })),
  )
  return made.length
}

/** Takes back, as one act, every coding that a bulk became and that still holds. They stay readable. Refuses `not-found` and `not-accepted`. */
export const undoBulk = command(mayCodeStatement, bulkIdForm, async ({ input: { bulkId }, actor, now, record }) => {
  const bulk = await store.lockBulk(bulkId)
  if (!bulk) return refused({ refused: 'not-found' })
  if (bulk.outcome !== 'accepted' || bulk.undoneAt !== null) return refused({ refused: 'not-accepted' })
  await store.lockCodings()
  const held = await store.listBulkCodings(bulkId)
  await store.endCodings(held, actor.person, now.at)
  await store.markBulkUndone(bulkId, actor.person, now.at)
  await record('bulk-undone', { kind: 'bulk', id: bulkId }, `${held.length}`)
  return granted({ number: bulk.number, undone: held.length })
})
