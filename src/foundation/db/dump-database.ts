import { createHash } from 'node:crypto'
import type pg from 'pg'

/** What the first line of a dump says: what the program had done to the database, by which a reader knows whether it can read it. */
export type DumpHead = { readonly samsyn: 1; readonly migrations: readonly { readonly name: string; readonly sha256: string }[] }
export type DumpedTable = { readonly table: string; readonly columns: readonly { readonly name: string; readonly type: string }[]; readonly identity: string | null }
export type DumpEnd = { readonly end: true; readonly rows: number; readonly sha256: string }

const rowsAtATime = 1_000
// Each may be a document of ten megabytes.
const rowsOfFilesAtATime = 4

// What opens doors for a quarter of an hour or a day is not taken along.
const leftBehind = ['samsyn_migrations', 'people_sessions', 'people_verifications', 'people_attempts']

/**
 * Everything in the database, as lines of JSON, as it was at one instant: the head, then each table with its rows (every value as PostgreSQL writes it, so that
 * nothing is rounded), then how many rows there were and the checksum of every line before. Sessions, one-time keys and counted tries are left out.
 */
export async function* dumpDatabase(pool: pg.Pool): AsyncGenerator<string> {
  const client = await pool.connect()
  const hash = createHash('sha256')
  const line = (value: unknown) => {
    const text = `${JSON.stringify(value)}\n`
    hash.update(text)
    return text
  }
  let rows = 0
  try {
    await client.query('begin isolation level repeatable read, read only')
    const migrations = (await client.query('select name, sha256 from samsyn_migrations order by name')).rows
    yield line({ samsyn: 1, migrations } satisfies DumpHead)
    for (const table of await listTables(client)) {
      const atATime = table.columns.some(({ type }) => type === 'bytea') ? rowsOfFilesAtATime : rowsAtATime
      yield line(table)
      await client.query(`declare dumping no scroll cursor for select ${table.columns.map(({ name }) => `"${name}"::text`).join(', ')} from "${table.table}"${orderOf(table)}`)
      for (;;) {
        const { rows: some } = await client.query<string[]>({ text: `fetch ${atATime} from dumping`, rowMode: 'array' })
        for (const row of some) yield line(row)
        rows += some.length
        if (some.length < atATime) break
      }
      await client.query('close dumping')
    }
    await client.query('commit')
    yield `${JSON.stringify({ end: true, rows, sha256: hash.digest('hex') } satisfies DumpEnd)}\n`
  } catch (fault) {
    await client.query('rollback').catch(() => {})
    throw fault
  } finally {
    client.release()
  }
}

// Rows lie as they came or were last written: in a file, that would tell which answer came after which, and which code was used for which.
function orderOf({ table, columns }: DumpedTable): string {
  return table.startsWith('participation_') ? ` order by "${columns[0]?.name}"` : ''
}

/** The tables that are taken along, by name, with the columns that hold what was written. */
export async function listTables(client: pg.PoolClient): Promise<DumpedTable[]> {
  const { rows } = await client.query<{ table: string; name: string; type: string; identity: boolean }>(`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attidentity <> '' as identity
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by c.relname, a.attnum`)
  return [...Map.groupBy(rows, ({ table }) => table)]
    .filter(([table]) => !leftBehind.includes(table))
    .map(([table, columns]) => ({ table, columns: columns.map(({ name, type }) => ({ name, type })), identity: columns.find(({ identity }) => identity)?.name ?? null }))
}
