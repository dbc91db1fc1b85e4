import { readShownQuotes } from './read-shown-quotes.ts'
import * as store from './store.server.ts'

export type OpinionStatementReading = {
  readonly statement: Awaited<ReturnType<typeof store.listOpinionStatements>>[number]['statement']
  /** Why it can't be voted on any longer; nothing for one that can. */
  readonly withdrawn: string | null
  /** It repeats an answer that may not be shown, or not in these words: they are not to be shown to anybody. */
  readonly isHidden: boolean
}

/** In place of the words of an answer that may not be shown. */
const hiddenWords = 'Svaret får inte visas'
const hiddenBecause = 'Svaret som påståendet upprepade får inte visas längre, eller inte med de orden.'

/**
 * The statements of a dialogue by their numbers, with those that have been withdrawn. A statement that repeats an answer is withdrawn as soon as the answer
 * may not be shown in those very words: withheld, masked, or of a group that has become too small. Its words are then not in the reading. At most two statements.
 */
export async function readOpinionStatements(dialogueId: string): Promise<OpinionStatementReading[]> {
  const rows = await store.listOpinionStatements(dialogueId)
  const quoteIds = rows.flatMap(({ statement }) => statement.quoteId ?? [])
  const shown = new Map((await readShownQuotes(quoteIds, Number.POSITIVE_INFINITY)).map(({ statementId, text }) => [statementId, text.trim()]))
  return rows.map(({ statement, withdrawn }) => {
    const isHidden = statement.quoteId !== null && shown.get(statement.quoteId) !== statement.text
    return isHidden ? { statement: { ...statement, text: hiddenWords, textEnglish: null }, withdrawn: withdrawn ?? hiddenBecause, isHidden } : { statement, withdrawn, isHidden }
  })
}
