import { desc, eq, getTableColumns, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import type { MapDrawing } from './rules/draw-map.ts'
import { maps, persons } from './tables.ts'

export async function putMap(map: typeof maps.$inferInsert): Promise<string> {
  const [row] = await db().insert(maps).values(map).returning({ id: maps.id })
  if (!row) throw new Error('The map was not stored.')
  return row.id
}
/** All maps, the latest first; what is drawn of the latest only, of the others their squares. */
export async function listMaps() {
  const isLatest = sql`row_number() over (order by ${maps.setAt} desc) = 1`
  const { drawing, ...columns } = getTableColumns(maps)
  return db()
    .select({
      ...columns,
      setBy: persons.name,
      drawing: sql<MapDrawing | null>`case when ${isLatest} then ${drawing} end`,
      squares: sql<MapDrawing['squares'] | null>`case when not ${isLatest} then ${drawing} -> 'squares' end`,
    })
    .from(maps)
    .innerJoin(persons, eq(persons.id, maps.setBy))
    .orderBy(desc(maps.setAt))
}
