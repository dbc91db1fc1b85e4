import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { day } from '#kernel/day'
import { storeCast } from '#people'
import { atOneMoment } from './one-moment.ts'
import { useSite } from './site.ts'
import { type Lies, softPasskey } from './soft-passkey.ts'

const home = 'http://samsyn.prov.example'
const site = useSite({ address: home })
let people: Record<string, string>

beforeAll(async () => {
  const from = day('2020-01-01')
  const cast = await storeCast({
    municipality: 'Provkommunen',
    organs: [{ key: 'ks', name: 'Kommunstyrelsen', kind: 'executive-board', validFrom: from }],
    people: [
      { name: 'Ada', email: 'ada@prov.example', organ: 'ks', role: 'administrator' },
      { name: 'Bo', email: 'bo@prov.example', organ: 'ks', role: 'auditor' },
    ],
    from,
  })
  people = cast.personIds
})
beforeEach(async () => {
  await pool().query('delete from people_passkeys')
  await pool().query('delete from people_mails')
  await pool().query('delete from people_attempts')
})

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
const page = '/arbete/mina-nycklar'
type Passkey = ReturnType<typeof softPasskey>
type Asked = Parameters<Passkey['get']>[0]

/** Asks to add a passkey, as our script does; answers with the question and the cookies of the browser after it. */
async function askToAdd(session: string, name = 'Jobbtelefonen') {
  const asked = await site.post(`${page}/fraga`, { act: 'add', name, svar: '' }, { cookie: session })
  return { asked, cookie: `${session}; ${cookiesOf(asked)}`, question: asked.status === 200 ? ((await asked.json()) as Asked) : { challenge: '' } }
}
async function add(email: string, passkey: Passkey, lies: Lies = {}) {
  const { cookie, question } = await askToAdd(await site.signIn(email))
  return site.post(page, { act: 'add', name: 'Jobbtelefonen', svar: passkey.create(question, lies) }, { cookie })
}
async function ask() {
  const asked = await site.post('/logga-in/passnyckel/fraga', {})
  return { question: (await asked.json()) as Asked, cookie: cookiesOf(asked) }
}
const enter = (svar: string, cookie: string, till = '') => site.post('/logga-in/passnyckel', { svar, till }, { cookie })
async function signIn(passkey: Passkey, lies: Lies = {}) {
  const { question, cookie } = await ask()
  return enter(passkey.get(question, lies), cookie)
}
const kept = async () => (await pool().query('select * from people_passkeys')).rows
const acts = async () => (await pool().query("select act, role, person from trail_events where act like 'passkey-%' order by id")).rows
const expectNobodyIn = (answer: Response) => expect([answer.status, cookiesOf(answer).includes('session_token')]).toEqual([403, false])

describe('a passkey of one’s own', () => {
  test('is added, signed in with, and removed; each in the trail, and told by mail', async () => {
    const passkey = softPasskey(home)
    expect((await add('ada@prov.example', passkey)).status).toBe(302)
    const inside = await signIn(passkey)
    expect([inside.status, inside.headers.get('location')]).toEqual([302, '/arbete'])
    const cookie = cookiesOf(inside)
    expect(await (await site.get(page, { cookie })).text()).toContain('Jobbtelefonen')
    const [{ id }] = await kept()
    expect((await site.post(page, { act: 'remove', passkeyId: id }, { cookie })).status).toBe(302)
    expectNobodyIn(await signIn(passkey))
    const person = people['ada@prov.example']
    expect(await acts()).toEqual([
      { act: 'passkey-added', role: 'administrator', person },
      { act: 'passkey-removed', role: 'administrator', person },
    ])
    expect((await pool().query('select recipient from people_mails')).rows).toEqual([{ recipient: 'ada@prov.example' }])
  })
  test('is asked for so that the browser finds it by itself, and asks for a finger, a face or a code', async () => {
    const { question } = await askToAdd(await site.signIn('bo@prov.example'))
    expect(question).toMatchObject({ rp: { id: 'samsyn.prov.example' }, attestation: 'none', authenticatorSelection: { residentKey: 'required', userVerification: 'required' } })
    const entrance = await ask()
    expect(entrance.question).toMatchObject({ rpId: 'samsyn.prov.example', userVerification: 'required' })
    expect(entrance.question).not.toHaveProperty('allowCredentials.0')
    for (const secret of [entrance.cookie.split('=')[1], entrance.question.challenge])
      expect((await pool().query('select 1 from people_verifications v where v::text like $1', [`%${secret}%`])).rows).toEqual([])
  })
  test('leads back to the page that was asked for, and never to another site', async () => {
    const passkey = softPasskey(home)
    await add('ada@prov.example', passkey)
    for (const [wished, given] of [
      [page, page],
      ['//ond.example', '/arbete'],
      ['https://ond.example', '/arbete'],
    ] as const) {
      const { question, cookie } = await ask()
      expect((await enter(passkey.get(question), cookie, wished)).headers.get('location')).toBe(given)
    }
  })
  test('is kept by its public half alone, and can’t be made another’s, counted back or counted below nought in the database', async () => {
    await add('ada@prov.example', softPasskey(home))
    await signIn(softPasskey(home))
    for (const change of [`person_id = '${people['bo@prov.example']}'`, "public_key = 'x'", "credential_id = 'x'", 'counter = -1'])
      await expect(pool().query(`update people_passkeys set ${change}`)).rejects.toThrow()
    await pool().query('update people_passkeys set counter = 5')
    await expect(pool().query('update people_passkeys set counter = 4')).rejects.toThrow(/never goes backwards/)
  })
})

describe('nobody adds or removes one', () => {
  const old = () => pool().query("update people_sessions set created_at = now() - interval '11 minutes'")
  test('without a sign-in that is fresh, and the page says so', async () => {
    const passkey = softPasskey(home)
    await add('ada@prov.example', passkey)
    const session = await site.signIn('ada@prov.example')
    const { cookie, question } = await askToAdd(session)
    await old()
    expect((await askToAdd(session)).asked.status).toBe(409)
    const late = await site.post(page, { act: 'add', name: 'Ny', svar: softPasskey(home).create(question) }, { cookie })
    expect([late.status, (await late.text()).includes('Logga in igen')]).toEqual([403, true])
    expect((await site.post(page, { act: 'remove', passkeyId: (await kept())[0].id }, { cookie: session })).status).toBe(403)
    const shown = await (await site.get(page, { cookie: session })).text()
    expect(shown).toContain('/logga-in?till=/arbete/mina-nycklar')
    expect(shown).not.toContain('<script')
    expect(await kept()).toHaveLength(1)
  })
  test('without being signed in, from another site, or for somebody else', async () => {
    await add('ada@prov.example', softPasskey(home))
    const [{ id }] = await kept()
    expect((await site.get(page)).status).toBe(302)
    expect((await site.post(`${page}/fraga`, { name: 'Min' })).status).toBe(302)
    const bo = await site.signIn('bo@prov.example')
    expect((await site.post(`${page}/fraga`, { name: 'Min' }, { cookie: bo, origin: 'https://ond.example' })).status).toBe(403)
    expect((await site.post(page, { act: 'remove', passkeyId: id }, { cookie: bo })).status).toBe(404)
    const { cookie, question } = await askToAdd(await site.signIn('ada@prov.example'))
    const stolen = cookie.split('; ').find((each) => each.startsWith('samsyn_passnyckel')) ?? ''
    const answer = await site.post(page, { act: 'add', name: 'Min', svar: softPasskey(home).create(question) }, { cookie: `${bo}; ${stolen}` })
    expect(answer.status).toBe(403)
    expect(await kept()).toHaveLength(1)
  })
  test.each<[string, Lies]>([
    ['with a challenge that nobody gave', { challenge: Buffer.from('pahittad').toString('base64url') }],
    ['from another origin', { origin: 'https://ond.example' }],
    ['for another name than ours', { rpId: 'ond.example' }],
    ['that nobody unlocked', { unverified: true }],
    ['with the answer to another kind of question', { type: 'webauthn.get' }],
  ])('%s', async (_, lies) => {
    expect((await add('ada@prov.example', softPasskey(home), lies)).status).toBe(403)
    expect(await kept()).toEqual([])
  })
  test('with the same answer twice, or one that is somebody’s already', async () => {
    const { cookie, question } = await askToAdd(await site.signIn('ada@prov.example'))
    const passkey = softPasskey(home)
    const form = { act: 'add', name: 'Min', svar: passkey.create(question) }
    expect((await site.post(page, form, { cookie })).status).toBe(302)
    expect((await site.post(page, form, { cookie })).status).toBe(403)
    expect((await add('bo@prov.example', passkey)).status).toBe(403)
    expect(await kept()).toMatchObject([{ person_id: people['ada@prov.example'] }])
  })
  test.each(['', '{', 'null', '[]', '{"id":1}', JSON.stringify({ id: 'a', rawId: 'a', type: 'public-key', response: { clientDataJSON: 'a', attestationObject: 'a' } })])(
    'with %j for an answer',
    async (svar) => {
      const { cookie } = await askToAdd(await site.signIn('ada@prov.example'))
      expect((await site.post(page, { act: 'add', name: 'Min', svar }, { cookie })).status).toBe(403)
      expect(await kept()).toEqual([])
    },
  )
  test('without a name: what is wrong is said, before the browser is asked', async () => {
    const session = await site.signIn('ada@prov.example')
    expect((await askToAdd(session, ' ')).asked.status).toBe(422)
    const answer = await site.post(page, { act: 'add', name: ' ', svar: '' }, { cookie: session })
    expect([answer.status, (await answer.text()).includes('Skriv något här')]).toEqual([422, true])
  })
})

describe('nobody comes in', () => {
  let passkey: Passkey
  beforeEach(async () => {
    passkey = softPasskey(home)
    await add('ada@prov.example', passkey)
  })
  test.each<[string, () => Lies]>([
    ['by a challenge that nobody gave', () => ({ challenge: Buffer.from('pahittad').toString('base64url') })],
    ['from another origin', () => ({ origin: 'https://ond.example' })],
    ['from our name at another port', () => ({ origin: `${home}:8080` })],
    ['by a key for another name', () => ({ rpId: 'ond.example' })],
    ['by a key that nobody unlocked', () => ({ unverified: true })],
    ['by the answer to another kind of question', () => ({ type: 'webauthn.create' })],
    ['as somebody else than the key says', () => ({ userHandle: Buffer.from(people['bo@prov.example'] ?? '').toString('base64url') })],
    ['by a key that does not say whose it is', () => ({ userHandle: null })],
    ['by a key that is not here', () => ({ id: 'a-key-of-nobody' })],
    ['by another’s signature', () => ({ signature: Buffer.from('forged').toString('base64url') })],
  ])('%s', async (_, lies) => {
    expectNobodyIn(await signIn(passkey, lies()))
    expect((await signIn(passkey)).status).toBe(302)
  })
  test('by the credential of somebody else: another key under that name', async () => {
    const { question, cookie } = await ask()
    const other = softPasskey(home)
    const handle = Buffer.from(people['ada@prov.example'] ?? '').toString('base64url')
    expectNobodyIn(await enter(other.get(question, { id: passkey.id, userHandle: handle }), cookie))
  })
  test('by an answer that was used, in another browser, or after five minutes', async () => {
    const { question, cookie } = await ask()
    const answer = passkey.get(question)
    expectNobodyIn(await enter(answer, (await ask()).cookie))
    expectNobodyIn(await enter(answer, ''))
    expect((await enter(answer, cookie)).status).toBe(302)
    expectNobodyIn(await enter(answer, cookie))
    const late = await ask()
    await pool().query("update people_verifications set expires_at = now() - interval '1 second'")
    expectNobodyIn(await enter(passkey.get(late.question), late.cookie))
  })
  test('by the challenge that was given for adding', async () => {
    const adding = await askToAdd(await site.signIn('ada@prov.example'))
    expectNobodyIn(await enter(passkey.get({ ...adding.question, rpId: 'samsyn.prov.example' }), adding.cookie))
  })
  test('by a key that counts backwards, or stands still: it has been copied', async () => {
    expect((await signIn(passkey, { counter: 10 })).status).toBe(302)
    for (const counter of [9, 10, 0]) expectNobodyIn(await signIn(passkey, { counter }))
    expect((await signIn(passkey, { counter: 11 })).status).toBe(302)
  })
  test('twice by two answers with the same count at the same instant', async () => {
    const both = await Promise.all([ask(), ask()])
    const answers = await Promise.all(both.map(({ question, cookie }) => enter(passkey.get(question, { counter: 5 }), cookie)))
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 403])
  })
  test('who has no assignment any more', async () => {
    await pool().query("update people_assignments set valid_to = '2020-06-01' where person_id = $1", [people['ada@prov.example']])
    expectNobodyIn(await signIn(passkey))
    await pool().query('update people_assignments set valid_to = null')
    expect((await signIn(passkey)).status).toBe(302)
  })
  test('by trying very often: a pause is asked for', async () => {
    const statuses = new Set<number>()
    await atOneMoment(async () => {
      for (let turn = 0; turn < 40; turn++) statuses.add((await enter('{}', 'samsyn_passnyckel=aaaaaaaaaaaaaaaaaaaaaaaa')).status)
    })
    expect([...statuses].sort()).toEqual([403, 429])
  })
})

test('the script is one small file of ours, let run by name on the two pages that need it, and sent on no other', async () => {
  const script = await site.get('/passnyckel.js')
  expect([script.status, script.headers.get('content-type')?.startsWith('text/javascript'), (await script.text()).length < 4_000]).toEqual([200, true, true])
  const cookie = await site.signIn('ada@prov.example')
  for (const path of ['/logga-in', page]) {
    const answer = await site.get(path, { cookie })
    const text = await answer.text()
    const [nonce] = /nonce-[^']+/.exec(answer.headers.get('content-security-policy') ?? '') ?? []
    expect(text.match(/<script/g), path).toHaveLength(1)
    expect(text).toContain(`<script src="/passnyckel.js" nonce="${nonce?.slice('nonce-'.length)}" defer="">`)
    expect(text).toMatch(/Länken till din e-post|länken till din e-post/)
  }
  for (const path of ['/', '/arbete/personer', '/logga-in/lank?nyckel=a', '/logga-in/passnyckel']) expect(await (await site.get(path, { cookie })).text()).not.toContain('<script')
})
