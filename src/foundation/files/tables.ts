import { sql } from 'drizzle-orm'
import { bigint, boolean, check, customType, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { choice, identity, instant, oneOf } from '../db/columns.ts'
import { persons } from '../people/tables.ts'
import { mediaTypes } from './rules/media-types.ts'

export const fileKinds = ['image', 'document'] as const
const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** What people have uploaded, in the database so that backup, restore and move take it along. A removal says why and erases the bytes. */
export const files = pgTable(
  'files_files',
  {
    id: identity(),
    /** Of the bytes as they are kept; it is also the address. */
    sha256: text().notNull(),
    kind: choice(fileKinds).notNull(),
    /** As found in the content. */
    mediaType: choice(mediaTypes).notNull(),
    width: integer(),
    height: integer(),
    size: integer().notNull(),
    /** What an image shows, for whoever doesn't see it. */
    alt: text(),
    /** What somebody's computer called it: cleaned, and text only. */
    name: text().notNull(),
    bytes: bytea(),
    uploadedBy: uuid()
      .notNull()
      .references(() => persons.id),
    uploadedAt: instant().notNull(),
    why: text().notNull(),
    /** Whoever has its address sees it: a picture in a question is for those who answer, and nobody can guess what it holds before. */
    isForAll: boolean().notNull().default(false),
    removedBy: uuid().references(() => persons.id),
    removedAt: instant(),
    removedWhy: text(),
  },
  (file) => [
    index().on(file.sha256),
    check('files_files_kind', oneOf(file.kind, fileKinds)),
    check('files_files_media_type', oneOf(file.mediaType, mediaTypes)),
    check('files_files_kind_of_media', sql`(${file.kind} = 'image') = (${file.mediaType} like 'image/%')`),
    check('files_files_image', sql`num_nonnulls(${file.width}, ${file.height}, ${file.alt}) = case ${file.kind} when 'image' then 3 else 0 end`),
    check('files_files_alt', sql`${file.alt} <> ''`),
    check('files_files_hash', sql`${file.sha256} = encode(sha256(${file.bytes}), 'hex')`),
    check('files_files_size', sql`${file.size} > 0 and ${file.size} = octet_length(${file.bytes})`),
    check('files_files_removal', sql`num_nonnulls(${file.removedBy}, ${file.removedAt}, ${file.removedWhy}) in (0, 3)`),
    check('files_files_bytes', sql`(${file.bytes} is null) = (${file.removedAt} is not null)`),
  ],
)

/** The municipality's logo: each change is a row, and the latest holds. Without a file there is none, and then it says why. */
export const logos = pgTable(
  'files_logos',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    fileId: uuid().references(() => files.id),
    why: text(),
    setBy: uuid()
      .notNull()
      .references(() => persons.id),
    setAt: instant().notNull(),
  },
  (logo) => [check('files_logos_why', sql`num_nonnulls(${logo.fileId}, ${logo.why}) = 1`)],
)
