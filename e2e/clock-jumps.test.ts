import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startMailServer } from '#test/mail-server'
import { runSamsynIn } from '#test/run-samsyn'
import { type Installation, startInstallation } from './installation.ts'
import { besideTheServer, openSurvey, slug } from './open-survey.ts'

const hour = 60 * 60 * 1000
const folder = mkdtempSync(join(tmpdir(), 'samsyn-clock-'))
const clock = join(folder, 'clock')
const email = 'ada@prov.example'
let mail: Awaited<ReturnType<typeof startMailServer>>
let samsyn: Installation
let question = ''
let cookie = ''

// The server's day is in its forenoon whenever this runs: an assignment holds from its day, and two hours back at half past midnight is the day before.
const toForenoon = ((34 - new Date().getUTCHours()) % 24) * hour + 1
const jump = async (ms: number) => {
  writeFileSync(clock, String(toForenoon + ms))
  await wait(200)
}
const ask = async (sql: string) => {
  const client = await besideTheServer(samsyn.dataDir)
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}
async function go(path: string, form?: Record<string, string>, sent = cookie) {
  const body = form ? { method: 'POST', body: new URLSearchParams(form) } : {}
  const answer = await fetch(`${samsyn.address}${path}`, { ...body, headers: { origin: samsyn.address, cookie: sent }, redirect: 'manual' })
  return {
    status: answer.status,
    page: await answer.text(),
    cookie: answer.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; '),
  }
}
/** Asks for a link, waits for it in the post, and comes in by it. */
async function signIn(): Promise<string> {
  const before = mail.taken.length
  expect((await go('/logga-in', { email }, '')).status).toBe(200)
  for (let tries = 0; mail.taken.length === before; tries++) {
    if (tries > 1800) throw new Error('No link came.')
    await wait(100)
  }
  const nyckel = decodeURIComponent(/nyckel=(\S+)/.exec(mail.taken.at(-1)?.source.replaceAll('=\r\n', '').replaceAll('=3D', '=') ?? '')?.[1] ?? '')
  const entered = await go('/logga-in/lank', { nyckel }, '')
  expect(entered.status).toBe(302)
  return entered.cookie
}
const answer = async (text: string) => (await go(`/delta/${slug}`, { submissionKey: randomBytes(18).toString('base64url'), [question]: text }, '')).status

beforeAll(async () => {
  writeFileSync(clock, String(toForenoon))
  mail = await startMailServer()
  const environment = { SAMSYN_TEST_CLOCK: clock, SMTP_URL: mail.address, NODE_OPTIONS: `--import=${resolve(import.meta.dirname, 'jumping-clock.mjs')}` }
  samsyn = await startInstallation({ start: 'empty', dataDir: join(folder, 'data'), environment })
  const link = new URL(samsyn.firstAdministratorLink ?? '')
  const welcome = await go(link.pathname, { nyckel: link.searchParams.get('nyckel') ?? '', municipality: 'Provkommunen', name: 'Ada Prov', email })
  cookie = welcome.cookie
  const client = await besideTheServer(samsyn.dataDir)
  question = await openSurvey(client)
  await client.end()
})
afterAll(async () => {
  await samsyn?.stop({ keepData: true })
  await mail?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('a clock that goes two hours back locks nobody out: sessions hold, links come and open, limits begin anew', async () => {
  const paused = async () => {
    const statuses: number[] = []
    for (let turn = 0; turn < 32; turn++) statuses.push((await go('/folj', { code: `kod ${turn}` }, 'samsyn.besok=ett')).status)
    return statuses.at(-1)
  }
  expect(await paused()).toBe(429)
  await jump(-2 * hour)
  expect((await go('/folj', { code: 'kod' }, 'samsyn.besok=ett')).status).toBe(404)
  expect((await go('/arbete/personer')).status).toBe(200)
  expect((await go('/arbete/personer', undefined, await signIn())).status).toBe(200)
  expect(await answer('två timmar före')).toBe(200)
})

test('a clock that goes a day ahead asks people to sign in again, and then all is as before', async () => {
  await jump(24 * hour)
  expect((await go('/arbete/personer')).status).toBe(302)
  cookie = await signIn()
  expect((await go('/arbete/personer')).status).toBe(200)
  expect(await answer('en dag efter')).toBe(200)
})

test('and back again: what was begun ahead waits for no tomorrow, nothing goes twice, and what was written is whole', async () => {
  await jump(1)
  cookie = await signIn()
  expect((await go('/arbete/personer')).status).toBe(200)
  expect(await answer('i dag')).toBe(200)
  expect(mail.taken).toHaveLength(3)
  expect(new Set(mail.taken.map(({ source }) => /^Message-ID: (\S+)/im.exec(source)?.[1])).size).toBe(3)
  // The other end has taken a mail a moment before that is written here.
  await expect.poll(() => ask('select id from people_mails where sent_at is null')).toEqual([])
  expect((await ask('select text from participation_statements order by text')).map(({ text }) => text)).toEqual(['en dag efter', 'i dag', 'två timmar före'])
  await samsyn.stop({ keepData: true })
  const { said } = runSamsynIn({}, 'verify', '--data', samsyn.dataDir)
  expect(said).toContain('Kedjan är hel')
  expect(said).toContain('förseglade svar är orörda')
  expect(samsyn.said()).not.toContain('"level":"error"')
})
