import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayWriteFinding } from './access.ts'
import { findingForm } from './finding-schema.ts'
import { mayBeQuoted } from './read-finding-quotes.ts'
import { type MatrixReading, readMatrix } from './read-matrix.ts'
import { distinctFigures } from './rules/figures.ts'
import * as store from './store.server.ts'

/**
 * Writes a finding, or a new version of it, with what it rests on. A new version waits for a second person anew.
 * Refuses `not-found`, `withdrawn`, `stale` with what stands now, `cell-hidden` for a number that may not be shown, `not-shown` for such a quote.
 */
export const writeFinding = command(mayWriteFinding, findingForm, async ({ input, actor, now, record }) => {
  const { processId, findingId, revision, figures, statementIds, sourceIds, ...words } = input
  await store.lockCodebook(processId)
  const found = findingId === null ? undefined : await store.lockFinding(findingId)
  if (findingId !== null && found?.processId !== processId) return refused({ refused: 'not-found' })
  if (found?.withdrawnAt) return refused({ refused: 'withdrawn' })
  const last = found?.latest.revision ?? 0
  if (found && last !== revision) return refused({ refused: 'stale', now: [found.latest.claim, found.latest.whoDisagrees, found.latest.notKnown].join(' ') })
  const matrix = await readMatrix(processId, now)
  if (!mayBeShown(matrix, figures)) return refused({ refused: 'cell-hidden' })
  if (!(await mayBeQuoted(matrix, figures, statementIds))) return refused({ refused: 'not-shown' })
  const known = new Set((await store.listOutsideSources(processId)).filter(({ withdrawnAt }) => withdrawnAt === null).map(({ id }) => id))
  if (sourceIds.some((id) => !known.has(id))) return refused({ refused: 'not-found' })
  const { id, number } = found ?? (await store.putFinding(processId))
  const parts = { figures: distinctFigures(figures), statementIds: [...new Set(statementIds)], sourceIds: [...new Set(sourceIds)] }
  await store.putFindingVersion({ ...words, findingId: id, revision: last + 1, writtenBy: actor.person, writtenAt: now.at }, parts)
  await record(found ? 'finding-edited' : 'finding-written', { kind: 'finding', id })
  return granted({ id, number, revision: last + 1 })
})

type Chosen = readonly { readonly themeId: string; readonly groupId: string | null }[]

function mayBeShown({ rows, groups }: MatrixReading, figures: Chosen): boolean {
  return figures.every(({ themeId, groupId }) => {
    const row = rows.find(({ theme }) => theme === themeId)
    if (!row || groupId === null) return row !== undefined
    const key = groups.find(({ id }) => id === groupId)?.key
    return row.cells.some((cell) => cell.group === key && cell.shown)
  })
}
