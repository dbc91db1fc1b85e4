import { granted, refused } from '#kernel/result'
import { normaliseForGrouping } from '#text'
import { command } from '#trail'
import { mayAddOpinionStatement } from './access.ts'
import { opinionStatementForm } from './opinion-schema.ts'
import { forgettingBoards } from './read-opinion-board.ts'
import { readShownQuotes } from './read-shown-quotes.ts'
import { readSurveyById } from './read-survey.ts'
import { mostStatements } from './rules/opinion-statement.ts'
import * as store from './store.server.ts'

/**
 * Adds a statement to vote on, written by whoever asks or taken from what somebody answered and that may be shown. It can't be edited. Refuses `same-words`
 * when they are there already, `too-many`, `not-shown` (the quote may not be shown, or says something else), `not-found`, and `closed`.
 */
export const addOpinionStatement = forgettingBoards(
  command(mayAddOpinionStatement, opinionStatementForm, async ({ input, actor, now, record }) => {
    await store.lockDialogue(input.dialogueId)
    const dialogue = await readSurveyById(input.dialogueId, now)
    if (dialogue?.kind !== 'opinion') return refused({ refused: 'not-found' })
    if (dialogue.state === 'closed') return refused({ refused: 'closed' })
    const [quote] = input.quoteId === null ? [] : await readShownQuotes([input.quoteId], 1)
    // What was said is repeated in the words that may be shown, and in no others.
    if (input.quoteId !== null && quote?.text.trim() !== input.text) return refused({ refused: 'not-shown' })
    if ((await store.listOpinionStatements(dialogue.id)).length >= mostStatements) return refused({ refused: 'too-many' })
    const statement = await store.putOpinionStatement({
      ...input,
      source: quote ? quote.group : input.source,
      grouping: normaliseForGrouping(input.text),
      origin: quote ? 'quote' : 'seed',
      addedBy: actor.person,
      addedAt: now.at,
    })
    if (!statement) return refused({ refused: 'same-words' })
    await record('opinion-statement-added', { kind: 'opinion-statement', id: statement.id })
    return granted(statement)
  }),
)
