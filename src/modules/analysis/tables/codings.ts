import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { choice, identity, instant, oneOf } from '#db/columns'
import { stances, statements } from '#participation/tables'
import { persons } from '#people/tables'
import { themeChanges, themes } from './themes.ts'

/** A suggestion was not made, was made and hidden from the coder, was seen, or was accepted together with others above a certainty. */
export const suggestionsKnown = ['none', 'hidden', 'seen', 'in-bulk'] as const

/** One coder's reading of one statement. Taken back by a row of its own. */
export const codings = pgTable(
  'analysis_codings',
  {
    id: identity(),
    statementId: uuid()
      .notNull()
      .references(() => statements.id),
    themeId: uuid()
      .notNull()
      .references(() => themes.id),
    /** keep and want speak for the theme, leave against it; null mentions it without a stance. */
    stance: choice(stances),
    codedBy: uuid()
      .notNull()
      .references(() => persons.id),
    codedAt: instant().notNull(),
    /** The part of the text as coders see it that carries the theme, in UTF-16 units; null for the whole of it. */
    spanFrom: integer(),
    spanTo: integer(),
    /** What the coder knew of a machine's suggestion when deciding. */
    suggestion: choice(suggestionsKnown).notNull().default('none'),
    /** The change of the codebook that made it out of an earlier coding. */
    madeBy: uuid().references(() => themeChanges.id),
    withdrawnAt: instant(),
    withdrawnBy: uuid().references(() => persons.id),
    /** The change of the codebook that took it back. */
    endedBy: uuid().references(() => themeChanges.id),
  },
  (coding) => [
    index('analysis_codings_statement').on(coding.statementId),
    index('analysis_codings_theme').on(coding.themeId),
    index('analysis_codings_hold').on(coding.statementId, coding.themeId).where(sql`withdrawn_at is null`),
    index('analysis_codings_coder').on(coding.codedBy, coding.codedAt),
    check('analysis_codings_suggestion', oneOf(coding.suggestion, suggestionsKnown)),
    check(
      'analysis_codings_span',
      sql`(${coding.spanFrom} is null) = (${coding.spanTo} is null) and (${coding.spanFrom} is null or (${coding.spanFrom} >= 0 and ${coding.spanTo} > ${coding.spanFrom}))`,
    ),
    check('analysis_codings_stance', sql`${coding.stance} is null or ${oneOf(coding.stance, stances)}`),
  ],
)

/** A statement that a coder has set aside as brus, with the reason. */
export const setAsides = pgTable(
  'analysis_set_asides',
  {
    id: identity(),
    statementId: uuid()
      .notNull()
      .references(() => statements.id),
    reason: text().notNull(),
    setAsideBy: uuid()
      .notNull()
      .references(() => persons.id),
    setAsideAt: instant().notNull(),
    withdrawnAt: instant(),
    withdrawnBy: uuid().references(() => persons.id),
  },
  (aside) => [uniqueIndex('analysis_set_asides_holds').on(aside.statementId).where(sql`withdrawn_at is null`)],
)
