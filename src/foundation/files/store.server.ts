import { and, desc, eq, isNull } from 'drizzle-orm'
import { buildOnce } from '../db/build-once.server.ts'
import { db } from '../db/database.server.ts'
import { persons } from '../people/tables.ts'
import type { MediaType } from './rules/media-types.ts'
import { files, logos } from './tables.ts'

export { transaction } from '../db/database.server.ts'

// Never the bytes: this is read at every request.
const head = {
  id: files.id,
  sha256: files.sha256,
  kind: files.kind,
  mediaType: files.mediaType,
  alt: files.alt,
  width: files.width,
  height: files.height,
  size: files.size,
}

export async function putFile(file: typeof files.$inferInsert) {
  const [row] = await db().insert(files).values(file).returning({ id: files.id })
  if (!row) throw new Error('The file was not stored.')
  return row.id
}
/** With its bytes, by what it holds. */
export async function findFile(sha256: string, mediaType: MediaType) {
  const [row] = await db()
    .select()
    .from(files)
    .where(and(eq(files.sha256, sha256), eq(files.mediaType, mediaType), isNull(files.removedAt)))
    .orderBy(desc(files.isForAll))
    .limit(1)
  return row
}
export async function findFileHead(id: string) {
  const [row] = await db()
    .select(head)
    .from(files)
    .where(and(eq(files.id, id), isNull(files.removedAt)))
  return row
}
/** Answers with whether there was anything to erase. */
export async function eraseFile({ id, why, by, at }: { id: string; why: string; by: string; at: string }) {
  const erased = await db()
    .update(files)
    .set({ bytes: null, removedWhy: why, removedBy: by, removedAt: at })
    .where(and(eq(files.id, id), isNull(files.removedAt)))
    .returning({ id: files.id })
  return erased.length > 0
}
/** The pictures that people choose by, without their bytes, the latest first. */
export async function listPictures() {
  return db()
    .select({ ...head, uploadedAt: files.uploadedAt, uploadedBy: persons.name })
    .from(files)
    .innerJoin(persons, eq(persons.id, files.uploadedBy))
    .where(and(eq(files.isForAll, true), isNull(files.removedAt)))
    .orderBy(desc(files.uploadedAt), desc(files.id))
}
export async function findLogo() {
  const [latest] = await logoNow().execute()
  return latest?.file ?? undefined
}
const logoNow = buildOnce((on, name) =>
  on
    .select({ fileId: logos.fileId, file: head })
    .from(logos)
    .leftJoin(files, and(eq(files.id, logos.fileId), isNull(files.removedAt)))
    .orderBy(desc(logos.id))
    .limit(1)
    .prepare(name),
)
export async function putLogo(logo: Omit<typeof logos.$inferInsert, 'id'>) {
  await db().insert(logos).values(logo)
}
export async function listLogos() {
  return db()
    .select({ id: logos.id, alt: files.alt, name: files.name, why: logos.why, setAt: logos.setAt, setBy: persons.name })
    .from(logos)
    .innerJoin(persons, eq(persons.id, logos.setBy))
    .leftJoin(files, eq(files.id, logos.fileId))
    .orderBy(desc(logos.id))
}
