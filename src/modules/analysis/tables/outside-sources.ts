import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, choice, identity, instant, oneOf } from '#db/columns'
import { persons } from '#people/tables'
import { processes } from '#process/tables'
import { themes } from './themes.ts'

export const outsideKinds = ['trend', 'comparison', 'document', 'alternative'] as const
export const outsideWeights = ['heavy', 'some', 'light'] as const

/** Something known from outside the dialogues: a trend, a comparison, a document, a place that people choose instead. */
export const outsideSources = pgTable(
  'analysis_outside_sources',
  {
    id: identity(),
    processId: uuid()
      .notNull()
      .references(() => processes.id),
    withdrawnBy: uuid().references(() => persons.id),
    withdrawnAt: instant(),
    withdrawnWhy: text(),
  },
  (source) => [
    index().on(source.processId),
    check(
      'analysis_outside_sources_withdrawn',
      sql`(${source.withdrawnAt} is null) = (${source.withdrawnBy} is null) and (${source.withdrawnAt} is null) = (${source.withdrawnWhy} is null)`,
    ),
  ],
)

/** What the source is said to say, and how much it weighs, by whom: each edit is a version of its own. Appended only. */
export const outsideVersions = pgTable(
  'analysis_outside_versions',
  {
    sourceId: uuid()
      .notNull()
      .references(() => outsideSources.id),
    revision: integer().notNull(),
    kind: choice(outsideKinds).notNull(),
    claim: text().notNull(),
    source: text().notNull(),
    /** Shown as text. Nothing of ours ever fetches it. */
    address: text(),
    datedOn: calendarDay().notNull(),
    weight: choice(outsideWeights).notNull(),
    weightWhy: text().notNull(),
    writtenBy: uuid()
      .notNull()
      .references(() => persons.id),
    writtenAt: instant().notNull(),
  },
  (version) => [
    primaryKey({ columns: [version.sourceId, version.revision] }),
    check('analysis_outside_versions_kind', oneOf(version.kind, outsideKinds)),
    check('analysis_outside_versions_weight', oneOf(version.weight, outsideWeights)),
    check('analysis_outside_versions_address', sql`${version.address} is null or ${version.address} ~ '^https?://'`),
  ],
)

/** The themes that a source has something to say of. */
export const outsideThemes = pgTable(
  'analysis_outside_themes',
  {
    sourceId: uuid().notNull(),
    revision: integer().notNull(),
    themeId: uuid()
      .notNull()
      .references(() => themes.id),
  },
  (tie) => [
    primaryKey({ columns: [tie.sourceId, tie.revision, tie.themeId] }),
    foreignKey({ name: 'analysis_outside_themes_version', columns: [tie.sourceId, tie.revision], foreignColumns: [outsideVersions.sourceId, outsideVersions.revision] }),
  ],
)
