import { readLengths } from './read-lengths.ts'
import type { Exchange, FileSetAside, RejectReason, Weighed } from './rules/exchange.ts'
import * as store from './store.server.ts'

export const mostLetters = 300

/** What a file sets aside that nobody has decided on, neither here nor by its own codings. What was taken back here stays taken back. Four statements. */
export async function weighSetAsides(processId: string, { setAsides, readings, rejected }: Exchange): Promise<Weighed<FileSetAside>> {
  if (setAsides.length === 0) return { fresh: [], rejected: [], ended: 0 }
  const ids = setAsides.map(({ statementId }) => statementId)
  const own = await readLengths(processId, ids)
  const coded = new Set((await store.listHeld(ids)).map(({ statementId }) => statementId))
  const [aside, ended] = [await store.listAsideIds(ids), await store.listEndedAsideIds(ids)]
  const codedInFile = new Set([...readings, ...rejected].map(({ statementId }) => statementId))
  const problemOf = ({ statementId, reason }: FileSetAside): RejectReason | undefined => {
    if (!own.has(statementId)) return 'unknown-statement'
    if (coded.has(statementId)) return 'coded-here'
    if (codedInFile.has(statementId)) return 'coded-in-file'
    return reason.length > mostLetters ? 'long-reason' : undefined
  }
  const once = [...new Map(setAsides.map((each) => [each.statementId, each])).values()].filter(({ statementId }) => !aside.has(statementId))
  const weighed = once.map((each) => ({ each, problem: problemOf(each), isEnded: ended.has(each.statementId) }))
  return {
    fresh: weighed.flatMap(({ each, problem, isEnded }) => (problem === undefined && !isEnded ? [each] : [])),
    rejected: weighed.flatMap(({ each, problem }) => (problem === undefined ? [] : [{ where: each.statementId, reason: problem }])),
    ended: weighed.filter(({ problem, isEnded }) => problem === undefined && isEnded).length,
  }
}
