import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
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
  ;(client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
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
  const folder = mkdtempSync(join(tmpdir(), 'samsyn-idle-'))
  const statements: string[] = []
  const ready = (state: string) => Buffer.from([0x5a, 0, 0, 0, 5, state.charCodeAt(0)])
  const backend = {
    execProtocolRawSync: (messages: Uint8Array) => {
      const text = Buffer.from(messages).toString('latin1')
      statements.push(text)
      return ready(text.includes('begin') ? 'T' : 'I')
    },
  }
  const server = await serveOnSocket(backend, join(folder, 'socket'), { longestIdleMs: 50 })
  const client = connect(join(folder, 'socket'))
  const heard: Buffer[] = []
  const closed = new Promise<void>((done) => client.on('data', (bytes) => heard.push(bytes)).on('close', () => done()))
  client.write(Buffer.from([0, 0, 0, 8, 0, 3, 0, 0]))
  client.write(Buffer.from('Q\0\0\0\nbegin\0', 'latin1'))
  await closed
  expect(Buffer.concat(heard).toString('latin1')).toContain('25P03')
  expect(statements.at(-1)).toContain('rollback')
  await server.stop()
  rmSync(folder, { recursive: true })
})

test('a database that panics is not served around', async () => {
  const panic = Buffer.from('E\0\0\0\x17SPANIC\0VPANIC\0Mno\0\0', 'latin1')
  expect(() => readAnswer(panic, 'Q')).toThrow('The database ended: no')
})
