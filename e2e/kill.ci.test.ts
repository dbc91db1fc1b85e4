import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { type Installation, startInstallation } from './installation.ts'

const kills = 10
const writers = 16
const dataDir = mkdtempSync(join(tmpdir(), 'samsyn-kill-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

test(`kill -9 during ${writers} writers, ${kills} times: no acknowledged answer is lost`, async () => {
  const acknowledged: string[] = []
  let samsyn = await startInstallation({ start: 'empty', dataDir })
  const prepared = await prepare(samsyn)
  for (let round = 1; round <= kills; round++) {
    const before = acknowledged.length
    const writing = Array.from({ length: writers }, (_, writer) => write(samsyn, prepared, `${round}-${writer}`, acknowledged))
    await wait(1000 + Math.random() * 2000)
    await samsyn.kill()
    await Promise.all(writing)
    expect(acknowledged.length, 'the writers were in the middle of it').toBeGreaterThan(before)
    samsyn = await startInstallation({ start: 'empty', dataDir })
    const kept = new Set(await keptAnswers(samsyn))
    expect(acknowledged.filter((answer) => !kept.has(answer))).toEqual([])
    console.log(`kill ${round}: ${acknowledged.length} acknowledged, none lost`)
  }
  await samsyn.stop()
})

/** Writes until the server is gone. What it has got an answer for, it notes as acknowledged. */
async function write(samsyn: Installation, prepared: Prepared, writer: string, acknowledged: string[]): Promise<void> {
  for (let n = 0; ; n++) {
    const text = `svar ${writer}-${n}`
    try {
      await prepared.post(samsyn, text)
    } catch {
      return
    }
    acknowledged.push(text)
  }
}

type Prepared = { post(samsyn: Installation, text: string): Promise<void> }

// Until the survey's page stands: rows of our own, through the database's socket.
async function prepare(samsyn: Installation): Promise<Prepared> {
  await ask(samsyn, 'create table kill_answers (answer text not null)')
  return { post: async ({ dataDir }, text) => void (await ask({ dataDir }, 'insert into kill_answers values ($1)', [text])) }
}

async function keptAnswers(samsyn: Installation): Promise<string[]> {
  return (await ask(samsyn, 'select answer from kill_answers')).map(({ answer }) => String(answer))
}

/** Asks the embedded database beside the server, as `psql` would. */
async function ask({ dataDir: data }: { dataDir: string }, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ host: join(data, 'run'), user: 'postgres', database: 'postgres' })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end().catch(() => {})
  }
}
