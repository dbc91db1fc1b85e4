import { sql } from 'drizzle-orm'
import { check, integer, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { choice, identity, instant, oneOf } from '#db/columns'
import { dialogues } from './dialogues.ts'

export const burstSources = ['web', 'class', 'kiosk'] as const

/** That many answers came by one way in the same ten minutes. Fewer than ten are never written down, and nothing here points at an answer (decision 0031). */
export const bursts = pgTable(
  'participation_bursts',
  {
    id: identity(),
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id),
    source: choice(burstSources).notNull(),
    beganAt: instant().notNull(),
    answers: integer().notNull(),
    /** How many of them had the same text, when they were ten or more. */
    sameText: integer(),
  },
  (burst) => [
    unique('participation_bursts_one').on(burst.dialogueId, burst.source, burst.beganAt),
    check('participation_bursts_source', oneOf(burst.source, burstSources)),
    check('participation_bursts_many', sql`${burst.answers} >= 10 and (${burst.sameText} is null or ${burst.sameText} between 10 and ${burst.answers})`),
    check('participation_bursts_coarse', sql`extract(epoch from ${burst.beganAt}) % 600 = 0`),
  ],
)
