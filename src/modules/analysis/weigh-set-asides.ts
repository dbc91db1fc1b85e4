import { readLengths } from './read-lengths.ts'
import { type Exchange, type FileSetAside, type RejectReason, unsaid, type Weighed } from './rules/exchange.ts'
import * as store from './store.server.ts'

export const mostLetters = 300

/**
 * What a file sets aside that nobody has decided on, neither here nor by its own codings. What was taken back here stays taken back, and what is set aside here
 * keeps its reason. Four statements.
 */
export async function weighSetAsides(processId: string, { setAsides, readings, rejected }: Exchange): Promise<Weighed<FileSetAside>> {
  if (setAsides.length === 0) return { fresh: [], rejected: [], ended: 0 }
  const ids = setAsides.map(({ statementId }) => statementId)
  const own = await readLengths(processId, ids)
  const coded = new Set((await store.listHeld(ids)).map(({ statementId }) => statementId))
  const aside = new Map((await store.listAsides(ids)).map(({ statementId, reason }) => [statementId, reason]))
  const ended = await store.listEndedAsideIds(ids)
  const codedInFile = new Set([...readings, ...rejected].map(({ statementId }) => statementId))
  const reasonOf = new Map([...setAsides].reverse().map(({ statementId, reason }) => [statementId, reason]))
  const problemOf = ({ statementId, reason }: FileSetAside): RejectReason | undefined => {
    if (!own.has(statementId)) return 'unknown-statement'
    if (aside.has(statementId) || reason !== reasonOf.get(statementId)) return 'other-reason'
    if (coded.has(statementId)) return 'coded-here'
    if (codedInFile.has(statementId)) return 'coded-in-file'
    return reason.length > mostLetters ? 'long-reason' : undefined
  }
  // A tool that has no place for the reason says none, which is no other.
  const isHere = ({ statementId, reason }: FileSetAside) => aside.get(statementId) === reason || (aside.has(statementId) && reason === unsaid)
  const once = [...new Map(setAsides.map((each) => [JSON.stringify([each.statementId, each.reason]), each])).values()].filter((each) => !isHere(each))
  const weighed = once.map((each) => ({ each, problem: problemOf(each), isEnded: ended.has(each.statementId) }))
  return {
    fresh: weighed.flatMap(({ each, problem, isEnded }) => (problem === undefined && !isEnded ? [each] : [])),
    rejected: weighed.flatMap(({ each, problem }) => (problem === undefined ? [] : [{ where: each.statementId, reason: problem }])),
    ended: weighed.filter(({ problem, isEnded }) => problem === undefined && isEnded).length,
  }
}
