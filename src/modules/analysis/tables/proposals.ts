import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { choice, identity, instant, oneOf } from '#db/columns'
import { statements } from '#participation/tables'
import { persons } from '#people/tables'
import { processes } from '#process/tables'
import { themes } from './themes.ts'

export const proposalSources = ['words', 'model'] as const
export const proposalOutcomes = ['done', 'cancelled', 'failed'] as const

/** One search for themes in the statements that nobody has coded: by their words here, or by a language model that was set up. */
export const proposalRuns = pgTable(
  'analysis_proposal_runs',
  {
    id: identity(),
    processId: uuid()
      .notNull()
      .references(() => processes.id),
    source: choice(proposalSources).notNull(),
    /** The model and the host that it runs on; null when it is not a model. */
    model: text(),
    host: text(),
    statements: integer().notNull().default(0),
    /** Cited statements that don't exist, and proposals that were left with none. */
    droppedCitations: integer().notNull().default(0),
    droppedProposals: integer().notNull().default(0),
    begunBy: uuid()
      .notNull()
      .references(() => persons.id),
    begunAt: instant().notNull(),
    endedAt: instant(),
    outcome: choice(proposalOutcomes),
    fault: text(),
  },
  (run) => [
    // One at a time: two would find the same.
    uniqueIndex('analysis_proposal_runs_one').on(run.processId).where(sql`ended_at is null`),
    check('analysis_proposal_runs_source', oneOf(run.source, proposalSources)),
    check('analysis_proposal_runs_outcome', sql`(${run.outcome} is null) = (${run.endedAt} is null) and (${run.outcome} is null or ${oneOf(run.outcome, proposalOutcomes)})`),
    check('analysis_proposal_runs_model', sql`(${run.source} = 'model') = (${run.model} is not null) and (${run.model} is null) = (${run.host} is null)`),
  ],
)

export const proposalFates = ['taken', 'merged', 'dropped'] as const

/** A theme that was proposed, and what became of it. It counts nowhere. */
export const proposals = pgTable(
  'analysis_proposals',
  {
    id: identity(),
    runId: uuid()
      .notNull()
      .references(() => proposalRuns.id),
    position: integer().notNull(),
    name: text().notNull(),
    description: text().notNull(),
    words: text().array().notNull().default([]),
    fate: choice(proposalFates),
    /** The theme that it was taken as or merged with. */
    themeId: uuid().references(() => themes.id),
    decidedBy: uuid().references(() => persons.id),
    decidedAt: instant(),
  },
  (proposal) => [
    index().on(proposal.runId),
    check('analysis_proposals_fate', sql`${proposal.fate} is null or ${oneOf(proposal.fate, proposalFates)}`),
    check('analysis_proposals_decided', sql`(${proposal.fate} is null) = (${proposal.decidedBy} is null) and (${proposal.fate} is null) = (${proposal.decidedAt} is null)`),
    check('analysis_proposals_theme', sql`(${proposal.fate} is not null and ${proposal.fate} <> 'dropped') = (${proposal.themeId} is not null)`),
  ],
)

/** The statements that a proposal rests on, those that say it best first. */
export const proposalStatements = pgTable(
  'analysis_proposal_statements',
  {
    proposalId: uuid()
      .notNull()
      .references(() => proposals.id),
    statementId: uuid()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
  },
  (cited) => [primaryKey({ columns: [cited.proposalId, cited.statementId] }), index().on(cited.statementId)],
)
