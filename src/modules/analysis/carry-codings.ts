import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import * as store from './store.server.ts'

/**
 * Ends what holds of one theme and writes it anew on another, each by the coder who made it; only some statements when they are said. A statement that
 * is already read as the other with the same stance gets no second coding. In the caller's transaction. Answers with how many were ended.
 */
export async function carryCodings(wish: { from: string; to: string; change: string; actor: Actor; now: Moment; statementIds?: readonly string[] }): Promise<number> {
  const { from, to, change, actor, now, statementIds } = wish
  const ended = await store.listHoldingCodings(from, statementIds)
  const there = await store.listHoldingCodings(to, [...new Set(ended.map(({ statementId }) => statementId))])
  const key = ({ statementId, stance }: { statementId: string; stance: string | null }) => `${statementId} ${stance}`
  const held = new Set(there.map(key))
  await store.endCodingsByChange(
    ended.map(({ id }) => id),
    change,
    actor.person,
    now.at,
  )
  await store.putCodings(
    ended
      .filter((coding) => !held.has(key(coding)))
      .map(({ statementId, stance, spanFrom, spanTo, suggestion, codedBy, codedAt }) => ({
        statementId,
        stance,
        spanFrom,
        spanTo,
        suggestion,
        codedBy,
        codedAt,
        themeId: to,
        madeBy: change,
      })),
  )
  return ended.length
}
