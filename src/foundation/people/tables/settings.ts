import { type SQL, sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, type PgColumn, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, choice, identity, instant, oneOf } from '../../db/columns.ts'
import { concepts } from '../../kernel/terms.ts'
import { aPerson, organs } from './persons.ts'

/** Classes of data that a decision on retention (gallringsbeslut) speaks of. */
export const dataClasses = ['answers', 'contact-details', 'mail', 'sessions', 'reading-log', 'trail', 'documents', 'backups'] as const
export const retentionRules = ['kept', 'when-no-longer-needed', 'after-years'] as const

/** Who set something, and when. */
const setting = () => ({ setBy: aPerson(), setAt: instant().notNull() })

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
