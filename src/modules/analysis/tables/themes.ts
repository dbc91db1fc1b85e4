import { sql } from 'drizzle-orm'
import { type AnyPgColumn, boolean, check, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { choice, identity, instant, oneOf } from '#db/columns'
import { persons } from '#people/tables'
import { processes } from '#process/tables'

/** The codebook: what statements are read as. A theme is never deleted: one that was merged says into which. */
export const themes = pgTable(
  'analysis_themes',
  {
    id: identity(),
    processId: uuid()
      .notNull()
      .references(() => processes.id),
    slug: text().notNull(),
    name: text().notNull(),
    definition: text().notNull(),
    whenToUse: text().notNull(),
    whenNot: text().notNull(),
    examples: text().notNull().default(''),
    /** What the theme is a reading of: its matter, or one of the boxes of the workshops' canvas. */
    dimension: text().notNull().default('tema'),
    /** The theme that this one is a part of, of the same dimension. */
    parentId: uuid().references((): AnyPgColumn => themes.id),
    /** A heading that only holds others is not read out of a statement. */
    isCodable: boolean().notNull().default(true),
    retiredAt: instant(),
    /** The theme it was merged into. */
    supersededBy: uuid().references((): AnyPgColumn => themes.id),
    position: integer().notNull(),
    /** For edits: a stale form is refused with both texts shown. */
    revision: integer().notNull().default(1),
  },
  (theme) => [
    unique().on(theme.processId, theme.slug),
    index().on(theme.parentId),
    check('analysis_themes_parent', sql`${theme.parentId} is null or ${theme.parentId} <> ${theme.id}`),
    check('analysis_themes_superseded', sql`${theme.supersededBy} is null or (${theme.retiredAt} is not null and ${theme.supersededBy} <> ${theme.id})`),
  ],
)

export const themeChangeKinds = ['created', 'reworded', 'moved', 'merged', 'unmerged', 'split', 'retired'] as const

/** What was done to the codebook, by whom and why: every coding made before can be explained afterwards. Appended only. */
export const themeChanges = pgTable(
  'analysis_theme_changes',
  {
    id: identity(),
    themeId: uuid()
      .notNull()
      .references(() => themes.id),
    kind: choice(themeChangeKinds).notNull(),
    /** Of a merge, and of one that is undone, the theme that took it in; of a split the theme that came out of it. */
    otherThemeId: uuid().references(() => themes.id),
    /** The theme's words and place before and after; only what changed. */
    before: jsonb().$type<ThemeWords>().notNull(),
    after: jsonb().$type<ThemeWords>().notNull(),
    reason: text().notNull(),
    changedBy: uuid()
      .notNull()
      .references(() => persons.id),
    changedAt: instant().notNull(),
  },
  (change) => [
    index().on(change.themeId, change.changedAt),
    check('analysis_theme_changes_kind', oneOf(change.kind, themeChangeKinds)),
    check('analysis_theme_changes_other', sql`(${change.kind} in ('merged', 'unmerged', 'split')) = (${change.otherThemeId} is not null)`),
  ],
)

/** Of a merge also the themes that lay under it, as identities with a space between. */
export type ThemeWords = Partial<Record<'name' | 'definition' | 'whenToUse' | 'whenNot' | 'examples' | 'dimension' | 'parent' | 'parts', string>>
