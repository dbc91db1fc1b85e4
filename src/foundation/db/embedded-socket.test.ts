import { mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Copy, copyTemplate, onPostgres } from '#test/database'
import { serveOnSocket } from './embedded-socket.ts'

let copy: Copy
let pool: pg.Pool

beforeAll(async () => {
  copy = await copyTemplate()
  pool = new pg.Pool({ ...copy.connection, max: 20 })
  pool.on('error', () => {})
  await pool.query('create table notes (word text)')
})
afterAll(async () => {
  await pool.end()
  await copy.remove()
})

test('clients with and without a transaction get their own answers', async () => {
  await Promise.all(
    Array.from({ length: 20 }, async (_, who) => {
      for (let round = 0; round < 25; round++) {
        const client = await pool.connect()
        const inTransaction = (who + round) % 2 === 0
        if (inTransaction) await client.query('begin')
        const { rows } =
          who % 3 === 0
            ? await client.query('select $1::int as who, $2::text as word', [who, `r${round}`])
            : await client.query('select $2::text as word, $1::int as who', [who, `r${round}`])
        expect(rows).toEqual([{ who, word: `r${round}` }])
        if (inTransaction) await client.query(round % 4 === 0 ? 'rollback' : 'commit')
        client.release()
      }
    }),
  )
})

test('a failed query leaves the connection whole', async () => {
  const client = await pool.connect()
  await expect(client.query('select $1::int', ['not a number'])).rejects.toThrow('invalid input syntax')
  await expect(client.query('select from nowhere')).rejects.toThrow('does not exist')
  expect((await client.query('select $1::int as n', [7])).rows).toEqual([{ n: 7 }])
  client.release()
})

test('a failed transaction stays with its client until it is rolled back', async () => {
  const client = await pool.connect()
  await client.query('begin')
  await expect(client.query('select 1/0')).rejects.toThrow('division by zero')
  const elsewhere = pool.query('select 1 as one')
  await expect(client.query('select 1')).rejects.toThrow('current transaction is aborted')
  await client.query('rollback')
  expect((await elsewhere).rows).toEqual([{ one: 1 }])
  client.release()
})

test('a client that goes in the middle of a transaction leaves nothing behind and nobody waiting', async () => {
  const client = new pg.Client(copy.connection)
  client.on('error', () => {})
  await client.connect()
  await client.query('begin')
  await client.query(`insert into notes values ('half said')`)
  ;(client as typeof client & { connection: { stream: Socket } }).connection.stream.destroy()
  expect((await pool.query('select word from notes')).rows).toEqual([])
})

test('a long text and a large answer come through whole', async () => {
  const long = 'å'.repeat(300_000)
  expect((await pool.query('select $1::text as word', [long])).rows).toEqual([{ word: long }])
  const { rows } = await pool.query('select n from generate_series(1, 50000) as n')
  expect(rows).toHaveLength(50_000)
})

if (!onPostgres)
  test('words that are no PostgreSQL are hung up on', async () => {
    const { host } = copy.connection
    const ended = new Promise<void>((done) => {
      const stranger = connect(join(String(host), '.s.PGSQL.5432'))
      stranger.on('close', () => done())
      stranger.write('GET / HTTP/1.1\r\n\r\n')
    })
    await ended
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })

test('a transaction that forgets itself is ended, so that the others get on', async () => {
  const ran: string[] = []
  const heard = await speakTo({
    backend: (statement) => {
      ran.push(statement)
      return statement.includes('begin') ? ready('T') : ready('I')
    },
    limits: { longestIdleMs: 50 },
    say: 'begin',
  })
  expect(heard).toContain('25P03')
  expect(ran.at(-1)).toContain('rollback')
})

test.each([
  ['panics', Buffer.from('E\0\0\0\x18SPANIC\0VPANIC\0Mno\0\0', 'latin1'), 'The database ended: no'],
  ['falls silent', Buffer.alloc(0), 'The database ended: it does not answer'],
])('a database that %s is not served around', async (_, answer, words) => {
  const faults: string[] = []
  const broken = Promise.withResolvers<void>()
  const onBroken = ({ message }: Error) => {
    faults.push(message)
    broken.resolve()
  }
  await speakTo({ backend: (statement) => (statement.includes('insert') ? answer : ready('I')), limits: { onBroken }, say: 'insert', until: broken.promise })
  expect(faults).toEqual([words])
})

const ready = (state: 'I' | 'T') => Buffer.from(`Z\0\0\0\x05${state}`, 'latin1')

/** Says one thing to a backend of our own making, and hears what comes back until it hangs up, or what is waited for has come. */
async function speakTo({
  backend,
  limits,
  say,
  until,
}: {
  backend: (statement: string) => Buffer
  limits: Parameters<typeof serveOnSocket>[2]
  say: string
  until?: Promise<void>
}): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'samsyn-socket-'))
  const server = await serveOnSocket({ execProtocolRawSync: (messages) => backend(Buffer.from(messages).toString('latin1')) }, join(folder, 'socket'), limits)
  const client = connect(join(folder, 'socket'))
  const heard: Buffer[] = []
  const closed = new Promise<void>((done) => client.on('data', (bytes) => heard.push(bytes)).on('close', () => done()))
  client.write(Buffer.from('\0\0\0\x08\0\x03\0\0', 'latin1'))
  client.write(Buffer.from(`Q\0\0\0${String.fromCharCode(say.length + 5)}${say}\0`, 'latin1'))
  await Promise.race([closed, ...(until ? [until] : [])])
  client.destroy()
  await server.stop()
  rmSync(folder, { recursive: true })
  return Buffer.concat(heard).toString('latin1')
}
