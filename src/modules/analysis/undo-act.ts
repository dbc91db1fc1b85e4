import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayUndoAct } from './access.ts'
import { undoForm } from './schema.ts'
import * as store from './store.server.ts'

/**
 * Undoes the coder's own last act at the desk: what it made is taken back, and what it ended holds again. The act stays, and the trail says that it was undone.
 * Refuses `decided-since` when somebody has decided on any of its statements after it, or a theme that would hold again is no longer in use, and
 * `not-found` for another act than the last.
 */
export const undoAct = command(mayUndoAct, undoForm, async ({ input, actor, now, record }) => {
  const act = await store.findAct(input.actId)
  if (act?.doneBy !== actor.person) return refused({ refused: 'not-found' })
  const statementIds = [...new Set([act.statementId, ...(await store.listStatementsOfCodings(act.madeCodings))])]
  await store.lockStatements(statementIds)
  if ((await store.findLastAct(act.processId, actor.person))?.id !== act.id) return refused({ refused: 'not-found' })
  const [held, asides] = [await store.listHeld(statementIds), await store.listAsides(statementIds)]
  const stillHolds = (id: string) => held.some((each) => each.id === id)
  // After a withdrawal the statement's other codings remain; a later one is somebody's decision.
  const wasThere = ({ id, codedAt }: (typeof held)[number]) => act.madeCodings.includes(id) || (act.kind === 'withdrawn' && Date.parse(codedAt) <= Date.parse(act.doneAt))
  const isAsLeft = held.every(wasThere) && act.madeCodings.every(stillHolds) && asides.length === (act.madeAside ? 1 : 0) && asides.every(({ id }) => id === act.madeAside)
  if (!isAsLeft || (await store.hasRetiredTheme(act.endedCodings))) return refused({ refused: 'decided-since' })
  await store.endCodings(act.madeCodings, actor.person, now.at)
  if (act.madeAside) await store.endAside(act.madeAside, actor.person, now.at)
  await store.restoreCodings(act.endedCodings)
  if (act.endedAside) await store.restoreAside(act.endedAside)
  await store.markUndone(act.id, now.at)
  for (const id of statementIds) await record('desk-act-undone', { kind: 'statement', id })
  return granted({ statementId: act.statementId })
})
