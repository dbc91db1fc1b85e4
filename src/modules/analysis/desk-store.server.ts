import { and, asc, desc, eq, exists, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { isAnyOf } from '#db/columns'
import { db } from '#db/database.server'
import { persons } from '#people/tables'
import type { DeskFilter } from './rules/desk-filter.ts'
import { bulkStatements, bulks, claims, codings, deskActs, material, roundStatements, rounds, setAsides, themes } from './tables.ts'

export { readLexicon } from './lexicon-store.server.ts'

/** The filter with what its words stand for: the themes under the one chosen, the statements that the search or the two coders give. */
export type Narrowing = DeskFilter & { readonly themeIds?: readonly string[]; readonly among?: readonly string[] }

// Each is read once and joined with (`offset 0` keeps the database from walking an index for every statement, which it does where it has no statistics, as the
// embedded one at first). Not `not in`: that becomes a walk through all for every statement where what is coded no longer fits in a table of its memory.
const codedOnes = sql`(select ${codings.statementId} as id from ${codings} where ${codings.withdrawnAt} is null offset 0)`
const asideOnes = sql`(select ${setAsides.statementId} as id from ${setAsides} where ${setAsides.withdrawnAt} is null offset 0)`
// What two read blind is no more for the desk than what is decided, as long as the round goes on: whoever met it there with its suggestions would not be blind.
const drawnOnes = sql`(select ${roundStatements.statementId} as id from ${roundStatements} join ${rounds} on ${rounds.id} = ${roundStatements.roundId} where ${rounds.endedAt} is null offset 0)`
const isCoded = sql`exists (select 1 from ${codedOnes} decided where decided.id = ${material.statementId})`
const isAside = sql`exists (select 1 from ${asideOnes} decided where decided.id = ${material.statementId})`
const isDrawn = sql`exists (select 1 from ${drawnOnes} drawn where drawn.id = ${material.statementId})`
const inState: Readonly<Record<DeskFilter['state'], SQL | undefined>> = {
  uncoded: sql`not ${isCoded} and not ${isAside} and not ${isDrawn}`,
  coded: isCoded,
  aside: isAside,
  differing: undefined,
  any: undefined,
}
const within = (processId: string, { state, source, group, place, question, themeIds, among }: Narrowing) =>
  and(
    eq(material.processId, processId),
    inState[state],
    source === undefined ? undefined : eq(material.source, source),
    group === undefined ? undefined : eq(material.groupId, group),
    place === undefined ? undefined : eq(material.place, place),
    question === undefined ? undefined : eq(material.questionId, question),
    themeIds && sql`${material.statementId} in (select ${codings.statementId} from ${codings} where ${isAnyOf(codings.themeId, themeIds)} and ${codings.withdrawnAt} is null)`,
    among && isAnyOf(material.statementId, among),
  )

export type Spot = { readonly here: string | null; readonly next: string | null; readonly previous: string | null; readonly found: number }
/**
 * Where a coder is in what the filter finds: at a statement, or at the first after one that nobody else has claimed, and what lies beside it. All of it is
 * found once, for what is left near the end of the work is found by looking at the whole (0.1 s for a walk along the index, a seventh of it so).
 */
export async function findSpot(processId: string, narrowing: Narrowing, { at, after, person, now }: { at?: string; after?: string; person: string; now: string }): Promise<Spot> {
  const isTaken = sql`exists (select 1 from ${claims} where ${claims.statementId} = ${material.statementId} and ${claims.claimedBy} <> ${person} and ${claims.expiresAt} > ${now})`
  const asked = sql`(select ${material.statementId} from ${material} where ${material.statementId} = ${at ?? null}::uuid and ${material.processId} = ${processId})`
  const { rows } = await db().execute<Spot>(sql`
    with found as materialized (select ${material.statementId} as id, ${isTaken} as taken from ${material} where ${within(processId, narrowing)}),
    spot as (select coalesce(
      ${asked},
      (select id from found where not taken and id > ${after ?? null}::uuid order by id limit 1),
      (select id from found where not taken order by id limit 1)
    ) as id)
    select spot.id as here,
      (select found.id from found where not taken and found.id > spot.id order by 1 limit 1) as next,
      (select found.id from found where not taken and found.id < spot.id order by 1 desc limit 1) as previous,
      (select count(*)::int from found) as found
    from spot`)
  return rows[0] ?? { here: null, next: null, previous: null, found: 0 }
}

/** A page of what the filter finds, from after a statement or before one, in order, with one more where there is more. */
export async function listSpots(processId: string, narrowing: Narrowing, { after, before, limit }: { after?: string; before?: string; limit: number }) {
  const beyond = before === undefined ? (after === undefined ? undefined : sql`${material.statementId} > ${after}::uuid`) : sql`${material.statementId} < ${before}::uuid`
  const rows = await db()
    .select({ id: material.statementId })
    .from(material)
    .where(and(within(processId, narrowing), beyond))
    .orderBy(before === undefined ? asc(material.statementId) : desc(material.statementId))
    .limit(limit)
  return rows.map(({ id }) => id)
}
/** How many that nobody has decided on are read in rounds that go on. Looked for from the rounds, which are small or none. */
export async function countDrawn(processId: string) {
  const { rows } = await db().execute<{ count: number }>(sql`
    select count(*)::int as count from ${roundStatements} join ${rounds} on ${rounds.id} = ${roundStatements.roundId}
    where ${rounds.processId} = ${processId} and ${rounds.endedAt} is null
      and not exists (select 1 from ${codings} where ${codings.statementId} = ${roundStatements.statementId} and ${codings.withdrawnAt} is null)
      and not exists (select 1 from ${setAsides} where ${setAsides.statementId} = ${roundStatements.statementId} and ${setAsides.withdrawnAt} is null)`)
  return rows[0]?.count ?? 0
}
export async function countSpots(processId: string, narrowing: Narrowing) {
  return db().$count(material, within(processId, narrowing))
}

/** Claims a statement for a person until an instant, unless somebody else has it. Answers with whether it is theirs now. */
export async function putClaim(statementId: string, claimedBy: string, now: string, expiresAt: string): Promise<boolean> {
  const rows = await db()
    .insert(claims)
    .values({ statementId, claimedBy, expiresAt })
    .onConflictDoUpdate({ target: claims.statementId, set: { claimedBy, expiresAt }, setWhere: or(eq(claims.claimedBy, claimedBy), lt(claims.expiresAt, now)) })
    .returning({ id: claims.statementId })
  return rows.length > 0
}
/** A person has one statement of a process before them at a time: what they skipped is anybody's. */
export async function dropOtherClaims(processId: string, claimedBy: string, statementId: string) {
  const ofProcess = db()
    .select({ id: material.statementId })
    .from(material)
    .where(and(eq(material.statementId, claims.statementId), eq(material.processId, processId)))
  await db()
    .delete(claims)
    .where(and(eq(claims.claimedBy, claimedBy), ne(claims.statementId, statementId), exists(ofProcess)))
}
export async function dropClaims(statementIds: readonly string[], claimedBy: string) {
  await db()
    .delete(claims)
    .where(and(isAnyOf(claims.statementId, statementIds), eq(claims.claimedBy, claimedBy)))
}
export async function findClaim(statementId: string) {
  const [row] = await db()
    .select({ claimedBy: claims.claimedBy, name: persons.name, expiresAt: claims.expiresAt })
    .from(claims)
    .innerJoin(persons, eq(persons.id, claims.claimedBy))
    .where(eq(claims.statementId, statementId))
  return row
}

// A lock each for more than so many is more than a database has room for.
const mostLocks = 100
/**
 * Those who decide on the same statement take turns, for as long as their transactions last; for many statements everybody does. It is the first lock of an
 * act at the desk, before those of themes and codings, so that no two wait for each other. Whoever locks all codings is waited for here.
 */
export async function lockStatements(ids: readonly string[]) {
  if (ids.length > mostLocks) return lockCodings()
  await db().execute(sql`lock table ${codings}, ${setAsides} in row exclusive mode`)
  for (const id of [...ids].sort()) await db().execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 7))`)
}
/** Until the transaction ends nobody else codes or sets aside. Taken before the codebook is locked. */
export async function lockCodings() {
  await db().execute(sql`lock table ${codings}, ${setAsides} in share row exclusive mode`)
}
export async function listHeld(statementIds: readonly string[]) {
  return db()
    .select({
      ...{ id: codings.id, statementId: codings.statementId, themeId: codings.themeId, theme: themes.name, stance: codings.stance },
      ...{ spanFrom: codings.spanFrom, spanTo: codings.spanTo, suggestion: codings.suggestion, codedBy: codings.codedBy, coder: persons.name, codedAt: codings.codedAt },
    })
    .from(codings)
    .innerJoin(themes, eq(themes.id, codings.themeId))
    .innerJoin(persons, eq(persons.id, codings.codedBy))
    .where(and(isAnyOf(codings.statementId, statementIds), isNull(codings.withdrawnAt)))
    .orderBy(asc(themes.position), asc(codings.id))
}
export async function listAsides(statementIds: readonly string[]) {
  return db()
    .select({ id: setAsides.id, statementId: setAsides.statementId, reason: setAsides.reason, by: persons.name, setAsideAt: setAsides.setAsideAt })
    .from(setAsides)
    .innerJoin(persons, eq(persons.id, setAsides.setAsideBy))
    .where(and(isAnyOf(setAsides.statementId, statementIds), isNull(setAsides.withdrawnAt)))
}
export async function listAsidesByIds(ids: readonly string[]) {
  if (ids.length === 0) return []
  return db().select({ id: setAsides.id, statementId: setAsides.statementId }).from(setAsides).where(isAnyOf(setAsides.id, ids))
}
export async function endCodings(ids: readonly string[], by: string, at: string) {
  if (ids.length === 0) return
  await db()
    .update(codings)
    .set({ withdrawnAt: at, withdrawnBy: by })
    .where(and(isAnyOf(codings.id, ids), isNull(codings.withdrawnAt)))
}
/** Codings that were ended by an act at the desk hold again; what the codebook ended stays ended, and what came of a bulk that was taken back since. */
export async function restoreCodings(ids: readonly string[]) {
  if (ids.length === 0) return
  const ofUndoneBulk = sql`select 1 from ${bulkStatements} join ${bulks} on ${bulks.id} = ${bulkStatements.bulkId} where ${bulkStatements.codingId} = ${codings.id} and ${bulks.undoneAt} is not null`
  await db()
    .update(codings)
    .set({ withdrawnAt: null, withdrawnBy: null })
    .where(and(isAnyOf(codings.id, ids), isNull(codings.endedBy), sql`not exists (${ofUndoneBulk})`))
}
export async function endAside(id: string, by: string, at: string) {
  await endAsides([id], by, at)
}
export async function endAsides(ids: readonly string[], by: string, at: string) {
  if (ids.length > 0) await db().update(setAsides).set({ withdrawnAt: at, withdrawnBy: by }).where(isAnyOf(setAsides.id, ids))
}
export async function restoreAside(id: string) {
  await db().update(setAsides).set({ withdrawnAt: null, withdrawnBy: null }).where(eq(setAsides.id, id))
}

export async function putDeskAct(act: typeof deskActs.$inferInsert) {
  await db().insert(deskActs).values(act)
}
export async function findAct(id: number) {
  const [row] = await db().select().from(deskActs).where(eq(deskActs.id, id))
  return row
}
export async function findLastAct(processId: string, doneBy: string) {
  const [row] = await db()
    .select()
    .from(deskActs)
    .where(and(eq(deskActs.doneBy, doneBy), eq(deskActs.processId, processId), isNull(deskActs.undoneAt)))
    .orderBy(desc(deskActs.id))
    .limit(1)
  return row
}
/** The last act as the desk tells of it: how many statements were coded and set aside and how many quotes were put by, and not which. */
export async function describeLastAct(processId: string, doneBy: string) {
  const [row] = await db()
    .select({
      ...{ id: deskActs.id, kind: deskActs.kind, statementId: deskActs.statementId },
      coded: sql<number>`(select count(distinct ${codings.statementId})::int from ${codings} where ${codings.id} = any(${deskActs.madeCodings}))`,
      ...{ asides: sql<number>`cardinality(${deskActs.madeAsides})`, quotes: sql<number>`cardinality(${deskActs.madeQuotes})` },
    })
    .from(deskActs)
    .where(and(eq(deskActs.doneBy, doneBy), eq(deskActs.processId, processId), isNull(deskActs.undoneAt)))
    .orderBy(desc(deskActs.id))
    .limit(1)
  return row
}
export async function markUndone(id: number, undoneAt: string) {
  const rows = await db()
    .update(deskActs)
    .set({ undoneAt })
    .where(and(eq(deskActs.id, id), isNull(deskActs.undoneAt)))
    .returning({ id: deskActs.id })
  return rows.length > 0
}
export async function listStatementsOfCodings(ids: readonly string[]) {
  if (ids.length === 0) return []
  return (await db().selectDistinct({ id: codings.statementId }).from(codings).where(isAnyOf(codings.id, ids))).map(({ id }) => id)
}
