import { sql } from 'drizzle-orm'
import { bit, check, index, integer, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, choice, identity, instant, oneOf } from '#db/columns'
import { persons } from '#people/tables'
import { mostStatements } from '../rules/opinion-statement.ts'
import { statements } from './answers.ts'
import { dialogues } from './dialogues.ts'

const origins = ['seed', 'quote', 'resident'] as const

/** A statement that somebody who takes part wrote, and that waits for a person's word. Who wrote it can be told only by their own token. */
export const opinionProposals = pgTable(
  'participation_opinion_proposals',
  {
    id: identity(),
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id),
    text: text().notNull(),
    /** NFC, folded, spaces collapsed. */
    grouping: text().notNull(),
    /** HMAC of the author's token, of another kind than that of the votes: the two can't be put together here. */
    authorHash: text().notNull(),
    proposedOn: calendarDay().notNull(),
  },
  (proposal) => [
    unique('participation_opinion_proposals_once').on(proposal.dialogueId, proposal.authorHash, proposal.grouping),
    check('participation_opinion_proposals_text', sql`length(${proposal.text}) between 1 and 200`),
  ],
)
/** A proposal that is not shown, and why: its author is told. */
export const opinionRejections = pgTable('participation_opinion_rejections', {
  id: identity(),
  proposalId: uuid()
    .notNull()
    .unique()
    .references(() => opinionProposals.id),
  reason: text().notNull(),
  rejectedBy: uuid()
    .notNull()
    .references(() => persons.id),
  rejectedAt: instant().notNull(),
})

/** What is voted on, with where it comes from. Never edited: those who voted on it voted on these words. */
export const opinionStatements = pgTable(
  'participation_opinion_statements',
  {
    id: identity(),
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id),
    /** What it is called in its dialogue, from 1. */
    number: integer().notNull(),
    text: text().notNull(),
    textEnglish: text(),
    grouping: text().notNull(),
    origin: choice(origins).notNull(),
    /** Where it comes from, in words; empty for what somebody who takes part wrote. */
    source: text().notNull(),
    /** The answer to a survey that it repeats. */
    quoteId: uuid().references(() => statements.id),
    proposalId: uuid()
      .unique()
      .references(() => opinionProposals.id),
    addedBy: uuid()
      .notNull()
      .references(() => persons.id),
    addedAt: instant().notNull(),
  },
  (statement) => [
    unique('participation_opinion_statements_number').on(statement.dialogueId, statement.number),
    unique('participation_opinion_statements_once').on(statement.dialogueId, statement.grouping),
    index().on(statement.quoteId),
    check('participation_opinion_statements_number_fits', sql`${statement.number} between 1 and 1000`),
    check('participation_opinion_statements_text', sql`length(${statement.text}) between 1 and 200`),
    check(
      'participation_opinion_statements_origin',
      sql`${oneOf(statement.origin, origins)} and (${statement.origin} = 'quote') = (${statement.quoteId} is not null) and (${statement.origin} = 'resident') = (${statement.proposalId} is not null) and (${statement.origin} = 'resident' or ${statement.source} <> '')`,
    ),
  ],
)
/** A statement that is no longer voted on, and why. Its votes stay. */
export const opinionWithdrawals = pgTable('participation_opinion_withdrawals', {
  id: identity(),
  statementId: uuid()
    .notNull()
    .unique()
    .references(() => opinionStatements.id),
  reason: text().notNull(),
  withdrawnBy: uuid()
    .notNull()
    .references(() => persons.id),
  withdrawnAt: instant().notNull(),
})

/** Somebody who has voted, of whom nothing is known: no name, no address, no day. */
export const opinionParticipants = pgTable('participation_opinion_participants', {
  /** Made of the HMAC of their token. */
  id: uuid().primaryKey(),
  dialogueId: uuid()
    .notNull()
    .references(() => dialogues.id),
  /** Which statements they have voted on, by number: so that the next can be chosen without reading their votes. */
  seen: bit({ dimensions: mostStatements }).notNull(),
})
/** One vote: the last that somebody gave on a statement. */
export const opinionVotes = pgTable(
  'participation_opinion_votes',
  {
    participantId: uuid()
      .notNull()
      .references(() => opinionParticipants.id),
    statementId: uuid()
      .notNull()
      .references(() => opinionStatements.id),
    /** Agree 1, pass 0, disagree −1. */
    vote: smallint().notNull(),
  },
  (vote) => [primaryKey({ columns: [vote.participantId, vote.statementId] }), check('participation_opinion_votes_vote', sql`${vote.vote} in (-1, 0, 1)`)],
)
