import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startMailServer } from '#test/mail-server'
import { runSamsynIn } from '#test/run-samsyn'
import { type Pair, startPair } from './one-address.ts'
import { until } from './until.ts'

const email = 'ada@prov.example'
let mail: Awaited<ReturnType<typeof startMailServer>>
let pair: Pair
let client: pg.Client
let cookie = ''

/** Goes to one of the two servers themselves, past the address they share. */
async function go(at: number, path: string, form?: Record<string, string>, headers: Record<string, string> = {}) {
  const body = form ? { method: 'POST', body: new URLSearchParams(form) } : {}
  const answer = await fetch(`${pair.servers[at]?.address}${path}`, { ...body, headers: { origin: pair.servers[at]?.address ?? '', cookie, ...headers }, redirect: 'manual' })
  return { status: answer.status, page: await answer.text(), cookies: answer.headers.getSetCookie() }
}
const cookiesOf = (cookies: readonly string[]) => cookies.map((each) => each.split(';')[0]).join('; ')

beforeAll(async () => {
  mail = await startMailServer()
  pair = await startPair({ SMTP_URL: mail.address })
  client = new pg.Client({ connectionString: pair.databaseUrl })
  await client.connect()
  const link = new URL(pair.firstAdministratorLink ?? '')
  const welcome = await go(0, link.pathname, { nyckel: link.searchParams.get('nyckel') ?? '', municipality: 'Provkommunen', name: 'Ada Prov', email })
  expect(welcome.status).toBe(302)
  cookie = cookiesOf(welcome.cookies)
})
afterAll(async () => {
  await client?.end()
  await pair?.stop()
  await mail?.stop()
})

test('whoever has signed in at one server works at the other, and whoever signs out at one is out at both', async () => {
  expect((await go(1, '/arbete/personer')).page).toContain('Ada Prov')
  await go(0, '/logga-in', { email })
  await until(() => mail.taken.length > 0)
  const link = /nyckel=(\S+)/.exec(mail.taken[0]?.source.replaceAll('=\r\n', '').replaceAll('=3D', '=') ?? '')?.[1] ?? ''
  const before = cookie
  const entered = await go(1, '/logga-in/lank', { nyckel: decodeURIComponent(link) }, { cookie: '' })
  expect(entered.status).toBe(302)
  // A link that was spent at one is spent at the other.
  expect((await go(0, '/logga-in/lank', { nyckel: decodeURIComponent(link) }, { cookie: '' })).status).not.toBe(302)
  cookie = cookiesOf(entered.cookies)
  expect((await go(0, '/arbete/personer')).status).toBe(200)
  expect((await go(0, '/logga-ut', {})).status).toBe(302)
  expect((await go(1, '/arbete/personer')).status).toBe(302)
  cookie = before
})

test('a change of the settings at one server is seen at the other at once', async () => {
  for (const [at, name] of [0, 1, 0, 1].map((at, turn) => [at, `Kommun nummer ${turn}`] as const)) {
    expect((await go(at, '/arbete/installningar', { act: 'save', name, accent: '', contact: '' })).status).toBe(302)
    expect((await go(1 - at, '/')).page).toContain(name)
  }
})

test('a limit is not doubled by there being two servers', async () => {
  const statuses: number[] = []
  for (let turn = 0; turn < 34; turn++) statuses.push((await go(turn % 2, '/folj', { code: `kod ${turn}` }, { cookie: 'samsyn.besok=ett' })).status)
  expect(statuses.filter((status) => status === 404)).toHaveLength(30)
  expect(statuses.slice(30)).toEqual([429, 429, 429, 429])
  const before = Number((await client.query('select count(*) from people_mails')).rows[0].count)
  for (let turn = 0; turn < 8; turn++) expect((await go(turn % 2, '/logga-in', { email })).status).toBe(200)
  // Five links a quarter of an hour, one of which has gone above.
  expect(Number((await client.query('select count(*) from people_mails')).rows[0].count)).toBe(before + 4)
})

test('each mail goes once and each event is linked once while both send and seal', async () => {
  const many = 200
  await client.query("insert into people_mails (recipient, subject, body) select 'nummer' || n || '@prov.example', 'Hej', 'Hej' from generate_series(1, $1) n", [many])
  const invite = (n: number) => ({ act: 'create', name: `Organ ${n}`, kind: 'board', validFrom: '2020-01-01' })
  const statuses = await Promise.all(Array.from({ length: 40 }, (_, n) => go(n % 2, '/arbete/installningar/organ', invite(n)).then(({ status }) => status)))
  expect(new Set(statuses)).toEqual(new Set([302]))
  await until(async () => (await client.query('select id from people_mails where sent_at is null')).rows.length === 0)
  const taken = mail.taken.filter(({ recipient }) => recipient.startsWith('nummer'))
  expect([taken.length, new Set(taken.map(({ recipient }) => recipient)).size]).toEqual([many, many])
  await until(async () => (await client.query('select id from trail_events where id not in (select event_id from trail_seals)')).rows.length === 0)
  const surroundings = { DATABASE_URL: pair.databaseUrl, SAMSYN_SECRET: 'a secret that two servers share between them' }
  expect(runSamsynIn(surroundings, 'verify', '--data', pair.dataDir).said).toContain('Kedjan är hel')
  expect(pair.servers.map((server) => server.said()).join('\n')).not.toContain('"level":"error"')
})
