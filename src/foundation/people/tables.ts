import { sql } from 'drizzle-orm'
import { bigint, boolean, check, foreignKey, index, integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, choice, identity, instant, oneOf } from '../db/columns.ts'
import { roles } from '../kernel/actor.ts'

export const organKinds = ['council', 'executive-board', 'committee', 'board', 'company', 'administration', 'unit'] as const

// better-auth reads and writes its times as Date; everywhere else an instant is ISO text.
const authTime = () => timestamp({ withTimezone: true })

/** Organs of the municipality; one that ends points to its heir. */
export const organs = pgTable(
  'people_organs',
  {
    id: identity(),
    key: text().notNull().unique(),
    name: text().notNull(),
    kind: choice(organKinds).notNull(),
    validFrom: calendarDay().notNull(),
    validTo: calendarDay(),
    heirId: uuid(),
  },
  (organ) => [
    foreignKey({ columns: [organ.heirId], foreignColumns: [organ.id] }),
    check('people_organs_kind', oneOf(organ.kind, organKinds)),
    check('people_organs_time', sql`${organ.validTo} is null or ${organ.validTo} >= ${organ.validFrom}`),
  ],
)

/** People who work with the process. Residents are never here. */
export const persons = pgTable('people_persons', {
  id: identity(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean().notNull().default(false),
  image: text(),
  createdAt: authTime().notNull().defaultNow(),
  updatedAt: authTime().notNull().defaultNow(),
})

/** Who is what, where and for how long. An assignment is ended, never deleted. */
export const assignments = pgTable(
  'people_assignments',
  {
    id: identity(),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    organId: uuid()
      .notNull()
      .references(() => organs.id),
    role: choice(roles).notNull(),
    validFrom: calendarDay().notNull(),
    validTo: calendarDay(),
    /** The staff directory whose claim gave it; none when somebody here gave it by hand. */
    givenByProvider: text(),
  },
  (assignment) => [
    unique().on(assignment.personId, assignment.organId, assignment.role, assignment.validFrom),
    check('people_assignments_role', oneOf(assignment.role, roles)),
    index().on(assignment.personId),
  ],
)

/** Sessions, as better-auth keeps them. */
export const sessions = pgTable('people_sessions', {
  id: identity(),
  userId: uuid()
    .notNull()
    .references(() => persons.id),
  token: text().notNull().unique(),
  expiresAt: authTime().notNull(),
  ipAddress: text(),
  userAgent: text(),
  createdAt: authTime().notNull().defaultNow(),
  updatedAt: authTime().notNull().defaultNow(),
})

/** Ways to sign in from elsewhere (OpenID Connect), as better-auth keeps them. */
export const credentials = pgTable(
  'people_credentials',
  {
    id: identity(),
    userId: uuid()
      .notNull()
      .references(() => persons.id),
    accountId: text().notNull(),
    providerId: text().notNull(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: authTime(),
    refreshTokenExpiresAt: authTime(),
    scope: text(),
    password: text(),
    createdAt: authTime().notNull().defaultNow(),
    updatedAt: authTime().notNull().defaultNow(),
  },
  (credential) => [unique().on(credential.providerId, credential.accountId)],
)

/** Passkeys to sign in with: the public half alone, tied to one person. The counter never goes backwards (trigger). */
export const passkeys = pgTable(
  'people_passkeys',
  {
    id: identity(),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    name: text().notNull(),
    credentialId: text().notNull().unique(),
    publicKey: text().notNull(),
    counter: bigint({ mode: 'number' }).notNull(),
    addedAt: instant().notNull(),
    lastUsedAt: instant(),
  },
  (passkey) => [index().on(passkey.personId), check('people_passkeys_counter', sql`${passkey.counter} >= 0`)],
)

/** One-time tokens of links, as better-auth keeps them. */
export const verifications = pgTable(
  'people_verifications',
  {
    id: identity(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: authTime().notNull(),
    createdAt: authTime().notNull().defaultNow(),
    updatedAt: authTime().notNull().defaultNow(),
  },
  (verification) => [index().on(verification.identifier)],
)

/** The municipality of this installation: one row. */
export const municipality = pgTable(
  'people_municipality',
  {
    id: text().primaryKey().default('one'),
    name: text().notNull(),
    /** What the whole installation is: a demo is labelled on every page. */
    kind: choice(['demo', 'real']).notNull(),
  },
  (row) => [check('people_municipality_one', sql`${row.id} = 'one'`), check('people_municipality_kind', oneOf(row.kind, ['demo', 'real']))],
)

/** Tries at secrets, counted over all processes; who made them is a keyed hash. */
export const attempts = pgTable('people_attempts', { key: text().primaryKey(), since: instant().notNull(), count: integer().notNull() })

/** How the municipality wants to be named and drawn: each change is a row, and the latest holds. */
export const settings = pgTable(
  'people_settings',
  {
    id: identity(),
    name: text().notNull(),
    /** Six figures of a colour; none is the blue of the house. */
    accent: text(),
    /** Where whoever can't use a page is answered. */
    contact: text(),
    setBy: uuid()
      .notNull()
      .references(() => persons.id),
    setAt: instant().notNull(),
  },
  (row) => [index().on(row.setAt), check('people_settings_accent', sql`${row.accent} ~ '^[0-9a-f]{6}$'`)],
)

/** Mail on its way: it waits, is tried again when a server could not take it, and is sent or given up, once. In the demo it is read on the outbox page. */
export const mails = pgTable(
  'people_mails',
  {
    id: identity(),
    recipient: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    queuedAt: instant().notNull().defaultNow(),
    sentAt: instant(),
    /** What it is a notice of: each notice is queued once. */
    notice: text().unique(),
    attempts: integer().notNull().default(0),
    /** After this nobody has any use for it: a link that no longer opens anything. */
    usefulUntil: instant(),
    nextAttemptAt: instant().notNull().defaultNow(),
    /** A process is at work on it until then. */
    heldUntil: instant(),
    /** What the mail server last said. */
    failure: text(),
    givenUpAt: instant(),
  },
  (mail) => [
    check('people_mails_once', sql`${mail.sentAt} is null or ${mail.givenUpAt} is null`),
    check('people_mails_reason', sql`${mail.givenUpAt} is null or ${mail.failure} is not null`),
    index('people_mails_waiting').on(mail.nextAttemptAt).where(sql`${mail.sentAt} is null and ${mail.givenUpAt} is null`),
  ],
)

export const conformities = ['full', 'partial', 'none'] as const
export const faultReasons = ['to-be-mended', 'burdensome', 'exempt'] as const

/** What a person has said of how accessible the service is: each time is a row with all of it, and the latest holds. */
export const accessibilityStatements = pgTable(
  'people_accessibility_statements',
  {
    id: identity(),
    conformity: choice(conformities).notNull(),
    /** Who tried it by hand, with what, and on which day. */
    triedBy: text().notNull(),
    triedOn: calendarDay().notNull(),
    /** Where one gets help or what one can't read, besides by mail. */
    contact: text(),
    statedBy: uuid()
      .notNull()
      .references(() => persons.id),
    statedAt: instant().notNull(),
  },
  (row) => [index().on(row.statedAt), check('people_accessibility_statements_conformity', oneOf(row.conformity, conformities))],
)

/** The faults that a statement tells of, in its own order. */
export const accessibilityFaults = pgTable(
  'people_accessibility_faults',
  {
    id: identity(),
    statementId: uuid()
      .notNull()
      .references(() => accessibilityStatements.id),
    position: integer().notNull(),
    what: text().notNull(),
    whom: text().notNull(),
    reason: choice(faultReasons).notNull(),
    /** When it is to be mended; what is to be mended always says. */
    mendedOn: calendarDay(),
  },
  (row) => [
    unique().on(row.statementId, row.position),
    check('people_accessibility_faults_reason', oneOf(row.reason, faultReasons)),
    check('people_accessibility_faults_day', sql`${row.reason} <> 'to-be-mended' or ${row.mendedOn} is not null`),
  ],
)
