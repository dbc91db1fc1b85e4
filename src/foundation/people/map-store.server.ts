import { desc, eq, getTableColumns } from 'drizzle-orm'
import { db } from '#db/database.server'
import { maps, persons } from './tables.ts'

export async function putMap(map: typeof maps.$inferInsert): Promise<string> {
  const [row] = await db().insert(maps).values(map).returning({ id: maps.id })
  if (!row) throw new Error('The map was not stored.')
  return row.id
}
export async function listMaps() {
  return db()
    .select({ ...getTableColumns(maps), setBy: persons.name })
    .from(maps)
    .innerJoin(persons, eq(persons.id, maps.setBy))
    .orderBy(desc(maps.setAt))
}
