import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { themes } from '#analysis/tables'
import { calendarDay, choice, identity, instant, oneOf } from '#db/columns'
import { matters, points } from '#decision/tables'
import { documents } from '#documents/tables'
import { statements } from '#participation/tables'
import { persons } from '#people/tables'
import { processes } from '#process/tables'

/** A proposal to a vision: the essence of what was said, in phrases. */
export const proposals = pgTable(
  'vision_proposals',
  {
    id: identity(),
    processId: uuid()
      .notNull()
      .references(() => processes.id),
    slug: text().notNull(),
    name: text().notNull(),
    /** Where the wording comes from: made in the workroom, sourced from a published page, or invented for the demo. */
    provenance: choice(['recorded', 'sourced', 'invented']).notNull().default('recorded'),
    revision: integer().notNull().default(1),
    createdAt: instant().notNull(),
  },
  (proposal) => [unique().on(proposal.processId, proposal.slug), check('vision_proposals_provenance', oneOf(proposal.provenance, ['recorded', 'sourced', 'invented']))],
)

/** The words, phrase by phrase. A phrase without roots is shown as such. */
export const phrases = pgTable(
  'vision_phrases',
  {
    id: identity(),
    proposalId: uuid()
      .notNull()
      .references(() => proposals.id),
    position: integer().notNull(),
    text: text().notNull(),
  },
  (phrase) => [unique().on(phrase.proposalId, phrase.position)],
)

/** A phrase rests on a theme. */
export const phraseRoots = pgTable(
  'vision_phrase_roots',
  {
    id: identity(),
    phraseId: uuid()
      .notNull()
      .references(() => phrases.id),
    themeId: uuid()
      .notNull()
      .references(() => themes.id),
    rootedBy: uuid()
      .notNull()
      .references(() => persons.id),
    rootedAt: instant().notNull(),
  },
  (root) => [unique().on(root.phraseId, root.themeId), index().on(root.themeId)],
)

/** A phrase rests on a quote: one statement in its own words. */
export const phraseQuotes = pgTable(
  'vision_phrase_quotes',
  {
    id: identity(),
    phraseId: uuid()
      .notNull()
      .references(() => phrases.id),
    statementId: uuid()
      .notNull()
      .references(() => statements.id),
    quotedBy: uuid()
      .notNull()
      .references(() => persons.id),
    quotedAt: instant().notNull(),
  },
  (quote) => [unique().on(quote.phraseId, quote.statementId), index().on(quote.statementId)],
)

/** A proposal as it was frozen and handed in to a matter. After this its phrases and roots can't be changed (trigger). */
export const versions = pgTable(
  'vision_versions',
  {
    id: identity(),
    proposalId: uuid()
      .notNull()
      .references(() => proposals.id),
    number: integer().notNull(),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    matterId: uuid()
      .notNull()
      .references(() => matters.id),
    submittedBy: uuid()
      .notNull()
      .references(() => persons.id),
    submittedAt: instant().notNull(),
  },
  (version) => [unique().on(version.proposalId, version.number)],
)

/** The version that a decision point adopted as the vision. */
export const adoptions = pgTable('vision_adoptions', {
  id: identity(),
  versionId: uuid()
    .notNull()
    .unique()
    .references(() => versions.id),
  pointId: uuid()
    .notNull()
    .references(() => points.id),
  registeredBy: uuid()
    .notNull()
    .references(() => persons.id),
  registeredAt: instant().notNull(),
})

/** Fokusområden: what the vision asks work to be gathered around. */
export const focusAreas = pgTable(
  'vision_focus_areas',
  {
    id: identity(),
    processId: uuid()
      .notNull()
      .references(() => processes.id),
    slug: text().notNull(),
    number: integer().notNull(),
    name: text().notNull(),
    description: text().notNull(),
    /** The decision point that adopted it; until then it is a proposal. */
    pointId: uuid().references(() => points.id),
    provenance: choice(['recorded', 'sourced', 'invented']).notNull().default('recorded'),
    endedOn: calendarDay(),
  },
  (area) => [unique().on(area.processId, area.slug)],
)

/** Which words of the vision a focus area takes up. */
export const focusAreaPhrases = pgTable(
  'vision_focus_area_phrases',
  {
    id: identity(),
    focusAreaId: uuid()
      .notNull()
      .references(() => focusAreas.id),
    phraseId: uuid()
      .notNull()
      .references(() => phrases.id),
  },
  (row) => [unique().on(row.focusAreaId, row.phraseId), index().on(row.phraseId)],
)
