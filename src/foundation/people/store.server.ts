import { and, asc, eq, getTableColumns, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { buildOnce } from '#db/build-once.server'
import { db } from '#db/database.server'
import type { Role } from '#kernel/actor'
import type { Day } from '#kernel/day'
import { assignments, credentials, municipality, organNameOn, organs, persons, sessions, settings, verifications } from './tables.ts'

export { transaction } from '#db/database.server'
export * from './attempt-store.server.ts'
export * from './mail-store.server.ts'
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
const latestSettings = sql`(select latest.id from ${settings} latest order by latest.set_at desc limit 1)`
/** The municipality as it was made, with what has been set since. */
export async function findMunicipality() {
  const [row] = await municipalityNow().execute()
  return row
}
const municipalityNow = buildOnce((on, name) =>
  on
    .select({ name: municipality.name, kind: municipality.kind, set: { name: settings.name, accent: settings.accent, contact: settings.contact } })
    .from(municipality)
    .leftJoin(settings, eq(settings.id, latestSettings))
    .prepare(name),
)
export async function putMunicipality(name: string, kind: 'demo' | 'real') {
  await db().insert(municipality).values({ name, kind })
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
