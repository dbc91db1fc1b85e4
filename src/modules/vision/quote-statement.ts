import { granted, refused } from '#kernel/result'
import { readShownQuotes } from '#participation'
import { command } from '#trail'
import { mayQuoteStatement } from './access.ts'
import { openProposalOf } from './open-proposal.ts'
import { quoteForm } from './schema.ts'
import * as store from './store.server.ts'

/** Lets a phrase rest on one statement in its own words. Only one that a person has marked may be shown: else `not-shown`. */
export const quoteStatement = command(mayQuoteStatement, quoteForm, async ({ input, actor, now, record }) => {
  const open = await openProposalOf(input.phraseId)
  if (!open.granted) return open
  const [shown] = await readShownQuotes([input.statementId], 1)
  if (!shown) return refused({ refused: 'not-shown' })
  await store.putQuote({ ...input, quotedBy: actor.person, quotedAt: now.at })
  await record('statement-quoted', { kind: 'phrase', id: input.phraseId })
  return granted(null)
})
