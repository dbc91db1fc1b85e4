import { mkdtempSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { day } from '#kernel/day'
import { storeCast } from '#people'
import { useSite } from './site.ts'

const site = useSite()
const folder = mkdtempSync(join(tmpdir(), 'samsyn-outage-'))
const socket = join(folder, '.s.PGSQL.5432')
let between: Server | undefined
const open = new Set<Socket>()

/** The way to the database: a socket of our own, that can be cut. */
function mend(): Promise<void> {
  const { host, connectionString } = site.connection()
  const real = join(host ?? new URL(connectionString ?? '').searchParams.get('host') ?? '', '.s.PGSQL.5432')
  between = createServer((client) => {
    const server = createConnection(real)
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      open.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
      one.pipe(other)
    }
  })
  return new Promise((ready) => between?.listen(socket, ready))
}
async function cut(): Promise<void> {
  for (const each of open) each.destroy()
  open.clear()
  await new Promise((done) => between?.close(done))
  rmSync(socket, { force: true })
}

beforeAll(async () => {
  await storeCast({
    municipality: 'Provkommunen',
    organs: [{ key: 'ks', name: 'Kommunstyrelsen', kind: 'executive-board', validFrom: day('2020-01-01') }],
    people: [{ name: 'Ada', email: 'ada@prov.example', organ: 'ks', role: 'administrator' }],
    from: day('2020-01-01'),
  })
  await mend()
  const { connectionString } = site.connection()
  await site.reconnect(connectionString ? { connectionString: connectionString.replace(/host=[^&]*/, `host=${folder}`) } : { host: folder, user: 'postgres', database: 'postgres' })
})
afterAll(cut)

test('when the database is gone every page says so, nothing is stored, and all is well by itself when it is back', async () => {
  expect((await site.get('/')).status).toBe(200)
  const before = (await pool().query('select count(*) from people_mails')).rows[0].count
  await cut()
  for (const answer of [await site.get('/'), await site.get('/arbete'), await site.post('/logga-in', { email: 'ada@prov.example' })]) {
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60'])
    const page = await answer.text()
    expect(page).toContain('Vi är strax tillbaka')
    expect(page).toContain('Inget har sparats')
    expect(page).not.toMatch(/ECONN|ENOENT|at \w+ \(/)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  }
  expect((await site.get('/redo')).status).toBe(503)
  expect((await site.get('/halsa')).status).toBe(200)
  await mend()
  expect((await site.get('/redo')).status).toBe(200)
  expect((await site.get('/')).status).toBe(200)
  expect((await pool().query('select count(*) from people_mails')).rows[0].count).toBe(before)
})
