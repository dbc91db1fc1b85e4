import { createHash } from 'node:crypto'
import { invalid } from '#kernel/problems'
import { granted, refused } from '#kernel/result'
import { maskPersonalData } from '#text'
import { command } from '#trail'
import { mayTranslateStatement } from './access.ts'
import { otherLanguageOf } from './rules/other-language.ts'
import { mostOfTranslation, statementTranslationForm } from './schema.ts'
import * as store from './store.server.ts'

/**
 * Writes what a statement in another language says in Swedish. What looks like personal data in it is masked. It holds for the words of the statement as
 * they may be read now, and no longer than they stand so. Refuses `not-found`, `in-swedish`, and `invalid` when it is too long with what stands for what was masked.
 */
export const translateStatement = command(mayTranslateStatement, statementTranslationForm, async ({ input, actor, now, record }) => {
  const { statementId } = input
  const text = maskPersonalData(input.text).text
  if (text.length > mostOfTranslation) return refused(invalid([{ path: ['text'], message: 'too-long' }]))
  const [statement] = await store.listStatementsByIds([statementId])
  if (!statement) return refused({ refused: 'not-found' })
  if (!otherLanguageOf(statement.text, statement.answeredIn)) return refused({ refused: 'in-swedish' })
  const madeOf = createHash('sha256').update(statement.text).digest('hex')
  await store.putTranslation({ statementId, text, madeOf, writtenBy: actor.person, writtenAt: now.at })
  await record('statement-translated', { kind: 'statement', id: statementId })
  return granted(null)
})
