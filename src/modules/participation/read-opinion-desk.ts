import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { findPersonalData, maskPersonalData } from '#text'
import { mayReadStatements } from './access.ts'
import { logReading } from './log-reading.ts'
import { readOpinionStatements } from './read-opinion-statements.ts'
import { readShownQuotes, type ShownQuote } from './read-shown-quotes.ts'
import type { SurveyReading } from './read-survey.ts'
import * as store from './store.server.ts'

export type DeskStatement = {
  readonly id: string
  readonly number: number
  readonly text: string
  readonly textEnglish: string | null
  readonly origin: 'seed' | 'quote' | 'resident'
  readonly source: string
  readonly votes: number
  readonly withdrawn: string | null
}
export type WaitingProposal = {
  readonly id: string
  readonly text: string
  /** Something in it looks like personal data, and how it would read without. */
  readonly masked: string | null
}

const mostWaiting = 50

/** The statements of a dialogue with how many votes each has, and how many have voted; four statements. */
export async function readOpinionDesk(dialogueId: string): Promise<{ readonly statements: readonly DeskStatement[]; readonly participants: number }> {
  const [rows, counted, participants] = [await readOpinionStatements(dialogueId), await store.countVotes(dialogueId), await store.countParticipants(dialogueId)]
  const votes = new Map(counted.map(({ statementId, agree, pass, disagree }) => [statementId, agree + pass + disagree]))
  return {
    participants,
    statements: rows.map(({ statement: { id, number, text, textEnglish, origin, source }, withdrawn }) => ({
      ...{ id, number, text, textEnglish, origin, source, withdrawn },
      votes: votes.get(id) ?? 0,
    })),
  }
}

/** What people who take part have written and nobody has said anything of, at most fifty. That they were read is written down; nothing for whoever may not read. */
export async function readProposals(actor: Actor, dialogueId: string, now: Moment): Promise<WaitingProposal[]> {
  if (!mayReadStatements(actor)) return []
  const rows = await store.listWaitingProposals(dialogueId, mostWaiting)
  await logReading(
    actor,
    'review',
    rows.map(({ proposal }) => ({ dialogueId: proposal.dialogueId })),
    now,
  )
  return rows.map(({ proposal: { id, text } }) => ({ id, text, masked: findPersonalData(text).length > 0 ? maskPersonalData(text).text : null }))
}

const longestQuote = 200
const quotesLookedAt = 200
const quotesOffered = 30

/** What people have answered in surveys of the process that may be shown and is short enough to be voted on: what most have said in the same words first. */
export async function readQuotesToVoteOn({ id, processId }: Pick<SurveyReading, 'id' | 'processId'>): Promise<(ShownQuote & { readonly same: number })[]> {
  const found = await store.listShortAnswers(processId, longestQuote, quotesLookedAt)
  const shown = new Map(
    (
      await readShownQuotes(
        found.flatMap(({ ids }) => ids),
        Number.POSITIVE_INFINITY,
      )
    ).map((quote) => [quote.statementId, quote]),
  )
  const offered = found.flatMap(({ ids, same }) => {
    const quote = ids.map((each) => shown.get(each)).find((each) => each !== undefined)
    return quote && quote.text.length <= longestQuote ? [{ ...quote, same }] : []
  })
  const said = new Set((await store.listOpinionStatements(id)).map(({ statement }) => statement.text))
  return offered.filter(({ text }) => !said.has(text.trim())).slice(0, quotesOffered)
}
