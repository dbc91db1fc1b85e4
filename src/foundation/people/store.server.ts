import { and, asc, eq, getTableColumns, gt, gte, inArray, isNotNull, isNull, lte, or, type SQLWrapper, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import type { Role } from '#kernel/actor'
import type { Day } from '#kernel/day'
import { assignments, credentials, mails, municipality, organNameOn, organs, persons, sessions, settings, verifications } from './tables.ts'

export { transaction } from '#db/database.server'
export * from './attempt-store.server.ts'
export * from './passkey-store.server.ts'

const holdsOn = (on: Day) => and(lte(assignments.validFrom, on), or(isNull(assignments.validTo), gte(assignments.validTo, on)))

export async function findPerson(id: string) {
  const [person] = await db().select().from(persons).where(eq(persons.id, id))
  return person
}
export async function findPersonByEmail(email: string) {
  const [person] = await db().select().from(persons).where(eq(persons.email, email.toLowerCase()))
  return person
}
export async function countPersons() {
  return db().$count(persons)
}
export async function listPersons() {
  return db().select({ id: persons.id, name: persons.name, email: persons.email }).from(persons).orderBy(asc(persons.name))
}
export async function putPerson(person: { name: string; email: string }) {
  const [row] = await db()
    .insert(persons)
    .values({ ...person, email: person.email.toLowerCase(), emailVerified: true })
    .returning()
  return required(row)
}
export async function listAssignments(on: Day, personIds?: readonly string[]) {
  return db()
    .select({
      id: assignments.id,
      personId: assignments.personId,
      organId: assignments.organId,
      organ: organNameOn(),
      role: assignments.role,
      validFrom: assignments.validFrom,
      validTo: assignments.validTo,
      givenByProvider: assignments.givenByProvider,
    })
    .from(assignments)
    .innerJoin(organs, eq(organs.id, assignments.organId))
    .where(and(holdsOn(on), personIds ? inArray(assignments.personId, [...personIds]) : undefined))
    .orderBy(asc(assignments.validFrom))
}
export async function findAssignment(id: string) {
  const [assignment] = await db().select().from(assignments).where(eq(assignments.id, id))
  return assignment
}
export async function putAssignment(assignment: { personId: string; organId: string; role: Role; validFrom: Day; validTo?: Day; givenByProvider?: string }) {
  const [row] = await db().insert(assignments).values(assignment).onConflictDoNothing().returning()
  return row
}
export async function endAssignmentOn(id: string, lastDay: Day) {
  await db().update(assignments).set({ validTo: lastDay }).where(eq(assignments.id, id))
}
/** Gives an assignment of a provider until a day, also one of the same day that was ended. Nothing when somebody gave the same by hand that day. */
export async function giveByProvider(assignment: { personId: string; organId: string; role: Role; validFrom: Day; validTo: Day; givenByProvider: string }) {
  const [row] = await db()
    .insert(assignments)
    .values(assignment)
    .onConflictDoUpdate({
      target: [assignments.personId, assignments.organId, assignments.role, assignments.validFrom],
      set: { validTo: assignment.validTo },
      setWhere: eq(assignments.givenByProvider, assignment.givenByProvider),
    })
    .returning()
  return row
}
export async function deleteSessionsOf(personId: string) {
  await db().delete(sessions).where(eq(sessions.userId, personId))
}
export async function listOrgans() {
  return db()
    .select({ ...getTableColumns(organs), name: organNameOn() })
    .from(organs)
    .orderBy(asc(organs.validFrom), asc(organNameOn()))
}
export async function findOrgan(id: string) {
  const [organ] = await db().select().from(organs).where(eq(organs.id, id))
  return organ
}
export async function putOrgan(organ: typeof organs.$inferInsert) {
  const [row] = await db().insert(organs).values(organ).onConflictDoNothing().returning()
  return row
}
export async function findMunicipality() {
  const [row] = await db().select().from(municipality)
  return row
}
export async function putMunicipality(name: string, kind: 'demo' | 'real') {
  await db().insert(municipality).values({ name, kind })
}
export async function findSettings() {
  const [row] = await db().select().from(settings).orderBy(sql`${settings.setAt} desc`).limit(1)
  return row
}
export async function listSettings() {
  return db()
    .select({ id: settings.id, name: settings.name, accent: settings.accent, contact: settings.contact, setAt: settings.setAt, setBy: persons.name })
    .from(settings)
    .innerJoin(persons, eq(persons.id, settings.setBy))
    .orderBy(sql`${settings.setAt} desc`)
    .limit(50)
}
export async function putSettings(row: { name: string; accent: string | null; contact: string | null; setBy: string; setAt: string }) {
  const [written] = await db().insert(settings).values(row).returning()
  return required(written)
}
export async function putMail(mail: typeof mails.$inferInsert) {
  await db().insert(mails).values(mail).onConflictDoNothing({ target: mails.notice })
}
const waits = and(isNull(mails.sentAt), isNull(mails.givenUpAt))
/** The one clock that all processes share. */
export async function databaseTime() {
  const { rows } = await db().execute<{ now: string }>(sql`select to_json(now())#>>'{}' as now`)
  return new Date(required(rows[0]).now)
}
/** Takes mails that are due and that nobody else holds, at night only those that may go then. What was queued or held by a clock that has been set back waits for nothing. */
export async function holdMails({ now, until, impossible, isNight }: { now: string; until: string; impossible: string; isNight: boolean }, most: number) {
  const isDue = or(lte(mails.nextAttemptAt, now), and(gt(mails.queuedAt, now), eq(mails.attempts, 0)))
  const isFree = or(isNull(mails.heldUntil), lte(mails.heldUntil, now), gt(mails.heldUntil, impossible))
  const due = db()
    .select({ id: mails.id })
    .from(mails)
    .where(and(waits, isDue, isFree, isNight ? eq(mails.byDay, false) : undefined))
    .orderBy(asc(mails.queuedAt))
    .limit(most)
    .for('update', { skipLocked: true })
  return db()
    .update(mails)
    .set({ heldUntil: until, attempts: sql`${mails.attempts} + 1` })
    .where(inArray(mails.id, due))
    .returning()
}
const unlessPrivate = (kept: SQLWrapper | string) => sql`case when ${mails.isPrivate} then '' else ${kept} end`
const emptyIfPrivate = { recipient: unlessPrivate(mails.recipient), subject: unlessPrivate(mails.subject) }
/** A mail that is sent is in somebody's mailbox, and its words are no longer here. */
export async function markMailSent(id: string, at: string) {
  await db()
    .update(mails)
    .set({ sentAt: at, heldUntil: null, failure: null, body: '', ...emptyIfPrivate })
    .where(eq(mails.id, id))
}
export async function putOffMail(id: string, until: string, failure: string) {
  await db().update(mails).set({ nextAttemptAt: until, heldUntil: null, failure }).where(eq(mails.id, id))
}
export async function giveUpMail(id: string, at: string, failure: string) {
  await db()
    .update(mails)
    .set({ givenUpAt: at, heldUntil: null, failure: unlessPrivate(failure), body: unlessPrivate(mails.body), ...emptyIfPrivate })
    .where(eq(mails.id, id))
}
/** Takes letters that have not gone out of the queue: what they tell of is over. */
export async function deleteWaitingMails(notices: readonly string[]) {
  await db()
    .delete(mails)
    .where(and(waits, isAnyOf(notices)))
}
export async function listGivenUpNotices(notices: readonly string[]) {
  const rows = await db()
    .select({ notice: mails.notice })
    .from(mails)
    .where(and(isNotNull(mails.givenUpAt), isAnyOf(notices)))
  return rows.flatMap(({ notice }) => notice ?? [])
}
// One parameter however many notices.
const isAnyOf = (notices: readonly string[]) => sql`${mails.notice} = any(${sql.param([...notices])}::text[])`
/** Empties mails that were sent or given up before then. The row stays with its notice, so that no notice is sent anew. */
export async function emptyMails(before: string) {
  const isOver = and(or(lte(mails.sentAt, before), lte(mails.givenUpAt, before)), sql`${mails.recipient} <> ''`)
  await db()
    .update(mails)
    .set({ recipient: '', subject: '', body: '', failure: sql`case when ${mails.failure} is null then null else '' end` })
    .where(isOver)
}
export async function requeueMail(id: string, at: string) {
  const rows = await db()
    .update(mails)
    .set({ givenUpAt: null, usefulUntil: null, nextAttemptAt: at, attempts: 0 })
    .where(and(eq(mails.id, id), sql`${mails.givenUpAt} is not null`, sql`${mails.recipient} <> ''`))
    .returning({ id: mails.id })
  return rows.length > 0
}
export async function listUndelivered(limit: number) {
  return (
    db()
      .select({
        id: mails.id,
        recipient: mails.recipient,
        subject: mails.subject,
        attempts: mails.attempts,
        failure: mails.failure,
        nextAttemptAt: mails.nextAttemptAt,
        givenUpAt: mails.givenUpAt,
      })
      .from(mails)
      // A resident's address is for nobody here to read.
      .where(and(isNull(mails.sentAt), sql`${mails.failure} is not null`, sql`${mails.recipient} <> ''`, eq(mails.isPrivate, false)))
      .orderBy(sql`${mails.givenUpAt} is not null`, asc(mails.nextAttemptAt))
      .limit(limit)
  )
}
export async function countWaiting() {
  return db().$count(mails, waits)
}
export async function listMails(limit: number) {
  return db().select().from(mails).orderBy(sql`${mails.queuedAt} desc`).limit(limit)
}
export async function putVerification(identifier: string, value: string, expiresAt: Date) {
  await db().delete(verifications).where(eq(verifications.identifier, identifier))
  await db().insert(verifications).values({ identifier, value, expiresAt })
}
/** Takes a one-time value: the row is gone whether or not the caller goes on. */
export async function takeVerification(identifier: string, value: string, now: Date) {
  const [row] = await db()
    .delete(verifications)
    .where(and(eq(verifications.identifier, identifier), eq(verifications.value, value), gte(verifications.expiresAt, now)))
    .returning()
  return row !== undefined
}
/** The same for a value that the caller does not know. */
export async function takeVerificationValue(identifier: string, now: Date) {
  const [row] = await db()
    .delete(verifications)
    .where(and(eq(verifications.identifier, identifier), gte(verifications.expiresAt, now)))
    .returning()
  return row?.value
}
export async function findPersonByAccount(provider: string, account: string) {
  const [row] = await db()
    .select({ person: persons })
    .from(credentials)
    .innerJoin(persons, eq(persons.id, credentials.userId))
    .where(and(eq(credentials.providerId, provider), eq(credentials.accountId, account)))
  return row?.person
}
export async function putAccount(personId: string, provider: string, account: string) {
  await db().insert(credentials).values({ userId: personId, providerId: provider, accountId: account }).onConflictDoNothing()
}
/** Takes away sign-ins and one-time values whose time has gone. */
export async function deleteExpired(now: Date) {
  await db().delete(sessions).where(lte(sessions.expiresAt, now))
  await db().delete(verifications).where(lte(verifications.expiresAt, now))
}
export async function hasVerification(identifier: string, value: string, now: Date) {
  return (await db().$count(verifications, and(eq(verifications.identifier, identifier), eq(verifications.value, value), gte(verifications.expiresAt, now)))) > 0
}

function required<Row>(row: Row | undefined): Row {
  if (!row) throw new Error('The database returned no row.')
  return row
}
