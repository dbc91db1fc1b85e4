import { asc, desc, eq } from 'drizzle-orm'
import { db } from '#db/database.server'
import { accessibilityFaults, accessibilityStatements, persons } from './tables.ts'

type Statement = typeof accessibilityStatements.$inferInsert
type Fault = Omit<typeof accessibilityFaults.$inferInsert, 'id' | 'statementId' | 'position'>

export async function putStatement(statement: Statement, faults: readonly Fault[]) {
  const [row] = await db().insert(accessibilityStatements).values(statement).returning({ id: accessibilityStatements.id })
  if (!row) throw new Error('The database returned no row.')
  if (faults.length > 0)
    await db()
      .insert(accessibilityFaults)
      .values(faults.map((fault, position) => ({ ...fault, statementId: row.id, position })))
  return row.id
}
const withName = () =>
  db()
    .select({ statement: accessibilityStatements, statedBy: persons.name })
    .from(accessibilityStatements)
    .innerJoin(persons, eq(persons.id, accessibilityStatements.statedBy))
    .orderBy(desc(accessibilityStatements.statedAt))

export async function findStatement() {
  return (await withName().limit(1))[0]
}
export async function listStatements(limit: number) {
  return withName().limit(limit)
}
export async function listFaults(statementId: string) {
  return db().select().from(accessibilityFaults).where(eq(accessibilityFaults.statementId, statementId)).orderBy(asc(accessibilityFaults.position))
}
