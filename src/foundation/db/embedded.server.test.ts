import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { announceAddress, attachEmbedded, type Embedded, EmbeddedInUse, startEmbedded } from './embedded.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'samsyn-embedded-'))
const dataDir = join(folder, 'data')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('what is committed is on disk, and there again after a stop', async () => {
  const first = await startEmbedded(dataDir)
  await query(first, 'create table notes (word text)')
  const before = await first.fsyncCalls()
  for (let n = 0; n < 20; n++) await query(first, `insert into notes values ('note ${n}')`)
  expect((await first.fsyncCalls()) - before).toBeGreaterThanOrEqual(20)
  await first.stop()
  const second = await startEmbedded(dataDir)
  expect(await query(second, 'select count(*)::int as count from notes')).toEqual([{ count: 20 }])
  await second.stop()
})

test('the folder of the socket is for its owner only, and gone after a stop', async () => {
  const embedded = await startEmbedded(dataDir)
  expect(statSync(join(dataDir, 'run')).mode & 0o777).toBe(0o700)
  await embedded.stop()
  expect(existsSync(join(dataDir, 'run'))).toBe(false)
})

test('a second opener is refused with the address of the first', async () => {
  const embedded = await startEmbedded(dataDir)
  announceAddress(dataDir, 'http://127.0.0.1:4000')
  const refusal = await startEmbedded(dataDir).catch((fault: unknown) => fault)
  expect(refusal).toBeInstanceOf(EmbeddedInUse)
  expect((refusal as EmbeddedInUse).address).toBe('http://127.0.0.1:4000')
  await embedded.stop()
})

test('of two that open at the same instant, one gets the data', async () => {
  const both = await Promise.allSettled([startEmbedded(dataDir), startEmbedded(dataDir)])
  const opened = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  expect(opened).toHaveLength(1)
  expect(both.map((one) => one.status === 'rejected' && one.reason instanceof EmbeddedInUse)).toContain(true)
  await opened[0]?.stop()
})

test('a command attaches to the one that runs, and leaves it running', async () => {
  const embedded = await startEmbedded(dataDir)
  const attached = await attachEmbedded(dataDir)
  expect(await query(attached, 'select 1 as one')).toEqual([{ one: 1 }])
  await attached.stop()
  expect(await query(embedded, 'select 2 as two')).toEqual([{ two: 2 }])
  await embedded.stop()
})

test('a deep data folder gets a short socket', async () => {
  const deep = join(folder, 'a-municipality-with-a-very-long-name'.repeat(3), 'data')
  const embedded = await startEmbedded(deep)
  expect(Buffer.byteLength(`${embedded.connection.host}/.s.PGSQL.5432`)).toBeLessThan(108)
  expect(existsSync(join(deep, 'db', 'PG_VERSION'))).toBe(true)
  await embedded.stop()
})

test('after kill -9 the stale socket is taken over, and what was acknowledged is there', async () => {
  const other = await startInOtherProcess(dataDir)
  expect(await startEmbedded(dataDir).catch((fault: unknown) => fault)).toBeInstanceOf(EmbeddedInUse)
  await query({ connection: { host: join(dataDir, 'run'), user: 'postgres', database: 'postgres' } }, `insert into notes values ('before the kill')`)
  await kill(other)
  expect(existsSync(join(dataDir, 'run', '.s.PGSQL.5432'))).toBe(true)
  const embedded = await startEmbedded(dataDir)
  expect(await query(embedded, `select word from notes where word = 'before the kill'`)).toHaveLength(1)
  await embedded.stop()
})

async function query({ connection }: Pick<Embedded, 'connection'>, sql: string): Promise<unknown[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

function startInOtherProcess(data: string): Promise<ChildProcess> {
  const code = `import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'embedded.server.ts'))}
    await startEmbedded(${JSON.stringify(data)}); console.log('ready')`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((done, fail) => {
    child.stdout.once('data', () => done(child))
    child.once('exit', () => fail(new Error('The other process ended.')))
  })
}

function kill(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    child.once('exit', () => done())
    child.kill('SIGKILL')
  })
}
