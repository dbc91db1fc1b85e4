import { createHash, createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { tellStory } from '../seeds/ange/tell-story.ts'
import { fileOf, runSamsynIn } from './run-samsyn.ts'
import { useSite } from './site.ts'

const site = useSite()
const survey = '/delta/hur-gar-det-2026'
const note = '/arbete/dialoger/verkstader-2020/anteckning'
let [leader, administrator, question, organ] = ['', '', '', '']

beforeAll(async () => {
  await tellStory('seeds/ange/voices')
  ;[leader, administrator] = [await site.signIn('pia@ange.example'), await site.signIn('ali@ange.example')]
  question = /name="([0-9a-f-]{36})"/.exec(await (await site.get(survey)).text())?.[1] ?? ''
  organ = (await query<{ id: string }>("select id from people_organs where key = 'ks'"))[0]?.id ?? ''
})
beforeEach(() => pool().query('delete from people_attempts'))

const query = async <Row>(sql: string, values: unknown[] = []) => (await pool().query(sql, values)).rows as Row[]
async function rows(): Promise<Record<string, number>> {
  const counted: Record<string, number> = {}
  for (const { name } of await query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public' order by 1"))
    if (name !== 'people_attempts') counted[name] = Number((await pool().query(`select count(*) from ${name}`)).rows[0].count)
  return counted
}
const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
const mailedKey = async (email: string) => {
  await pool().query('delete from people_mails')
  expect((await site.post('/logga-in', { email })).status).toBe(200)
  const [mail] = await query<{ recipient: string; body: string }>('select recipient, body from people_mails')
  return { recipient: mail?.recipient, link: /https?:\S+/.exec(mail?.body ?? '')?.[0] ?? '', key: /nyckel=(\S+)/.exec(mail?.body ?? '')?.[1] ?? '' }
}

describe('9. no door has fewer rules than another:', () => {
  test('the data of a page is had by no address of its own, and nothing is done there', async () => {
    const before = await rows()
    for (const path of ['/arbete/personer.data', '/folj.data', '/_root.data', '/Arbete/Personer.DATA', '/arbete/personer%2edata', '/__manifest?p=%2Farbete'])
      for (const answer of [
        await site.get(path, { cookie: administrator }),
        await site.post(path, { act: 'organ', organName: 'x', key: 'x', kind: 'unit', validFrom: '2026-01-01' }, { cookie: administrator }),
      ])
        expect(answer.status, path).toBe(404)
    expect(await rows()).toEqual(before)
  })
  test('a note may hold nothing that an answer may not', async () => {
    const before = await rows()
    const asked = /name="([0-9a-f-]{36})"/.exec(await (await site.get(note, { cookie: leader })).text())?.[1] ?? ''
    const lines: [string, number][] = [
      ['x'.repeat(2001), 422],
      ['noll\u0000tecken', 422],
      ['flykt\u001b[31m', 422],
      ['   \n ', 422],
      [Array.from({ length: 61 }, (_, at) => `rad ${at}`).join('\n'), 422],
    ]
    for (const [text, status] of lines) expect((await site.post(note, { label: 'Bord 1', persons: '4', [asked]: text }, { cookie: leader })).status, text.slice(0, 20)).toBe(status)
    expect(await rows()).toEqual(before)
  })
})

describe('10. tries at a secret are counted', () => {
  test.each(['/Folj', '/folj/', '/%66olj', '/FOLJ//'])('also when the page is called %s', async (path) => {
    const cookie = `spelling=${path}`
    const statuses: number[] = []
    for (let at = 0; at < 32; at++) statuses.push((await site.post(path, { code: `gissning ${at}` }, { cookie })).status)
    expect(statuses.slice(30)).toEqual([429, 429])
  })
})

describe('21. what a form does not ask for is not read:', () => {
  test('nobody says who they are in the database, or that an address is verified, or gives themselves more', async () => {
    const forged = {
      id: crypto.randomUUID(),
      emailVerified: 'false',
      email_verified: 'false',
      image: 'https://ond.example/x',
      createdAt: '2001-01-01',
      roles: 'administrator',
      assignRole: 'administrator',
    }
    const person = { act: 'invite', name: 'Forsa', email: 'forsa@ange.example', role: 'auditor', organId: organ }
    expect((await site.post('/arbete/personer', { ...forged, ...person }, { cookie: administrator })).status).toBe(302)
    const [stored] = await query<Record<string, unknown>>(
      'select p.*, (select array_agg(a.role) from people_assignments a where a.person_id = p.id) as roles from people_persons p where email = $1',
      [person.email],
    )
    expect(stored).toMatchObject({ image: null, email_verified: true, roles: ['auditor'] })
    expect(stored?.id).not.toBe(forged.id)
    expect((await site.post('/arbete/personer', { ...person, name: 'Någon annan', role: 'administrator' }, { cookie: administrator })).status).toBe(409)
    expect(await query('select name from people_persons where email = $1', [person.email])).toEqual([{ name: 'Forsa' }])
  })
  test('a field that is sent twice is the first, and makes nobody else', async () => {
    const sent = await site.post(
      '/arbete/personer',
      { act: ['invite', 'organ'], name: 'Två', email: ['tva@ange.example', 'annan@ange.example'], role: ['auditor', 'administrator'], organId: organ },
      { cookie: administrator },
    )
    expect(sent.status).toBe(302)
    expect(await query("select p.email, a.role from people_persons p join people_assignments a on a.person_id = p.id where p.name = 'Två'")).toEqual([
      { email: 'tva@ange.example', role: 'auditor' },
    ])
  })
  test('an answer says neither who, when, for how many, nor in what group', async () => {
    const before = await rows()
    for (const field of ['groupId', 'persons', 'receivedOn', 'source', 'label', 'enteredBy', 'receiptHash', 'id', '__proto__', 'constructor'])
      expect((await site.post(survey, `submissionKey=a-key-with-forged-fields-21&${question}=Ett+svar&${field}=500`)).status, field).toBe(404)
    expect(await rows()).toEqual(before)
  })
})

describe('22 and 46. a key opens one door, once, for one person, for a while:', () => {
  test('a link’s key is no key of the first administrator, and the other way round', async () => {
    const { key } = await mailedKey('pia@ange.example')
    const welcome = { municipality: 'Min', name: 'Jag', email: 'jag@ange.example' }
    expect((await site.get(`/forsta?nyckel=${key}`)).status).toBe(404)
    expect((await site.post('/forsta', { ...welcome, nyckel: key })).status).toBe(404)
    const first = 'a-key-of-the-first-administrator'
    await query("insert into people_verifications (identifier, value, expires_at) values ('first-administrator', $1, now() + interval '1 day')", [
      createHash('sha256').update(first).digest('hex'),
    ])
    for (const tried of [first, createHash('sha256').update(first).digest('hex'), 'first-administrator'])
      expect((await site.post('/logga-in/lank', { nyckel: tried })).status).toBe(403)
    // Right as the key is, somebody is here already.
    expect((await site.post('/forsta', { ...welcome, nyckel: first })).status).toBe(404)
    expect(await query("select 1 from people_persons where email = 'jag@ange.example'")).toEqual([])
    expect((await site.post('/logga-in/lank', { nyckel: key })).status).toBe(302)
  })
  test('a key is its person’s, whoever is signed in when it is used', async () => {
    const { key } = await mailedKey('pia@ange.example')
    const answer = await site.post('/logga-in/lank', { nyckel: key, email: 'ali@ange.example' }, { cookie: administrator })
    expect((await site.get('/arbete/personer', { cookie: cookiesOf(answer) })).status).toBe(403)
    expect((await site.get('/arbete/granska', { cookie: cookiesOf(answer) })).status).toBe(200)
  })
  test('an old key opens nothing, nor does what lies in the database', async () => {
    const { key } = await mailedKey('pia@ange.example')
    for (const { identifier, value } of await query<{ identifier: string; value: string }>('select identifier, value from people_verifications'))
      for (const tried of [identifier, value]) expect((await site.post('/logga-in/lank', { nyckel: tried })).status).toBe(403)
    await pool().query("update people_verifications set expires_at = now() - interval '1 second'")
    expect((await site.post('/logga-in/lank', { nyckel: key })).status).toBe(403)
  })
  test('a link goes to the address that was invited, by our own address, whatever the request says', async () => {
    await pool().query('delete from people_mails')
    await site.post('/logga-in', { email: ' PIA@ange.example ' }, { 'x-forwarded-host': 'ond.example', 'x-forwarded-proto': 'gopher', forwarded: 'host=ond.example' })
    const [mail] = await query<{ recipient: string; body: string }>('select recipient, body from people_mails')
    expect(mail?.recipient).toBe('pia@ange.example')
    expect(mail?.body).toContain('http://127.0.0.1/logga-in/lank?nyckel=')
    expect(mail?.body).not.toContain('ond.example')
    await pool().query('delete from people_mails')
    for (const email of [
      'pia+x@ange.example',
      'pia@ange.example,ond@ond.example',
      'pia@ange.example\nbcc:ond@ond.example',
      'pia@ange.example%00',
      'okand@ange.example',
      'pia@ange.example\u0000',
    ])
      expect((await site.post('/logga-in', { email })).status, email).toBeLessThan(500)
    expect(await query('select 1 from people_mails')).toEqual([])
  })
  test('nobody signs themselves up: the doors of the sign-in library are not there', async () => {
    for (const path of [
      '/api/auth/sign-up/email',
      '/api/auth/sign-in/magic-link',
      '/api/auth/sign-in/email',
      '/api/auth/magic-link/verify',
      '/api/auth/update-user',
      '/api/auth/callback/x',
    ])
      for (const answer of [
        await site.get(path),
        await site.post(path, { email: 'ny@ange.example', name: 'Ny' }),
        await site.post(path, '{"email":"ny@ange.example"}', { 'content-type': 'application/json' }),
      ])
        expect([404, 405], path).toContain(answer.status)
    expect(await query("select 1 from people_persons where email = 'ny@ange.example'")).toEqual([])
  })
  test('a form’s key is that dialogue’s: used on another it finds nobody’s answer', async () => {
    const submissionKey = 'one-key-for-two-dialogues-22'
    const asked = /name="([0-9a-f-]{36})"/.exec(await (await site.get(note, { cookie: leader })).text())?.[1] ?? ''
    expect((await site.post(note, { label: 'Bord 2', persons: '3', submissionKey, [asked]: 'Skrivet vid bordet' }, { cookie: leader })).status).toBe(302)
    const page = await (await site.post(survey, { submissionKey, [question]: 'Skrivet hemma' })).text()
    expect(page).toContain('Skrivet hemma')
    expect(page).not.toContain('Skrivet vid bordet')
  })
})

describe('44. a session is believed only', () => {
  const isIn = async (cookie: string) => (await site.get('/arbete/granska', { cookie })).status === 200
  const name = 'samsyn.session_token'
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  test('with the mark of this installation’s secret', async () => {
    const own = await site.signIn('pia@ange.example')
    expect(await isIn(own)).toBe(true)
    const token = decodeURIComponent(own.split('=').slice(1).join('=')).split('.')[0] ?? ''
    const marked = (secret: string) => `${name}=${encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)}`
    expect(await isIn(marked('a secret for the tests, and for nothing else'))).toBe(true)
    const [session] = await query<{ id: string; user_id: string }>('select id, user_id from people_sessions where token = $1', [token])
    const unsigned = `${encode({ alg: 'none', typ: 'JWT' })}.${encode({ sub: session?.user_id, sid: session?.id, exp: 9_999_999_999 })}.`
    for (const cookie of [
      marked('the secret of another installation'),
      marked(''),
      `${name}=${token}`,
      `${name}=${token}.`,
      `${name}=${unsigned}`,
      `${name}=${session?.id}`,
      `__Secure-${name}=${token}`,
      `samsyn.session_data=${unsigned}; ${name}=${token}`,
    ])
      expect(await isIn(cookie), cookie).toBe(false)
    expect((await site.get('/arbete/granska', { authorization: `Bearer ${token}` })).status).toBe(302)
  })
  test('for as long as it lasts, and while its person has an assignment on that day', async () => {
    const cookie = await site.signIn('anders@ange.example')
    expect(await isIn(cookie)).toBe(true)
    const own = 'person_id = (select id from people_persons where email = $1)'
    await query(`update people_assignments set valid_to = '2026-01-01' where ${own}`, ['anders@ange.example'])
    expect(await isIn(cookie)).toBe(false)
    await query(`update people_assignments set valid_to = null where ${own}`, ['anders@ange.example'])
    expect(await isIn(cookie)).toBe(true)
    await query("update people_sessions set expires_at = now() - interval '1 second' where user_id = (select id from people_persons where email = $1)", ['anders@ange.example'])
    expect(await isIn(cookie)).toBe(false)
  })
})

describe('45. a document is had by its whole name', () => {
  test('and not by the beginning of it, by its number, or by a name that a database would make into it', async () => {
    const [document] = await query<{ id: string; sha256: string }>("select d.id, d.sha256 from documents_frozen d where kind = 'plan' limit 1")
    const whole = document?.sha256 ?? ''
    expect((await site.get(`/handling/${whole}`)).status).toBe(200)
    for (const tried of [
      whole.slice(0, 8),
      whole.slice(0, 63),
      `${whole}0`,
      `${whole}%20`,
      `${whole.slice(0, 62)}%25`,
      document?.id,
      document?.id.slice(0, 8),
      '1',
      '0',
      '%25',
      '_'.repeat(64),
      '*',
      ' ',
    ])
      expect((await site.get(`/handling/${tried}`)).status, tried).toBe(404)
    for (const path of ['/arbete/planer', '/arbete/arenden', '/arbete/uppfoljning', '/mal', '/ord', '/beslut']) {
      const list = path.startsWith('/arbete') ? path : path === '/mal' ? '/resultat' : '/visionen'
      const [first] = [...(await (await site.get(list, { cookie: leader })).text()).matchAll(new RegExp(`href="${path}/([0-9a-f-]{36})"`, 'g'))]
      expect(first, path).toBeDefined()
      expect((await site.get(`${path}/${first?.[1]?.slice(0, 8)}`, { cookie: leader })).status, path).toBe(404)
    }
  })
})

describe('no source of ours', () => {
  const sources = ['src', 'packages'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  )
  test('49. asks another computer for anything, but the operator’s own mail server, sign-in provider and database', () => {
    const reaches =
      /\bfetch\(|\bXMLHttpRequest\b|new (?:WebSocket|EventSource)\b|from '(?:node:)?(?:https?|net|tls|dns|dgram|undici)(?:\/[^']*)?'|from '(?:nodemailer|openid-client)'/
    const isTypeOnly = (source: string) => source.replaceAll(/^import type .*$/gm, '')
    const reaching = sources.filter((file) => reaches.test(isTypeOnly(readFileSync(file, 'utf8')))).sort()
    expect(reaching).toEqual([
      // The names of statuses only.
      'src/create-app.ts',
      // The embedded database’s own socket, on this computer.
      'src/foundation/db/embedded-socket.ts',
      'src/foundation/db/embedded.server.ts',
      // The virus scanner stands in SAMSYN_ANTIVIRUS.
      'src/foundation/files/scan-bytes.ts',
      // The collector of traces stands in OTEL_EXPORTER_OTLP_ENDPOINT.
      'src/foundation/http/telemetry.ts',
      // Whether the address of the installation is a number: asks nobody.
      'src/foundation/people/passkey-home.ts',
      // OpenID Connect: the issuer stands in SAMSYN_SIGN_IN.
      'src/foundation/people/sign-in-abroad.ts',
      // The mail server stands in SMTP_URL.
      'src/foundation/people/start-postman.ts',
      // The language model stands in SAMSYN_MODEL_URL.
      'src/modules/analysis/model-endpoint.ts',
    ])
    expect(readFileSync('src/start-housekeeping.ts', 'utf8')).toContain('server: process.env.SMTP_URL')
    expect(readFileSync('src/server.ts', 'utf8')).toContain('readProviders(process.env.SAMSYN_SIGN_IN)')
    expect(readFileSync('src/server.ts', 'utf8')).toContain('modelOf(process.env)')
    expect(sources.filter((file) => /useProviders\(|listProviders = /.test(readFileSync(file, 'utf8')))).toEqual(['src/foundation/people/read-providers.ts'])
  })
  test('49. runs a program, or lets a text become one', () => {
    const runs = /from 'node:(?:child_process|vm|repl)'|\beval\(|new Function\(|dangerouslySetInnerHTML|sql\.raw\(/
    // The states of a column, which stand in the source, in a constraint.
    expect(sources.filter((file) => runs.test(readFileSync(file, 'utf8')))).toEqual(['src/foundation/db/columns.ts'])
  })
})

describe('9. a file that the command line takes in', () => {
  const take = (dialogue: string, name: string, text: string) => {
    const { connectionString, host } = site.connection()
    const surroundings = { DATABASE_URL: connectionString ?? `postgres:///postgres?host=${host}&user=postgres`, SAMSYN_SECRET: 'a secret for the tests, and for nothing else' }
    return runSamsynIn(surroundings, 'import', 'answers', fileOf(name, text), '--dialogue', dialogue)
  }
  const long = Array.from({ length: 61 }, (_, at) => `rad ${at}`).join('\n')
  test.each([
    ['a line that is too long', 'vision-2020', `q1\n${'x'.repeat(2001)}\n`, 'längre än 2 000 tecken'],
    ['a character that can’t be stored', 'vision-2020', 'q1\nnoll\u0000tecken\n', 'tecken som inte går att spara'],
    ['more lines than a sheet', 'vision-2020', `q1\n"${long}"\n`, 'fler än 60 rader'],
    ['more lines than a sheet, row by row', 'vision-2020', `id,question,text\n${long.replaceAll(/^/gm, 'a,q1,')}\n`, 'fler än 60 rader'],
    ['more than one person in one’s own answer', 'vision-2020', 'q1,persons\nbra,12\n', 'räknas i personer'],
    ['a label that can’t be stored', 'verkstader-2020', 'q1,label\nbra,Bord\u0000 1\n', 'tecken som inte går att spara'],
    ['a label that is too long', 'verkstader-2020', `q1,label\nbra,${'x'.repeat(121)}\n`, 'etiketten är längre'],
    ['a group of nobody', 'vision-2020', 'q1,group\nbra,finns-inte\n', 'gruppen finns inte'],
    ['an answer to nothing', 'vision-2020', 'fråga 99\nbra\n', 'raden har inget svar'],
  ])('may not hold %s', async (_, dialogue, text, sentence) => {
    const before = await rows()
    const { status, said } = take(dialogue, 'svar.csv', text)
    expect(said).toContain(sentence)
    if (!text.includes('a,q1,')) {
      expect(status).toBe(1)
      expect(await rows()).toEqual(before)
    }
  })
  test('is not taken in before the first day, or after somebody has closed the dialogue', async () => {
    const before = await rows()
    // The clock of the command is set back to before anybody was asked.
    const { connectionString, host } = site.connection()
    const early = {
      DATABASE_URL: connectionString ?? `postgres:///postgres?host=${host}&user=postgres`,
      SAMSYN_SECRET: 'a secret for the tests, and for nothing else',
      SAMSYN_NOW: '2019-01-01T12:00:00Z',
    }
    const ahead = runSamsynIn(early, 'import', 'answers', fileOf('tidigt.csv', 'q1\nFör tidigt\n'), '--dialogue', 'vision-2020')
    expect([ahead.status, ahead.complained]).toEqual([1, expect.stringContaining('har inte börjat')])
    expect(await rows()).toEqual(before)
    expect((await site.post('/arbete/dialoger/hur-gar-det-2026', { act: 'close', reason: 'Ett fel i frågorna' }, { cookie: leader })).status).toBe(302)
    const closed = await rows()
    const late = take('hur-gar-det-2026', 'sent.csv', 'q1\nFör sent\n')
    expect([late.status, late.complained]).toEqual([1, expect.stringContaining('stängd i förtid')])
    expect(await rows()).toEqual(closed)
  })
})
