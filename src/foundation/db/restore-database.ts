import { createHash } from 'node:crypto'
import type pg from 'pg'
import { type DumpEnd, type DumpedTable, listTables } from './dump-database.ts'

/** The dump can't be read, or not into this database; the reason is for whoever writes it in words. */
export class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused'
  readonly reason: 'not-empty' | 'broken' | 'other-tables'
  constructor(reason: RestoreRefused['reason'], detail: string) {
    super(detail)
    this.reason = reason
  }
}

const rowsAtATime = 500
// Files are written before they fill the memory.
const charactersAtATime = 16_000_000

/**
 * Reads a dump, its head first, into an empty database that has run the same migrations: all of it or nothing. References are taken away
 * while rows come and put back afterwards, so that the database itself tries every one of them. Answers with how many rows each table got.
 */
export async function restoreDatabase(pool: pg.Pool, lines: AsyncIterable<string>): Promise<Map<string, number>> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const tables = new Map((await listTables(client)).map((table) => [table.table, table]))
    await refuseIfUsed(client, [...tables.keys()])
    const references = await dropReferences(client)
    for (const table of tables.keys()) await client.query(`alter table "${table}" disable trigger user`)
    const counts = await readLines(client, lines, tables)
    for (const table of tables.values()) {
      await client.query(`alter table "${table.table}" enable trigger user`)
      if (table.identity)
        await client.query(
          `select setval(pg_get_serial_sequence($1, $2), greatest((select coalesce(max("${table.identity}"), 0) from "${table.table}"), 1), (select count(*) > 0 from "${table.table}"))`,
          [table.table, table.identity],
        )
    }
    for (const { table, name, definition } of references) await client.query(`alter table ${table} add constraint "${name}" ${definition}`)
    await client.query('commit')
    return counts
  } catch (fault) {
    await client.query('rollback').catch(() => {})
    throw isRefusedByDatabase(fault) ? new RestoreRefused('broken', fault.message) : fault
  } finally {
    client.release()
  }
}

/** A value that can't be read, or a row that breaks a rule: the dump was changed on its way. */
function isRefusedByDatabase(fault: unknown): fault is Error {
  return fault instanceof Error && 'code' in fault && /^2[23]/.test(String(fault.code))
}

async function refuseIfUsed(client: pg.PoolClient, tables: readonly string[]): Promise<void> {
  for (const table of tables) if ((await client.query(`select 1 from "${table}" limit 1`)).rows.length > 0) throw new RestoreRefused('not-empty', table)
}

async function dropReferences(client: pg.PoolClient): Promise<{ table: string; name: string; definition: string }[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by conname`)
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint "${name}"`)
  return rows
}

async function readLines(client: pg.PoolClient, lines: AsyncIterable<string>, known: ReadonlyMap<string, DumpedTable>): Promise<Map<string, number>> {
  const [hash, counts] = [createHash('sha256'), new Map<string, number>()]
  let [rows, at, end]: [string[][], number, DumpEnd | undefined] = [[], 0, undefined]
  let [table, waiting]: [DumpedTable | undefined, number] = [undefined, 0]
  const write = async () => {
    if (table && rows.length > 0) await insert(client, table, rows)
    if (table) counts.set(table.table, (counts.get(table.table) ?? 0) + rows.length)
    rows = []
    waiting = 0
  }
  for await (const line of lines) {
    at++
    if (end) throw new RestoreRefused('broken', `rad ${at}: det står mer efter slutet`)
    const value = parsed(line, at)
    if (isEnd(value)) end = value
    else hash.update(line).update('\n')
    if (Array.isArray(value)) {
      if (!table || value.length !== table.columns.length) throw new RestoreRefused('broken', `rad ${at}: raden hör inte till någon tabell`)
      rows.push(value as string[])
      waiting += line.length
      if (rows.length >= rowsAtATime || waiting >= charactersAtATime) await write()
    } else if (isTable(value)) {
      await write()
      const here = known.get(value.table)
      if (!here || here.columns.map(({ name, type }) => `${name} ${type}`).join() !== value.columns.map(({ name, type }) => `${name} ${type}`).join())
        throw new RestoreRefused('other-tables', value.table)
      table = here
    }
  }
  await write()
  const many = [...counts.values()].reduce((sum, each) => sum + each, 0)
  if (!end) throw new RestoreRefused('broken', 'filen tar slut mitt i')
  if (end.rows !== many || end.sha256 !== hash.digest('hex')) throw new RestoreRefused('broken', 'kontrollsumman stämmer inte')
  return counts
}

/** One statement for many rows: a column of text for each, which PostgreSQL reads as it once wrote it. */
async function insert(client: pg.PoolClient, { table, columns, identity }: DumpedTable, rows: readonly (readonly string[])[]): Promise<void> {
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const casts = columns.map(({ type }, at) => `r.c${at}::${type}`).join(', ')
  const arrays = columns.map((_, at) => `$${at + 1}::text[]`).join(', ')
  await client.query(
    `insert into "${table}" (${names}) ${identity ? 'overriding system value ' : ''}select ${casts} from unnest(${arrays}) as r(${columns.map((_, at) => `c${at}`).join(', ')})`,
    columns.map((_, at) => rows.map((row) => row[at])),
  )
}

function parsed(line: string, at: number): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new RestoreRefused('broken', `rad ${at} går inte att läsa`)
  }
}

function isEnd(value: unknown): value is DumpEnd {
  return typeof value === 'object' && value !== null && 'end' in value
}

function isTable(value: unknown): value is DumpedTable {
  return typeof value === 'object' && value !== null && 'table' in value
}
