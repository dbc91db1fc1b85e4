import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import { persons } from '#people/tables'
import { proposalRuns, proposalStatements, proposals } from './tables.ts'

/** Writes that a search begins; undefined when one is going on. */
export async function putProposalRun(run: typeof proposalRuns.$inferInsert) {
  return (await db().insert(proposalRuns).values(run).onConflictDoNothing().returning({ id: proposalRuns.id }))[0]?.id
}
/** Ends a search that is going on; false when it has ended. */
export async function endProposalRun(id: string, ended: Partial<typeof proposalRuns.$inferInsert> & { endedAt: string; outcome: 'done' | 'cancelled' | 'failed' }) {
  const rows = await db()
    .update(proposalRuns)
    .set(ended)
    .where(and(eq(proposalRuns.id, id), isNull(proposalRuns.endedAt)))
    .returning({ id: proposalRuns.id })
  return rows.length > 0
}
export async function findProposalRun(wish: { id: string } | { processId: string }) {
  const [row] = await db()
    .select({ run: proposalRuns, by: persons.name })
    .from(proposalRuns)
    .innerJoin(persons, eq(persons.id, proposalRuns.begunBy))
    .where('id' in wish ? eq(proposalRuns.id, wish.id) : eq(proposalRuns.processId, wish.processId))
    .orderBy(desc(proposalRuns.begunAt), desc(proposalRuns.id))
    .limit(1)
  return row && { ...row.run, by: row.by }
}
const atOnce = 1000
export async function putProposal(proposal: typeof proposals.$inferInsert, statementIds: readonly string[]) {
  const [row] = await db().insert(proposals).values(proposal).returning({ id: proposals.id })
  const proposalId = row?.id ?? ''
  for (let at = 0; at < statementIds.length; at += atOnce)
    await db()
      .insert(proposalStatements)
      .values(statementIds.slice(at, at + atOnce).map((statementId, place) => ({ proposalId, statementId, position: at + place })))
}
/** The proposals of a search with how many statements each rests on. */
export async function listProposals(runId: string) {
  return db()
    .select({ proposal: proposals, statements: sql<number>`(select count(*)::int from ${proposalStatements} where ${proposalStatements.proposalId} = ${proposals.id})` })
    .from(proposals)
    .where(eq(proposals.runId, runId))
    .orderBy(asc(proposals.position))
}
export async function listProposalQuotes(proposalIds: readonly string[], most: number) {
  if (proposalIds.length === 0) return []
  return db()
    .select({ proposalId: proposalStatements.proposalId, statementId: proposalStatements.statementId })
    .from(proposalStatements)
    .where(and(inArray(proposalStatements.proposalId, [...proposalIds]), sql`${proposalStatements.position} < ${most}`))
    .orderBy(asc(proposalStatements.position))
}
/** A proposal, held still until the transaction ends, with the process it is for. */
export async function lockProposal(id: string) {
  const [row] = await db()
    .select({ id: proposals.id, fate: proposals.fate, processId: proposalRuns.processId })
    .from(proposals)
    .innerJoin(proposalRuns, eq(proposalRuns.id, proposals.runId))
    .where(eq(proposals.id, id))
    .for('update')
  return row
}
export async function decideProposal(id: string, decision: Required<Pick<typeof proposals.$inferInsert, 'fate' | 'themeId' | 'decidedBy' | 'decidedAt'>>) {
  await db().update(proposals).set(decision).where(eq(proposals.id, id))
}
