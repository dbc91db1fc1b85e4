import { asc, desc, eq, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import { persons } from '#people/tables'
import type { PopulationCell } from './rules/population.ts'
import type { RelationCount } from './rules/relations.ts'
import { populationCells, populationRelations, populations, responses } from './tables.ts'

/** Stores a table with its cells and its relations in three statements. Nothing when the same one was stored before. */
export async function putPopulation(
  population: typeof populations.$inferInsert,
  cells: readonly PopulationCell[],
  relations: readonly RelationCount[],
): Promise<string | undefined> {
  const [row] = await db().insert(populations).values(population).onConflictDoNothing().returning({ id: populations.id })
  if (!row) return undefined
  const rows = cells.map(({ place, span, sex, count }) => ({ place, from: span?.from ?? null, to: span?.to ?? null, sex, count }))
  // One parameter however many cells there are.
  await db().execute(sql`
    insert into ${populationCells} (population_id, place, age_from, age_to, sex, count)
    select ${row.id}::uuid, cell.place, cell."from", cell."to", cell.sex, cell.count
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as cell(place text, "from" integer, "to" integer, sex text, count integer)`)
  if (relations.length > 0)
    await db()
      .insert(populationRelations)
      .values(relations.map((each) => ({ populationId: row.id, ...each })))
  return row.id
}
export async function listPopulationRows() {
  const { id, source, countedOn, note, addedAt } = populations
  return db()
    .select({
      ...{ id, source, countedOn, note, addedAt, addedBy: persons.name },
      hasCells: sql<boolean>`exists (select from ${populationCells} where ${populationCells.populationId} = ${id})`,
      hasRelations: sql<boolean>`exists (select from ${populationRelations} where ${populationRelations.populationId} = ${id})`,
    })
    .from(populations)
    .innerJoin(persons, eq(persons.id, populations.addedBy))
    .orderBy(desc(populations.countedOn), desc(populations.addedAt), asc(populations.id))
}
export async function hasPopulation(contentHash: string) {
  return (await db().$count(populations, eq(populations.contentHash, contentHash))) > 0
}
export async function listPopulationCells(populationId: string): Promise<PopulationCell[]> {
  const rows = await db().select().from(populationCells).where(eq(populationCells.populationId, populationId))
  return rows.map(({ place, ageFrom, ageTo, sex, count }) => ({ place, span: ageFrom === null ? null : { from: ageFrom, to: ageTo }, sex, count }))
}
export async function listPopulationRelations(populationId: string): Promise<RelationCount[]> {
  const { relation, count } = populationRelations
  return db().select({ relation, count }).from(populationRelations).where(eq(populationRelations.populationId, populationId))
}

/** How many answers there are of each combination of values of three questions; a question that wasn't asked, or not answered, is null. */
export async function countBackgrounds(dialogueId: string, keys: { readonly place: string | null; readonly age: string | null; readonly gender: string | null }) {
  const value = (key: string | null) => (key === null ? sql`null::text` : sql`${responses.answers} ->> ${key}`)
  const { rows } = await db().execute<{ place: string | null; age: string | null; gender: string | null; count: number }>(sql`
    select ${value(keys.place)} as place, ${value(keys.age)} as age, ${value(keys.gender)} as gender, count(*)::int as count
    from ${responses} where ${responses.dialogueId} = ${dialogueId} group by 1, 2, 3`)
  return rows
}

/** How many answers have each choice of a question where several go together, and how many have any (`null`); the quiet ones are not counted. */
export async function countRelations(dialogueId: string, key: string, quiet: readonly string[]) {
  const value = sql`${responses.answers} -> ${key}`
  const { rows } = await db().execute<{ chosen: string | null; count: number }>(sql`
    select each.chosen, count(distinct ${responses.id})::int as count
    from ${responses}, jsonb_array_elements_text(case jsonb_typeof(${value}) when 'array' then ${value} else jsonb_build_array(${value}) end) as each(chosen)
    where ${responses.dialogueId} = ${dialogueId} and each.chosen not in (select jsonb_array_elements_text(${JSON.stringify(quiet)}::jsonb))
    group by rollup (each.chosen)`)
  return rows
}
