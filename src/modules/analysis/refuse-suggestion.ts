import { granted, refused } from '#kernel/result'
import { readStatementsByIds } from '#participation'
import { command } from '#trail'
import { mayCodeStatement } from './access.ts'
import * as store from './store.server.ts'
import { refusalForm } from './suggestion-schema.ts'

/** Says that a suggested theme is not what a statement says: it is not suggested for it again, and the suggestions learn from it. Refuses `not-found`. */
export const refuseSuggestion = command(mayCodeStatement, refusalForm, async ({ input: { statementId, shown }, actor, now, record }) => {
  const [[statement], [theme]] = [await readStatementsByIds([statementId]), await store.listThemeRows({ ids: [shown.themeId] })]
  if (!statement || theme?.processId !== statement.processId) return refused({ refused: 'not-found' })
  if (!(await store.listRefusedOf(statementId)).has(theme.id))
    await store.putAnsweredSuggestions([{ ...shown, statementId, answer: 'refused', wasSeen: true, answeredBy: actor.person, answeredAt: now.at }])
  await record('suggestion-refused', { kind: 'statement', id: statementId })
  return granted({ statementId })
})
