import { type SQL, sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, type PgColumn, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, choice, identity, instant, oneOf } from '../db/columns.ts'
import { roles } from '../kernel/actor.ts'
import { concepts } from '../kernel/terms.ts'

export const organKinds = ['council', 'executive-board', 'committee', 'board', 'company', 'administration', 'unit'] as const

/** Classes of data that a decision on retention (gallringsbeslut) speaks of. */
export const dataClasses = ['answers', 'contact-details', 'mail', 'sessions', 'reading-log', 'trail', 'documents', 'backups'] as const
export const retentionRules = ['kept', 'when-no-longer-needed', 'after-years'] as const

/** Who set something, and when. */
const aPerson = () =>
  uuid()
    .notNull()
    .references(() => persons.id)
const setting = () => ({ setBy: aPerson(), setAt: instant().notNull() })

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
    setBy: aPerson(),
    setAt: instant().notNull(),
  },
  (row) => [index().on(row.setAt), check('people_settings_accent', sql`${row.accent} ~ '^[0-9a-f]{6}$'`)],
)

const form = () => text().notNull()
const wordForms = () => ({ one: form(), the: form(), many: form(), allThe: form(), english: form(), englishMany: form() })

/** The municipality's own word for a concept of the product, with its forms: each change is a row, and the latest holds. */
export const terms = pgTable(
  'people_terms',
  { id: identity(), concept: choice(concepts).notNull(), gender: choice(['en', 'ett']).notNull(), ...wordForms(), ...setting() },
  (term) => [
    index().on(term.concept, term.setAt),
    check('people_terms_concept', oneOf(term.concept, concepts)),
    check('people_terms_gender', oneOf(term.gender, ['en', 'ett'])),
    // They are written into pages and documents as they are.
    check('people_terms_plain', sql`concat(${term.one}, ${term.the}, ${term.many}, ${term.allThe}, ${term.english}, ${term.englishMany}) !~ '[<>&"=/{}0-9]'`),
  ],
)

/** What an organ is called from a day on; before the first row it has the name it was made with. */
export const organNames = pgTable(
  'people_organ_names',
  { id: identity(), organId: uuid().notNull(), name: text().notNull(), validFrom: calendarDay().notNull(), ...setting() },
  (row) => [index().on(row.organId, row.validFrom), foreignKey({ columns: [row.organId], foreignColumns: [organs.id] })],
)

const today = sql`(now() at time zone 'Europe/Stockholm')::date`

/** The name of an organ on a day (today, when none is said), in a statement that has joined the organ. */
export const organNameOn = (on: SQL | PgColumn = today) =>
  sql<string>`coalesce((select named.name from people_organ_names named where named.organ_id = people_organs.id and named.valid_from <= ${on} order by named.valid_from desc, named.set_at desc limit 1), people_organs.name)`

/** The municipality's list of places, in its order. One that is ended is no longer offered, and keeps its answers. */
export const places = pgTable(
  'people_places',
  {
    id: identity(),
    name: text().notNull(),
    /** The area that it lies in. */
    parentId: uuid(),
    position: integer().notNull(),
    validFrom: calendarDay().notNull(),
    validTo: calendarDay(),
    ...setting(),
  },
  (place) => [
    foreignKey({ columns: [place.parentId], foreignColumns: [place.id] }),
    check('people_places_time', sql`${place.validTo} is null or ${place.validTo} >= ${place.validFrom}`),
  ],
)

/** How long a class of data is kept, and the decision that it rests on: each change is a row, and the latest holds. */
export const retentions = pgTable(
  'people_retentions',
  { id: identity(), dataClass: choice(dataClasses).notNull(), rule: choice(retentionRules).notNull(), years: integer(), decision: text(), ...setting() },
  (row) => [
    check('people_retentions_class', oneOf(row.dataClass, dataClasses)),
    check('people_retentions_rule', oneOf(row.rule, retentionRules)),
    check('people_retentions_years', sql`(${row.rule} = 'after-years') = (${row.years} is not null) and ${row.years} between 1 and 100`),
    check('people_retentions_decision', sql`${row.rule} = 'kept' or length(coalesce(${row.decision}, '')) > 0`),
  ],
)

/** The smallest number of persons that may be shown anywhere in the installation: raised by rows, never lowered. */
export const floors = pgTable('people_floors', { id: identity(), adults: integer().notNull(), children: integer().notNull(), ...setting() }, (row) => [
  check('people_floors_least', sql`${row.adults} >= 5 and ${row.children} >= 10 and ${row.children} >= ${row.adults}`),
])

/** Which languages are switched on, as BCP 47 tags; Swedish always is. The latest row holds. */
export const languages = pgTable('people_languages', { id: identity(), tags: text().array().notNull(), ...setting() }, (row) => [
  check('people_languages_swedish', sql`'sv' = any(${row.tags})`),
])

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
