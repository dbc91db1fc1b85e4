import { beforeAll, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import { day } from '#kernel/day'
import { endAssignment, mintActor, storeCast } from '#people'
import { atOneMoment } from './one-moment.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = presentMoment()
let people: Record<string, string> = {}

beforeAll(async () => {
  const from = day('2020-01-01')
  const made = await storeCast({
    municipality: 'Provkommunen',
    organs: [{ key: 'ks', name: 'Kommunstyrelsen', kind: 'executive-board', validFrom: from }],
    people: [
      { name: 'Ada', email: 'ada@prov.example', organ: 'ks', role: 'administrator' },
      { name: 'Bo', email: 'bo@prov.example', organ: 'ks', role: 'analyst' },
    ],
    from,
  })
  people = made.personIds
})

const mailTo = async (recipient: string) => (await pool().query<{ body: string }>('select body from people_mails where recipient = $1 order by queued_at desc', [recipient])).rows
const linkIn = (body: string | undefined) => new URL(/https?:\/\/\S+/.exec(body ?? '')?.[0] ?? 'http://nowhere')

test('whoever asks for a link is told the same, whether or not anybody has the address', async () => {
  const texts = await Promise.all(['bo@prov.example', 'okand@prov.example'].map(async (email) => (await site.post('/logga-in', { email })).text()))
  expect(texts[0]).toBe(texts[1])
  expect(await mailTo('bo@prov.example')).toHaveLength(1)
  expect(await mailTo('okand@prov.example')).toHaveLength(0)
})

test('a link is not spent by being opened, only by the button, and only once', async () => {
  const link = linkIn((await mailTo('bo@prov.example'))[0]?.body)
  const key = link.searchParams.get('nyckel') ?? ''
  for (let scanner = 0; scanner < 3; scanner++) expect((await site.get(`${link.pathname}${link.search}`)).status).toBe(200)
  const first = await site.post('/logga-in/lank', { nyckel: key })
  expect(first.status).toBe(302)
  const cookie = first.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  expect((await site.get('/arbete/kodning', { cookie })).status).toBe(200)
  expect((await site.post('/logga-in/lank', { nyckel: key })).status).toBe(403)
  expect((await site.post('/logga-in/lank', { nyckel: 'pahittad-nyckel' })).status).toBe(403)
})

test('what the mail says is in the mail, and the key in no row in a form that can be used', async () => {
  const key = linkIn((await mailTo('bo@prov.example'))[0]?.body).searchParams.get('nyckel')
  const { rows } = await pool().query('select * from people_verifications where value like $1 or identifier like $1', [`%${key}%`])
  expect(rows).toHaveLength(0)
})

test('when an assignment ends, so do the sessions, at once', async () => {
  const cookie = await site.signIn('bo@prov.example')
  expect((await site.get('/arbete/kodning', { cookie })).status).toBe(200)
  const administrator = await mintActor(people['ada@prov.example'] ?? '', now.day)
  const { rows } = await pool().query<{ id: string }>('select id from people_assignments where person_id = $1', [people['bo@prov.example']])
  if (!administrator) throw new Error('Nobody administers.')
  expect((await endAssignment(administrator, { assignmentId: rows[0]?.id ?? '', reason: 'Slutat' }, now)).granted).toBe(true)
  expect((await site.get('/arbete/kodning', { cookie })).status).toBe(302)
  expect((await pool().query('select 1 from people_sessions where user_id = $1', [people['bo@prov.example']])).rows).toHaveLength(0)
})

test('the last administrator can’t be ended', async () => {
  const administrator = await mintActor(people['ada@prov.example'] ?? '', now.day)
  const { rows } = await pool().query<{ id: string }>('select id from people_assignments where person_id = $1', [people['ada@prov.example']])
  if (!administrator) throw new Error('Nobody administers.')
  expect(await endAssignment(administrator, { assignmentId: rows[0]?.id ?? '', reason: '' }, now)).toEqual({ granted: false, refusal: { refused: 'last-administrator' } })
})

test('signing out ends the session', async () => {
  const cookie = await site.signIn('ada@prov.example')
  expect((await site.post('/logga-ut', {}, { cookie })).status).toBe(302)
  expect((await site.get('/arbete/personer', { cookie })).status).toBe(302)
})

test('a fault is a page in the reader’s language with a number to tell', async () => {
  for (const [cookie, words] of [
    ['sprak=sv', 'Sidan finns inte'],
    ['sprak=en', 'The page does not exist'],
  ] as const) {
    const page = await (await site.get('/finns-inte', { cookie })).text()
    expect(page).toContain(words)
    expect(page).toMatch(/<strong[^>]*>[0-9a-f]{10}<\/strong>/)
  }
  const large = await site.post('/folj', `code=${'x'.repeat(1_000_000)}`, { 'content-length': '1000005' })
  expect(large.status).toBe(413)
  expect(await large.text()).toContain('Det var för mycket på en gång')
})

test('it lives and is ready', async () => {
  expect((await site.get('/halsa')).status).toBe(200)
  expect((await site.get('/redo')).status).toBe(200)
})

test('after very many tries with codes from one browser, a pause is asked for', async () => {
  const statuses = new Set<number>()
  await atOneMoment(async () => {
    for (let turn = 0; turn < 40; turn++) statuses.add((await site.post('/folj', { code: `kod ${turn}` }, { cookie: 'samma=webblasare' })).status)
  })
  expect([...statuses].sort()).toEqual([404, 429])
})
