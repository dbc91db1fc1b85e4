import { sql } from 'drizzle-orm'
import { type AnyPgColumn, bigint, check, index, integer, pgTable, pgView, text, unique, uuid } from 'drizzle-orm/pg-core'
import { choice, identity, instant, oneOf } from '#db/columns'
import { statements } from '#participation/tables'
import { persons } from '#people/tables'
import { processes } from '#process/tables'
import { themes } from './themes.ts'

/** What there is to read: each statement with what it can be looked for by, besides its words. A view over what participation holds. */
export const material = pgView('analysis_material', {
  statementId: uuid('statement_id').notNull(),
  processId: uuid('process_id').notNull(),
  groupId: uuid('group_id').notNull(),
  questionId: uuid('question_id').notNull(),
  dialogueId: uuid('dialogue_id').notNull(),
  source: text('source').notNull(),
  /** What was chosen where the dialogue asks for the place. */
  place: text('place'),
}).existing()

/** A statement that a coder has before them. It is theirs until the claim runs out; then anybody takes it over. */
export const claims = pgTable(
  'analysis_claims',
  {
    statementId: uuid()
      .primaryKey()
      .references(() => statements.id, { onDelete: 'cascade' }),
    claimedBy: uuid()
      .notNull()
      .references(() => persons.id),
    expiresAt: instant().notNull(),
  },
  (claim) => [index().on(claim.expiresAt)],
)

export const deskActKinds = ['coded', 'set-aside', 'withdrawn', 'taken-in'] as const

/** What a coder did at the desk, and what it made and ended, so that the last of it can be undone. An undone act stays. */
export const deskActs = pgTable(
  'analysis_desk_acts',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    processId: uuid()
      .notNull()
      .references(() => processes.id),
    statementId: uuid()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    kind: choice(deskActKinds).notNull(),
    madeCodings: uuid().array().notNull().default([]),
    endedCodings: uuid().array().notNull().default([]),
    madeAside: uuid(),
    endedAside: uuid(),
    /** What a file set aside and put in the basket. */
    madeAsides: uuid().array().notNull().default([]),
    madeQuotes: uuid().array().notNull().default([]),
    doneBy: uuid()
      .notNull()
      .references(() => persons.id),
    doneAt: instant().notNull(),
    undoneAt: instant(),
  },
  (act) => [index().on(act.doneBy, act.id), index().on(act.statementId), check('analysis_desk_acts_kind', oneOf(act.kind, deskActKinds))],
)

/** A quote put by for the writing to come, or a part of it, with why it was chosen. Gone with the answer, for nothing rests on it yet. */
export const basketQuotes = pgTable(
  'analysis_basket_quotes',
  {
    id: identity(),
    processId: uuid()
      .notNull()
      .references(() => processes.id),
    statementId: uuid()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    /** In UTF-16 units of the text as coders see it; null for the whole of it. */
    spanFrom: integer(),
    spanTo: integer(),
    why: text().notNull(),
    putBy: uuid()
      .notNull()
      .references(() => persons.id),
    putAt: instant().notNull(),
    takenOutBy: uuid().references(() => persons.id),
    takenOutAt: instant(),
  },
  (quote) => [
    index().on(quote.processId),
    index().on(quote.statementId),
    check(
      'analysis_basket_quotes_span',
      sql`(${quote.spanFrom} is null) = (${quote.spanTo} is null) and (${quote.spanFrom} is null or (${quote.spanFrom} >= 0 and ${quote.spanTo} > ${quote.spanFrom}))`,
    ),
    check('analysis_basket_quotes_taken_out', sql`(${quote.takenOutBy} is null) = (${quote.takenOutAt} is null)`),
  ],
)

/** What an analyst thought of a statement, of a theme, or of the whole. Appended only: an edit is a new row that replaces one. */
export const memos = pgTable(
  'analysis_memos',
  {
    id: identity(),
    processId: uuid()
      .notNull()
      .references(() => processes.id),
    statementId: uuid().references(() => statements.id, { onDelete: 'cascade' }),
    themeId: uuid().references(() => themes.id),
    text: text().notNull(),
    /** The memo that it takes the place of; two edits at once never both do. */
    replaces: uuid().references((): AnyPgColumn => memos.id, { onDelete: 'cascade' }),
    writtenBy: uuid()
      .notNull()
      .references(() => persons.id),
    writtenAt: instant().notNull(),
  },
  (memo) => [
    unique().on(memo.replaces),
    index().on(memo.processId),
    index().on(memo.statementId),
    check('analysis_memos_on_one', sql`${memo.statementId} is null or ${memo.themeId} is null`),
  ],
)
