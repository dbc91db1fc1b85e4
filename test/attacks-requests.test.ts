import { readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { pool } from '#db/database.server'
import { roles } from '#kernel/actor'
import { findPersonalData, guessLanguage, lix, maskPersonalData, normaliseForGrouping, splitStatements } from '#text'
import { tellStory } from '../seeds/ange/tell-story.ts'
import { processorTime } from './processor-time.ts'
import { useSite } from './site.ts'

const site = useSite({ address: 'https://samsyn.example' })
// One person who may everything, so that every page is drawn.
let everything = ''

beforeAll(async () => {
  await tellStory('seeds/ange/voices')
  await pool().query(
    `insert into people_assignments (person_id, organ_id, role, valid_from) select p.id, o.id, r.role, '2020-01-01' from people_persons p, people_organs o,
     unnest($1::text[]) as r(role) where p.email = 'pia@ange.example' and o.key = 'ks' on conflict do nothing`,
    [roles],
  )
  everything = await site.signIn('pia@ange.example')
})
beforeEach(() => pool().query('delete from people_attempts'))

async function rows(): Promise<Record<string, number>> {
  const counted: Record<string, number> = {}
  // Tries are counted, reading answers in the workroom is written down, and texts that are read there are flagged: none is what the request asked for.
  for (const { name } of (await pool().query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public' order by 1")).rows)
    if (!['people_attempts', 'participation_readings', 'participation_flags', 'analysis_claims'].includes(name))
      counted[name] = Number((await pool().query(`select count(*) from ${name}`)).rows[0].count)
  return counted
}

/** Every page there is, as the rooms name them, and whether it takes a form. */
const pages = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('web/routes.ts'))
  .flatMap((name) =>
    [...readFileSync(join('src', name), 'utf8').matchAll(/route\('([^']+)', '([^']+)'\)/g)].map(([, path = '', file = '']) => {
      const source = readFileSync(join('src', dirname(name), file), 'utf8')
      return { path: `/${path}`, source, takesForms: /export (?:async )?function action|export const action/.test(source) }
    }),
  )
const filledIn = (path: string, part: string) => path.replaceAll(/:\w+/g, part)

describe('47. a request that another site made', () => {
  // The interface knows nobody by a cookie, so that no other site can act in anybody's name there; it has a test of its own.
  const forms = pages.filter(({ path, takesForms }) => takesForms && !path.startsWith('/api/')).map(({ path }) => filledIn(path, 'x'))
  const foreign: [string, Record<string, string>][] = [
    ['says where it is from', { origin: 'https://ond.example' }],
    ['is from a name that begins as ours', { origin: 'https://samsyn.example.ond.example' }],
    ['is from our name at another port', { origin: 'https://samsyn.example:8443' }],
    ['hides where it is from', { origin: 'null' }],
    ['says nothing at all', { origin: '' }],
    ['is told by the browser to be foreign', { origin: '', 'sec-fetch-site': 'cross-site' }],
    ['is from a neighbour of ours', { origin: '', 'sec-fetch-site': 'same-site' }],
    ['hides, and is told to be foreign', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['is foreign though it says it is not', { origin: 'https://ond.example', 'sec-fetch-site': 'same-origin' }],
  ]
  test('there are forms to try', () => expect(forms.length).toBeGreaterThan(25))
  test.each(foreign)('that %s is refused at every form, also when it only previews', async (_, headers) => {
    const before = await rows()
    const cookie = everything
    for (const path of forms)
      for (const act of ['preview', 'save'])
        expect((await site.post(path, { act, name: 'Ond', accent: '0b5c4a', email: 'ond@ond.example', role: 'administrator' }, { cookie, ...headers })).status, path).toBe(403)
    expect(await rows()).toEqual(before)
  })
  // Asking for a challenge of a passkey has nothing to read: whatever is sent along is left.
  test('is no form when it is sent as text, as JSON or in parts, from our own page either', async () => {
    const before = await rows()
    for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x', ''])
      for (const path of forms.filter((each) => each !== '/logga-ut' && !each.endsWith('/fraga'))) {
        const status = (await site.post(path, 'act=organ&organName=Ond&key=ond&kind=unit&validFrom=2026-01-01', { cookie: everything, 'content-type': type })).status
        // A form in parts is one where a file is sent, and this is none.
        expect([400, 403, 404, 415], `${path} ${type}`).toContain(status)
      }
    expect(await rows()).toEqual(before)
  })
  test('does nothing by an address alone, nor by another method in a header or a field', async () => {
    const before = await rows()
    const cookie = everything
    for (const path of forms.filter((each) => !each.startsWith('/demo')))
      for (const headers of [{}, { 'x-http-method-override': 'POST' }, { 'x-http-method': 'POST' }, { 'x-method-override': 'DELETE' }] as Record<string, string>[])
        expect((await site.get(`${path}?_method=POST&act=organ&organName=Ond&key=ond&kind=unit&validFrom=2026-01-01`, { cookie, ...headers })).status, path).toBeLessThan(500)
    expect(await rows()).toEqual(before)
    expect((await site.get('/arbete/personer', { cookie })).status).toBe(200)
  })
  test('carries no cookie of ours: each is for us alone, over https, and out of reach of scripts', async () => {
    const kept = [
      ...(await site.get('/sprak/en?till=/om')).headers.getSetCookie(),
      ...(await site.post('/logga-in/lank', { nyckel: await keyFor('pia@ange.example') })).headers.getSetCookie(),
      ...(await site.post('/logga-ut', {}, { cookie: everything })).headers.getSetCookie(),
      ...(await site.get('/logga-in/svar/ingen')).headers.getSetCookie(),
    ]
    expect(kept.length).toBeGreaterThanOrEqual(3)
    for (const cookie of kept) for (const attribute of [/; ?HttpOnly/i, /; ?Secure/i, /; ?SameSite=Lax/i]) expect(cookie).toMatch(attribute)
    expect((await site.get('/')).headers.get('strict-transport-security')).toContain('max-age=31536000')
    everything = await site.signIn('pia@ange.example')
  })
})

async function keyFor(email: string): Promise<string> {
  await pool().query('delete from people_mails')
  await site.post('/logga-in', { email })
  return /nyckel=(\S+)/.exec((await pool().query('select body from people_mails')).rows[0]?.body ?? '')?.[1] ?? ''
}

describe('48. an address that holds SQL', () => {
  const asked = [
    ...new Set(
      readdirSync('src', { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .flatMap((name) => [...readFileSync(join('src', name), 'utf8').matchAll(/(?:searchParams|asked|query|params)\.get\('(\w+)'\)/g)].map(([, parameter = '']) => parameter)),
    ),
  ]
  const nonsense = 'nonsens'
  const texts = [
    "' or 1=1 --",
    "'; drop table people_persons cascade; --",
    '") union select null, email from people_persons --',
    "1' and pg_sleep(9) is null --",
    '\\',
    '%',
    '_',
    '$1',
    '{"$gt":""}',
    '../..',
    '9'.repeat(400),
    '-1e999',
    '0x10',
    '\u0000',
    '\ud83d',
    'å'.repeat(3000),
  ]
  test('there are pages and questions to try', () =>
    expect([pages.length > 50, asked.length > 4, asked]).toEqual([true, true, expect.arrayContaining(['sida', 'sok', 'fore', 'till', 'nyckel'])]))
  test('is answered as any other nonsense, and no table is lost', async () => {
    const [before, cookie] = [await rows(), everything]
    const statusOf = async (path: string, part: string, text: string) =>
      (await site.get(`${filledIn(path, encodeURIComponent(part))}?${asked.map((name) => `${name}=${encodeURIComponent(text)}`).join('&')}`, { cookie })).status
    for (const { path } of pages) {
      const usual = await statusOf(path, nonsense, nonsense)
      for (const text of texts.map((each) => each.toWellFormed())) {
        const status = await statusOf(path, nonsense, text)
        // An address with a NUL is no address at all.
        expect([usual, ...(text === '\u0000' ? [404] : [])], `${path} ${text.slice(0, 40)}`).toContain(status)
        if (path.includes(':')) expect((await statusOf(path, text, nonsense)) >= 500, `${path} ${text.slice(0, 40)}`).toBe(false)
      }
    }
    expect(await rows()).toEqual(before)
  })
  test('nor is one whose percent signs are broken a fault, or a line in the log', async () => {
    const logged = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'log')]
    for (const path of ['/%', '/tema/%E0%A4%A', '/delta/%ff', '/arbete/%', '/finns-inte', '/handling/%f0%9f']) expect((await site.get(path)).status, path).toBe(404)
    for (const log of logged) expect(log).not.toHaveBeenCalled()
  })
})

describe('50. no path leads out of its folder', () => {
  const outside = ['package.json', 'secret', 'data/secret', 'build/server/server.js', 'etc/passwd']
  test('in an address that a browser would not write', async () => {
    const server = await site.listen()
    const raw = (path: string) =>
      new Promise<string>((done) => {
        const socket = connect(server.port, '127.0.0.1', () => socket.end(`GET ${path} HTTP/1.1\r\nHost: samsyn.example\r\nConnection: close\r\n\r\n`))
        const parts: Buffer[] = []
        socket
          .on('data', (part) => parts.push(part))
          .on('error', () => done(''))
          .on('close', () => done(Buffer.concat(parts).toString('latin1')))
      })
    for (const folder of ['/assets', '/favicon.svg', '/utseende', '/handling', ''])
      for (const up of ['..', '%2e%2e', '..%2f..', '..%5c..', '%252e%252e', '....//', '..;', '.\u002e'])
        for (const file of outside) {
          const answer = await raw(`${folder}/${up}/${up}/${up}/${file}`)
          expect(answer.split('\r\n')[0], `${folder} ${up} ${file}`).toMatch(/^(?:HTTP\/1\.1 (?:400|404)\b|$)/)
          expect(answer).not.toMatch(/"workspaces"|root:x:0|createRequestHandler/)
        }
    // What is there is had.
    expect((await raw('/favicon.svg')).split('\r\n')[0]).toContain('200')
    await server.stop()
  })
  test('and a file from a browser is taken by these pages only, which have tests of their own', () => {
    const taking = pages.filter(({ source }) => /#http\/read-upload|formData\(\)|type="file"|<FileField/.test(source)).map(({ path }) => path)
    expect(taking.sort()).toEqual([
      '/arbete/dialoger/:slug/fragor-ur-fil',
      '/arbete/dialoger/:slug/fragor/:key',
      '/arbete/dialoger/:slug/fragor/ny',
      '/arbete/dialoger/:slug/koder/brev',
      '/arbete/dialoger/:slug/las-in',
      '/arbete/installningar/logotyp',
      '/arbete/installningar/platser/karta',
      '/arbete/kodbok/utbyte',
      '/arbete/kodning/utbyte',
    ])
  })
})

describe('51. what is made to take long does not:', () => {
  const within = async (milliseconds: number, act: () => Promise<number>) => {
    let status = 0
    const took = await processorTime(async () => {
      status = await act()
    })
    expect(took).toBeLessThan(milliseconds)
    return status
  }
  const bodies: [string, string, number][] = [
    ['sixty thousand fields of one name', `code=x${'&a'.repeat(60_000)}`, 404],
    ['ten thousand fields', Array.from({ length: 10_000 }, (_, at) => `f${at}=1`).join('&'), 404],
    ['a megabyte of one letter', `code=${'x'.repeat(1_000_000)}`, 413],
    ['a quarter of a megabyte of one letter', `code=${'x'.repeat(200_000)}`, 404],
    ['names within names', `${'a['.repeat(40_000)}${']'.repeat(40_000)}=1`, 404],
    ['nothing but ampersands', '&'.repeat(250_000), 404],
    ['eighty thousand letters in percent signs', `code=${'%41'.repeat(80_000)}`, 404],
    ['percent signs of nothing', `code=${'%'.repeat(200_000)}`, 404],
  ]
  test.each(bodies)('%s', async (_, body, status) => expect(await within(4_000, async () => (await site.post('/folj', body)).status)).toBe(status))
  test('the same at every form, signed in', async () => {
    const cookie = everything
    for (const { path } of pages.filter((page) => page.takesForms && !/logga-ut|demo/.test(page.path)))
      for (const body of [`act=x${'&name=x'.repeat(30_000)}`, `name=${'a-'.repeat(100_000)}&slug=${'a-'.repeat(10_000)}!&email=${'a.'.repeat(1_000)}@${'a.'.repeat(1_000)}`])
        expect(await within(6_000, async () => (await site.post(filledIn(path, 'x'), body, { cookie })).status), path).toBeLessThan(500)
  })
  const nasty = [
    'a',
    'a@',
    '@a.',
    'a.',
    '.@',
    'www.',
    'http://',
    'A s gata ',
    'Norra ',
    '0',
    '0 ',
    '0-',
    '07-',
    '1 2',
    '(0',
    '8',
    '841 31 ',
    '-',
    ' ',
    '\t',
    '\n',
    'å',
    'a\u030a',
    '\u200d',
    '💩',
    '"',
    '""',
    '<',
    '&',
    'Aa ',
    'ABC 12',
    '19811218-',
    '. ',
    '?!',
    'är inte ',
  ]
  test.each([
    ['finding personal data', (text: string) => findPersonalData(text)],
    ['masking it', (text: string) => maskPersonalData(text, findPersonalData(text))],
    ['splitting into statements', (text: string) => splitStatements(text)],
    ['grouping', (text: string) => normaliseForGrouping(text)],
    ['guessing the language', (text: string) => guessLanguage(text)],
    ['measuring how hard it is to read', (text: string) => lix(text)],
  ])('%s in a hundred thousand letters', async (_, act) => {
    for (const piece of nasty) {
      const text = piece.repeat(Math.ceil(100_000 / piece.length))
      for (const each of [text, `${text}!`, `x ${text}\u0000`]) expect(await processorTime(() => act(each)), JSON.stringify(piece)).toBeLessThan(3_000)
    }
  })
})
