import { createHash } from 'node:crypto'
import { granted, refused } from '#kernel/result'
import { maskPersonalData } from '#text'
import { command } from '#trail'
import { mayTranslateStatement } from './access.ts'
import { otherLanguageOf } from './rules/other-language.ts'
import { statementTranslationForm } from './schema.ts'
import * as store from './store.server.ts'

/**
 * Writes what a statement in another language says in Swedish. What looks like personal data in it is masked. It holds for the words of the statement as
 * they may be read now, and no longer than they stand so. Refuses `not-found`, and `in-swedish`.
 */
export const translateStatement = command(mayTranslateStatement, statementTranslationForm, async ({ input: { statementId, text }, actor, now, record }) => {
  const [statement] = await store.listStatementsByIds([statementId])
  if (!statement) return refused({ refused: 'not-found' })
  if (!otherLanguageOf(statement.text, statement.answeredIn)) return refused({ refused: 'in-swedish' })
  const madeOf = createHash('sha256').update(statement.text).digest('hex')
  await store.putTranslation({ statementId, text: maskPersonalData(text).text, madeOf, writtenBy: actor.person, writtenAt: now.at })
  await record('statement-translated', { kind: 'statement', id: statementId })
  return granted(null)
})
