import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { choice, identity, instant, oneOf } from '#db/columns'
import { documents } from '#documents/tables'
import { groups, statements } from '#participation/tables'
import { persons } from '#people/tables'
import { processes } from '#process/tables'
import { frozen } from './frozen.ts'
import { outsideSources } from './outside-sources.ts'
import { themes } from './themes.ts'

/** The questions that the analysis answers. */
export const findingQuestions = ['most-agreed', 'strongest-values', 'trust', 'unlike-others', 'take-further'] as const
export const reviewVerdicts = ['approved', 'sent-back'] as const

/** What was found: a claim with what it rests on, tried by a second person before it is published. */
export const findings = pgTable(
  'analysis_findings',
  {
    id: identity(),
    processId: uuid()
      .notNull()
      .references(() => processes.id),
    number: integer().notNull(),
    withdrawnBy: uuid().references(() => persons.id),
    withdrawnAt: instant(),
    withdrawnWhy: text(),
  },
  (finding) => [
    unique().on(finding.processId, finding.number),
    check(
      'analysis_findings_withdrawn',
      sql`(${finding.withdrawnAt} is null) = (${finding.withdrawnBy} is null) and (${finding.withdrawnAt} is null) = (${finding.withdrawnWhy} is null)`,
    ),
  ],
)

/** The words of a finding; each edit is a version of its own. Appended only. */
export const findingVersions = pgTable(
  'analysis_finding_versions',
  {
    findingId: uuid()
      .notNull()
      .references(() => findings.id),
    revision: integer().notNull(),
    question: choice(findingQuestions).notNull(),
    claim: text().notNull(),
    whoDisagrees: text().notNull(),
    notKnown: text().notNull(),
    writtenBy: uuid()
      .notNull()
      .references(() => persons.id),
    writtenAt: instant().notNull(),
  },
  (version) => [
    primaryKey({ columns: [version.findingId, version.revision] }),
    unique('analysis_finding_versions_writer').on(version.findingId, version.revision, version.writtenBy),
    check('analysis_finding_versions_question', oneOf(version.question, findingQuestions)),
  ],
)

/** The cells of the matrix that a finding rests on: one group's word on a theme, or the reading of the whole theme when there is no group. */
export const findingFigures = pgTable(
  'analysis_finding_figures',
  {
    id: identity(),
    findingId: uuid().notNull(),
    revision: integer().notNull(),
    themeId: uuid()
      .notNull()
      .references(() => themes.id),
    groupId: uuid().references(() => groups.id),
  },
  (figure) => [
    index().on(figure.findingId, figure.revision),
    foreignKey({ name: 'analysis_finding_figures_version', columns: [figure.findingId, figure.revision], foreignColumns: [findingVersions.findingId, findingVersions.revision] }),
  ],
)

/** Voices that say it. Whoever takes an answer back takes the quote with it. */
export const findingQuotes = pgTable(
  'analysis_finding_quotes',
  {
    findingId: uuid().notNull(),
    revision: integer().notNull(),
    statementId: uuid()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
  },
  (quote) => [
    primaryKey({ columns: [quote.findingId, quote.revision, quote.statementId] }),
    index().on(quote.statementId),
    foreignKey({ name: 'analysis_finding_quotes_version', columns: [quote.findingId, quote.revision], foreignColumns: [findingVersions.findingId, findingVersions.revision] }),
  ],
)

export const findingSources = pgTable(
  'analysis_finding_sources',
  {
    findingId: uuid().notNull(),
    revision: integer().notNull(),
    sourceId: uuid()
      .notNull()
      .references(() => outsideSources.id),
  },
  (tie) => [
    primaryKey({ columns: [tie.findingId, tie.revision, tie.sourceId] }),
    foreignKey({ name: 'analysis_finding_sources_version', columns: [tie.findingId, tie.revision], foreignColumns: [findingVersions.findingId, findingVersions.revision] }),
  ],
)

/** A second person's verdict on a version: never by whoever wrote it, and once. */
export const findingReviews = pgTable(
  'analysis_finding_reviews',
  {
    findingId: uuid().notNull(),
    revision: integer().notNull(),
    writtenBy: uuid().notNull(),
    verdict: choice(reviewVerdicts).notNull(),
    reason: text(),
    reviewedBy: uuid()
      .notNull()
      .references(() => persons.id),
    reviewedAt: instant().notNull(),
  },
  (review) => [
    primaryKey({ columns: [review.findingId, review.revision] }),
    unique('analysis_finding_reviews_verdict_of').on(review.findingId, review.revision, review.verdict),
    foreignKey({
      name: 'analysis_finding_reviews_writer',
      columns: [review.findingId, review.revision, review.writtenBy],
      foreignColumns: [findingVersions.findingId, findingVersions.revision, findingVersions.writtenBy],
    }),
    check('analysis_finding_reviews_second_person', sql`${review.reviewedBy} <> ${review.writtenBy}`),
    check('analysis_finding_reviews_verdict', oneOf(review.verdict, reviewVerdicts)),
    check('analysis_finding_reviews_reason', sql`(${review.verdict} = 'sent-back') = (${review.reason} is not null)`),
  ],
)

/** A version that was approved, frozen as a document. */
export const findingPublications = pgTable(
  'analysis_finding_publications',
  {
    findingId: uuid().notNull(),
    revision: integer().notNull(),
    /** Always `approved`: only what a second person has approved is published. */
    verdict: choice(['approved']).notNull().default('approved'),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    publishedBy: uuid()
      .notNull()
      .references(() => persons.id),
    publishedAt: instant().notNull(),
  },
  (publication) => [
    primaryKey({ columns: [publication.findingId, publication.revision] }),
    foreignKey({
      name: 'analysis_finding_publications_approved',
      columns: [publication.findingId, publication.revision, publication.verdict],
      foreignColumns: [findingReviews.findingId, findingReviews.revision, findingReviews.verdict],
    }),
    check('analysis_finding_publications_verdict', oneOf(publication.verdict, ['approved'])),
  ],
)

/** The method as the system wrote it down and froze it. */
export const methodAppendices = pgTable(
  'analysis_method_appendices',
  {
    id: identity(),
    processId: uuid()
      .notNull()
      .references(() => processes.id),
    ...frozen(),
  },
  (appendix) => [unique().on(appendix.processId, appendix.number)],
)
