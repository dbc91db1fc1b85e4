import { granted, refused } from '#kernel/result'
import { readStatementsByIds } from '#participation'
import { command } from '#trail'
import { mayCodeStatement } from './access.ts'
import { codingForm } from './schema.ts'
import * as store from './store.server.ts'

/** Reads a statement as one or several themes, with its stance towards them. What was coded on it before is taken back, and stays readable. */
export const codeStatement = command(mayCodeStatement, codingForm, async ({ input, actor, now, record }) => {
  const [statement] = await readStatementsByIds([input.statementId])
  const themes = await store.listThemeRows({ ids: input.themeIds })
  if (!statement || themes.length !== new Set(input.themeIds).size) return refused({ refused: 'not-found' })
  await store.withdrawOn(input.statementId, actor.person, now.at)
  await store.putCodings(themes.map((theme) => ({ statementId: input.statementId, themeId: theme.id, stance: input.stance, codedBy: actor.person, codedAt: now.at })))
  await record('statement-coded', { kind: 'statement', id: input.statementId })
  return granted(null)
})
