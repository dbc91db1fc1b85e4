import { type Column, sql } from 'drizzle-orm'
import { type Database, db } from './database.server.ts'

let names = 0

/**
 * A query that is asked at every visit, and so written as SQL once for the database and once for each transaction it is asked in, and planned once for each
 * connection, under the name it is given: the writing and planning cost more than the asking. What differs from time to time is a `sql.placeholder`.
 *
 * @example
 * const bySlug = buildOnce((on, name) => on.select().from(dialogues).where(eq(dialogues.slug, sql.placeholder('slug'))).prepare(name))
 * await bySlug().execute({ slug: 'delta' })
 */
export function buildOnce<Query>(build: (on: Database, name: string) => Query): () => Query {
  const built = new WeakMap<Database, Query>()
  const name = `often ${++names}`
  return () => {
    const on = db()
    const query = built.get(on) ?? build(on, name)
    built.set(on, query)
    return query
  }
}

/** One of the `ids` that such a query is asked with, however many they are. */
export function isAmong(column: Column) {
  return sql`${column} = any(${sql.placeholder('ids')})`
}
