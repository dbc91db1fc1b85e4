import { granted, refused } from '#kernel/result'
import { readStatementsByIds } from '#participation'
import { command } from '#trail'
import { mayWriteMemo } from './access.ts'
import { memoForm } from './schema.ts'
import * as store from './store.server.ts'

/**
 * Writes a memo on a statement, on a theme or on the whole; an edit is a new memo that takes the place of one, which stays. Refuses `not-found`, and `stale` with what was
 * written, when another took its place in between.
 */
export const writeMemo = command(mayWriteMemo, memoForm, async ({ input, actor, now, record }) => {
  const { processId, statementId, themeId, replaces } = input
  const [statement] = statementId ? await readStatementsByIds([statementId]) : []
  const [theme] = themeId ? await store.listThemeRows({ ids: [themeId] }) : []
  if ((statementId && statement?.processId !== processId) || (themeId && theme?.processId !== processId)) return refused({ refused: 'not-found' })
  const before = replaces ? await store.findMemo(replaces) : undefined
  if (replaces && (before?.processId !== processId || before.statementId !== statementId || before.themeId !== themeId)) return refused({ refused: 'not-found' })
  const id = await store.putMemo({ ...input, writtenBy: actor.person, writtenAt: now.at })
  if (!id) return refused({ refused: 'stale', now: (await store.listMemoRows({ replaces: replaces ?? '' }))[0]?.text ?? '' })
  await record('memo-written', { kind: 'memo', id })
  return granted({ id })
})
