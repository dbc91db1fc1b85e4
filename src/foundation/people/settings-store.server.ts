import { and, asc, desc, eq, getTableColumns, gte, isNull, lte, or, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import type { Day } from '#kernel/day'
import { buildOnce } from '../db/build-once.server.ts'
import { floors, languages, organNames, organs, persons, places, retentions, terms } from './tables.ts'

export { transaction } from '#db/database.server'

const historyLength = 50

/** The latest word of each concept, and the latest list of languages, in one statement: it is asked at every request. */
export async function findTermsAndLanguages() {
  const [row] = await termsAndLanguages().execute()
  return row ?? { terms: null, tags: null }
}
const termsAndLanguages = buildOnce((on, name) =>
  on
    .select({
      terms: sql<(typeof terms.$inferSelect)[] | null>`(select json_agg(row_to_json(latest)) from (
        select distinct on (concept) concept, one, the, many, all_the as "allThe", gender, english, english_many as "englishMany" from people_terms order by concept, set_at desc
      ) latest)`,
      tags: sql<string[] | null>`(select to_json(tags) from people_languages order by set_at desc limit 1)`,
    })
    .from(sql`(values (1)) as once`)
    .prepare(name),
)
export async function listTerms() {
  return db()
    .select({ ...getTableColumns(terms), setBy: persons.name })
    .from(terms)
    .innerJoin(persons, eq(persons.id, terms.setBy))
    .orderBy(desc(terms.setAt))
    .limit(historyLength)
}
export async function putTerm(term: typeof terms.$inferInsert) {
  const [row] = await db().insert(terms).values(term).returning({ id: terms.id })
  return required(row)
}

export async function putOrganName(row: typeof organNames.$inferInsert) {
  const [written] = await db().insert(organNames).values(row).returning({ id: organNames.id })
  return required(written)
}
export async function listOrganNames() {
  return db()
    .select({ organId: organNames.organId, name: organNames.name, validFrom: organNames.validFrom, setBy: persons.name, setAt: organNames.setAt })
    .from(organNames)
    .innerJoin(persons, eq(persons.id, organNames.setBy))
    .orderBy(asc(organNames.validFrom), asc(organNames.setAt))
}
export async function endOrgan(id: string, lastDay: Day, heirId: string | null) {
  const rows = await db()
    .update(organs)
    .set({ validTo: lastDay, heirId })
    .where(and(eq(organs.id, id), isNull(organs.validTo)))
    .returning({ id: organs.id })
  return rows.length > 0
}

export async function listPlaces(on?: Day) {
  return db()
    .select({ ...getTableColumns(places), setBy: persons.name })
    .from(places)
    .innerJoin(persons, eq(persons.id, places.setBy))
    .where(on && and(lte(places.validFrom, on), or(isNull(places.validTo), gte(places.validTo, on))))
    .orderBy(asc(places.position))
}
export async function putPlace(place: typeof places.$inferInsert) {
  const [row] = await db().insert(places).values(place).returning({ id: places.id })
  return required(row).id
}
export async function movePlaceTo(id: string, position: number) {
  await db().update(places).set({ position }).where(eq(places.id, id))
}
export async function endPlaceOn(id: string, lastDay: Day) {
  await db()
    .update(places)
    // One that was added today has no day before: it ends with the day.
    .set({ validTo: sql`greatest(${places.validFrom}, ${lastDay}::date)` })
    .where(and(or(eq(places.id, id), eq(places.parentId, id)), isNull(places.validTo)))
}

export async function listRetentions() {
  return db()
    .select({ ...getTableColumns(retentions), setBy: persons.name })
    .from(retentions)
    .innerJoin(persons, eq(persons.id, retentions.setBy))
    .orderBy(desc(retentions.setAt))
}
export async function putRetention(row: typeof retentions.$inferInsert) {
  const [written] = await db().insert(retentions).values(row).returning({ id: retentions.id })
  return required(written)
}

export async function listFloors() {
  return db()
    .select({ ...getTableColumns(floors), setBy: persons.name })
    .from(floors)
    .innerJoin(persons, eq(persons.id, floors.setBy))
    .orderBy(desc(floors.setAt), desc(floors.adults), desc(floors.children))
}
export async function putFloor(row: typeof floors.$inferInsert) {
  const [written] = await db().insert(floors).values(row).returning({ id: floors.id })
  return required(written)
}

export async function listLanguages() {
  return db()
    .select({ ...getTableColumns(languages), setBy: persons.name })
    .from(languages)
    .innerJoin(persons, eq(persons.id, languages.setBy))
    .orderBy(desc(languages.setAt))
    .limit(historyLength)
}
export async function putLanguages(row: typeof languages.$inferInsert) {
  const [written] = await db().insert(languages).values(row).returning({ id: languages.id })
  return required(written)
}

function required<Row>(row: Row | undefined): Row {
  if (!row) throw new Error('The database returned no row.')
  return row
}
