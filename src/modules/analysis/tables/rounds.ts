import { sql } from 'drizzle-orm'
import { boolean, check, doublePrecision, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { choice, identity, instant, oneOf } from '#db/columns'
import { documents } from '#documents/tables'
import { stances, statements } from '#participation/tables'
import { persons } from '#people/tables'
import { processes } from '#process/tables'
import { themes } from './themes.ts'

/** A sample of statements that two people read blind to each other, to see how far they read alike. */
export const rounds = pgTable(
  'analysis_rounds',
  {
    id: identity(),
    processId: uuid()
      .notNull()
      .references(() => processes.id),
    number: integer().notNull(),
    /** The draw can be made again from it. */
    seed: integer().notNull(),
    /** Under this alpha a theme is marked wherever it is used. */
    wanted: doublePrecision().notNull(),
    drawnBy: uuid()
      .notNull()
      .references(() => persons.id),
    drawnAt: instant().notNull(),
    /** What was found, frozen when the round ended. */
    documentId: uuid().references(() => documents.id),
    endedBy: uuid().references(() => persons.id),
    endedAt: instant(),
  },
  (round) => [
    unique().on(round.processId, round.number),
    check('analysis_rounds_wanted', sql`${round.wanted} between 0 and 1`),
    check('analysis_rounds_ended', sql`(${round.endedAt} is null) = (${round.documentId} is null) and (${round.endedAt} is null) = (${round.endedBy} is null)`),
  ],
)

export const roundCoders = pgTable(
  'analysis_round_coders',
  {
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
  },
  (coder) => [primaryKey({ columns: [coder.roundId, coder.personId] })],
)

export const roundStatements = pgTable(
  'analysis_round_statements',
  {
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    statementId: uuid()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    /** When it was written in as codings that count, by whom. */
    settledBy: uuid().references(() => persons.id),
    settledAt: instant(),
  },
  (drawn) => [primaryKey({ columns: [drawn.roundId, drawn.statementId] }), unique().on(drawn.roundId, drawn.position), index().on(drawn.statementId)],
)

/** One coder's blind reading of one statement: themes, or nothing of the codebook. It counts only when it is settled. */
export const roundReadings = pgTable(
  'analysis_round_readings',
  {
    id: identity(),
    roundId: uuid().notNull(),
    statementId: uuid().notNull(),
    coderId: uuid().notNull(),
    isNoise: boolean().notNull().default(false),
    noiseReason: text(),
    readAt: instant().notNull(),
  },
  (reading) => [
    unique().on(reading.roundId, reading.statementId, reading.coderId),
    // Only what was drawn is read, and only by the two.
    foreignKey({
      name: 'analysis_round_readings_drawn',
      columns: [reading.roundId, reading.statementId],
      foreignColumns: [roundStatements.roundId, roundStatements.statementId],
    }).onDelete('cascade'),
    foreignKey({ name: 'analysis_round_readings_coder', columns: [reading.roundId, reading.coderId], foreignColumns: [roundCoders.roundId, roundCoders.personId] }),
    check('analysis_round_readings_noise', sql`${reading.isNoise} = (${reading.noiseReason} is not null)`),
  ],
)

export const roundCodes = pgTable(
  'analysis_round_codes',
  {
    readingId: uuid()
      .notNull()
      .references(() => roundReadings.id, { onDelete: 'cascade' }),
    themeId: uuid()
      .notNull()
      .references(() => themes.id),
    stance: choice(stances),
  },
  (code) => [primaryKey({ columns: [code.readingId, code.themeId] }), check('analysis_round_codes_stance', sql`${code.stance} is null or ${oneOf(code.stance, stances)}`)],
)
