import { type Column, sql } from 'drizzle-orm'
import { type Database, db } from './database.server.ts'

/**
 * A query that is asked at every visit, and so written as SQL once for the database and once for each transaction it is asked in: the writing costs as much as
 * the asking. What differs from time to time is a `sql.placeholder`. It gets no name, since the connections to the embedded database share one backend.
 *
 * @example
 * const bySlug = buildOnce((on) => on.select().from(dialogues).where(eq(dialogues.slug, sql.placeholder('slug'))).prepare(''))
 * await bySlug().execute({ slug: 'delta' })
 */
export function buildOnce<Query>(build: (on: Database) => Query): () => Query {
  const built = new WeakMap<Database, Query>()
  return () => {
    const on = db()
    const query = built.get(on) ?? build(on)
    built.set(on, query)
    return query
  }
}

/** One of the `ids` that such a query is asked with, however many they are. */
export function isAmong(column: Column) {
  return sql`${column} = any(${sql.placeholder('ids')})`
}
