import { sql } from 'drizzle-orm'
import { bigint, boolean, check, foreignKey, index, integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, choice, identity, instant, oneOf } from '../../db/columns.ts'
import { roles } from '../../kernel/actor.ts'

export const organKinds = ['council', 'executive-board', 'committee', 'board', 'company', 'administration', 'unit'] as const

/** Somebody who works here. */
export const aPerson = () =>
  uuid()
    .notNull()
    .references(() => persons.id)

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
    personId: aPerson(),
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
  userId: aPerson(),
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
    userId: aPerson(),
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

/** Tries at secrets, counted over all processes; who made them is a keyed hash. */
export const attempts = pgTable('people_attempts', { key: text().primaryKey(), since: instant().notNull(), count: integer().notNull() })
