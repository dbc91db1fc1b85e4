import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayUndoAct } from './access.ts'
import { countWords } from './exchange-words.ts'
import { undoForm } from './schema.ts'
import * as store from './store.server.ts'

// More than so are told of by one event.
const mostTold = 1000

/**
 * Undoes the coder's own last act at the desk: what it made is taken back, and what it ended holds again. The act stays, and the trail says that it was undone.
 * Refuses `decided-since` when somebody has decided on any of its statements after it, or a theme that would hold again is no longer in use, and
 * `not-found` for another act than the last. A coding of a bulk that was taken back since stays taken back, and a quote of a file that was taken out stays out.
 */
export const undoAct = command(mayUndoAct, undoForm, async ({ input, actor, now, record }) => {
  const act = await store.findAct(input.actId)
  if (act?.doneBy !== actor.person) return refused({ refused: 'not-found' })
  const coded = await store.listStatementsOfCodings(act.madeCodings)
  const madeAsides = await store.listAsidesByIds([...act.madeAsides, ...(act.madeAside ? [act.madeAside] : [])])
  // A file that was taken in may have no more than a quote of the statement that its act is told of by.
  const isTakenIn = act.kind === 'taken-in'
  const statementIds = [...new Set([...(isTakenIn ? [] : [act.statementId]), ...coded, ...madeAsides.map(({ statementId }) => statementId)])]
  await store.lockStatements(statementIds)
  if ((await store.findLastAct(act.processId, actor.person))?.id !== act.id) return refused({ refused: 'not-found' })
  const [held, asides] = [await store.listHeld(statementIds), await store.listAsides(statementIds)]
  const [made, holding] = [new Set(act.madeCodings), new Set(held.map(({ id }) => id))]
  // After a withdrawal the statement's other codings remain; a later one is somebody's decision.
  const wasThere = ({ id, codedAt }: (typeof held)[number]) => made.has(id) || (act.kind === 'withdrawn' && Date.parse(codedAt) <= Date.parse(act.doneAt))
  const areAside = new Set(asides.map(({ id }) => id))
  const isAsLeft = held.every(wasThere) && act.madeCodings.every((id) => holding.has(id)) && asides.length === madeAsides.length && madeAsides.every(({ id }) => areAside.has(id))
  if (!isAsLeft || (await store.hasRetiredTheme(act.endedCodings))) return refused({ refused: 'decided-since' })
  await store.endCodings(act.madeCodings, actor.person, now.at)
  await store.endAsides([...areAside], actor.person, now.at)
  await store.endQuotes(act.madeQuotes, actor.person, now.at)
  await store.restoreCodings(act.endedCodings)
  if (act.endedAside) await store.restoreAside(act.endedAside)
  await store.markUndone(act.id, now.at)
  // A file that was taken in wrote one event too.
  if (isTakenIn)
    await record('desk-act-undone', { kind: 'process', id: act.processId }, countWords({ changed: coded.length, setAsides: madeAsides.length, quotes: act.madeQuotes.length }))
  else if (statementIds.length > mostTold) await record('desk-act-undone', { kind: 'process', id: act.processId }, `${statementIds.length}`)
  else for (const id of statementIds) await record('desk-act-undone', { kind: 'statement', id })
  return granted({ statementId: act.statementId })
})
