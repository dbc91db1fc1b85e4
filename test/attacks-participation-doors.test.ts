import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import { addDays } from '#kernel/day'
import type { Stage } from '../src/modules/participation/stage-dialogue.ts'
import { routes } from '../src/modules/participation/web/routes.ts'
import { askedInParts, byApi, cookieIn, countRows, newKey, openSurvey, setStage, steady } from './attacked-survey.ts'
import { receiptIn } from './receipt.ts'
import { useSite } from './site.ts'

const site = useSite({ address: 'https://samsyn.example' })
const roles = ['process-leader', 'analyst', 'auditor', 'secretary'] as const
const cookies: Record<string, string> = {}
let stage: Stage
let ids: Record<string, string> = {}
let long: Record<string, string> = {}
const id = (key: string) => ids[key] ?? ''
const keys: Record<string, string> = {}

beforeAll(async () => {
  stage = await setStage()
  for (const role of roles) cookies[role] = await site.signIn(`${role}@example.se`)
  ids = (await openSurvey('orten')).ids
  long = (await openSurvey('lang', { questions: askedInParts })).ids
  for (const slug of ['utkastet', 'annat-utkast', 'gruppen']) await openSurvey(slug, { opened: false, title: `Hemligt ${slug}` })
  const made = await work('/gruppen/koder', { act: 'make', unit: 'Hemtjänsten', count: '2', expiresOn: addDays(presentMoment().day, 3), formKey: newKey() })
  keys.code = /\b(?:[0-9A-Z]{4}-){4}[0-9A-Z]\b/.exec(await made.text())?.[0] ?? ''
  expect((await work('/gruppen', { act: 'open' })).status).toBe(302)
  keys.receipt = receiptIn(await (await site.post('/delta/orten', { submissionKey: newKey(), [id('bor')]: 'ja', [id('tycker')]: 'Mitt eget' })).text())
  const begun = await site.post('/delta/lang', { submissionKey: newKey(), del: '1', act: 'save', [long.bor ?? '']: 'ja' })
  keys.begun = cookieIn(begun, 'samsyn_svar').split('=')[1] ?? ''
  keys.preview = /forhandsvisning\/([\w-]+)/.exec(await (await work('/utkastet/forhandsvisa', { act: 'share', days: '3' })).text())?.[1] ?? ''
  await pool().query('delete from people_mails')
  keys.undo = /besked\/([0-9a-f]+)/.exec(await (await site.post('/delta/orten/besked', { email: 'nagon@example.se', tellings: ['read'] })).text())?.[1] ?? ''
  keys.confirm = /besked\/([0-9a-f]+)/.exec((await pool().query('select body from people_mails')).rows[0]?.body ?? '')?.[1] ?? ''
})
beforeEach(() => pool().query('delete from people_attempts'))
afterEach(() => {
  delete process.env.SAMSYN_NOW
})
const work = (path: string, form: Record<string, string>, role = 'process-leader') => site.post(`/arbete/dialoger${path}`, form, { cookie: cookies[role] ?? '' })

describe('21: what is forged in a body is not read:', () => {
  test('that an address is confirmed, when it was, and what it is to be told; nor does a later form write over another’s', async () => {
    const forged = {
      confirmedOn: '2020-01-01',
      confirmed_on: '2020-01-01',
      expiresOn: '2099-01-01',
      verified: 'true',
      whenDecided: 'true',
      addressHash: 'x',
      id: crypto.randomUUID(),
    }
    const sent = await site.post('/delta/orten/besked', { email: 'forfalskad@example.se', tellings: ['read'], ...forged })
    const undo = /besked\/([0-9a-f]{80})/.exec(await sent.text())?.[1] ?? ''
    const wish = async () => (await pool().query('select confirmed_on, when_read, when_decided, address_hash from participation_notice_wishes order by asked_on, id')).rows
    const before = await wish()
    expect(before).toHaveLength(2)
    for (const { confirmed_on, when_read, when_decided } of before) expect([confirmed_on, when_read, when_decided]).toEqual([null, true, false])
    expect((await site.post(`/besked/${undo}`, { email: 'nagon@example.se', addressHash: before[0]?.address_hash })).status).toBe(200)
    expect(await wish()).toHaveLength(1)
  })
  test('that a dialogue is open, whose it is, or how few may be shown', async () => {
    const own = {
      processId: stage.processId,
      stepId: stage.stepId,
      groupId: stage.residents,
      kind: 'survey',
      opensOn: presentMoment().day,
      closesOn: addDays(presentMoment().day, 3),
      template: 'empty',
    }
    await work('/ny', {
      ...own,
      title: 'Förfalskad',
      slug: 'forfalskad',
      openedAt: '2020-01-01',
      state: 'open',
      threshold: '0',
      id: crypto.randomUUID(),
      createdBy: crypto.randomUUID(),
    })
    expect((await site.get('/delta/forfalskad')).status).toBe(404)
    const { rows } = await pool().query('select min(threshold)::int as least from participation_groups')
    expect(rows[0].least).toBeGreaterThanOrEqual(5)
  })
})

describe('22: a key opens one door', () => {
  const doors: [string, (key: string) => Promise<Response>, string][] = [
    ['the receipt', (code) => site.post('/folj', { code }), 'receipt'],
    ['taking back', (code) => site.post('/folj', { code, act: 'withdraw' }), ''],
    ['going on with what was begun', (kod) => site.post('/delta/lang/fortsatt', { kod }), 'begun'],
    ['going on with another survey', (kod) => site.post('/delta/orten/fortsatt', { kod }), ''],
    ['a closed group', (kod) => site.post('/delta/gruppen/kod', { kod }), 'code'],
    ['answering by a program', (code) => byApi(site, 'gruppen', { answers: { bor: 'ja' }, code: code.slice(0, 60) }), ''],
    ['a draft', (token) => site.get(`/delta/forhandsvisning/${token}`), 'preview'],
    ['a letter', (token) => site.get(`/besked/${token}`), 'undo confirm'],
  ]
  test.each(doors)('%s', async (_, knock, opening) => {
    const before = await countRows()
    for (const [name, key] of Object.entries(keys)) {
      expect(key, name).not.toBe('')
      const isRight = opening.split(' ').includes(name)
      // What would be done by the right key is done in tests of its own.
      if (opening === '' && ['receipt', 'code'].includes(name)) continue
      const { status } = await knock(key)
      if (isRight) expect(status, name).toBeLessThan(400)
      else expect(status, name).toBeGreaterThanOrEqual(400)
    }
    expect(await countRows()).toEqual(before)
  })
  test('of its own kind too: the mark of one address is not another’s, and none outlives its days', async () => {
    const other = /besked\/([0-9a-f]{80})/.exec(await (await site.post('/delta/lang/besked', { email: 'nagon@example.se', tellings: ['read'] })).text())?.[1] ?? ''
    for (const mixed of [`${keys.confirm?.slice(0, 40)}${other.slice(40)}`, `${other.slice(0, 40)}${keys.confirm?.slice(40)}`])
      expect((await site.post(`/besked/${mixed}`, {})).status).toBe(404)
    process.env.SAMSYN_NOW = `${addDays(presentMoment().day, 100)}T12:00:00Z`
    try {
      expect([(await site.get(`/delta/forhandsvisning/${keys.preview}`)).status, (await site.post(`/besked/${keys.confirm}`, {})).status]).toEqual([404, 404])
      expect((await site.post('/delta/lang/fortsatt', { kod: keys.begun ?? '' })).status).toBe(422)
    } finally {
      delete process.env.SAMSYN_NOW
    }
  })
})

const paths = routes.map(({ path = '' }) => `/${path}`)
const inside = paths.filter((path) => path.startsWith('/arbete'))

describe('40: what is another’s answers as what is not there', () => {
  test('by an address, by a form and by the interface', async () => {
    const other = (await pool().query("select q.id from participation_questions q join participation_dialogues d on d.id = q.dialogue_id where d.slug = 'lang' limit 1")).rows[0].id
    for (const named of [
      '/arbete/dialoger/:slug/fragor/:key',
      '/arbete/dialoger/:slug/fragor/:key/villkor',
      '/arbete/dialoger/:slug/fragor/:key/ta-bort',
      '/arbete/dialoger/:slug/fragor/:key/ratta',
      '/arbete/dialoger/:slug/inskrivning/:batch',
    ]) {
      const [foreign, none] = await Promise.all(
        [other, crypto.randomUUID()].map((key) => site.get(named.replace(':slug', 'utkastet').replace(/:\w+/, key), { cookie: cookies['process-leader'] ?? '' })),
      )
      expect([foreign?.status, none?.status], named).toEqual([404, 404])
      expect(steady((await foreign?.text()) ?? '').replaceAll(other, ''), named).toBe(steady((await none?.text()) ?? '').replaceAll(/[0-9a-f-]{36}/g, ''))
    }
    const before = await countRows()
    const said = async (answer: Response) => steady(await answer.text()).replaceAll(/[0-9a-f-]{36}/g, '')
    for (const question of [other, crypto.randomUUID()]) expect((await site.post('/delta/orten', { submissionKey: newKey(), [id('bor')]: 'ja', [question]: 'x' })).status).toBe(404)
    for (const path of ['', '/figures', '/answers']) {
      const [draft, none] = await Promise.all(
        ['utkastet', 'finns-inte'].map(async (slug) => said(path === '/answers' ? await byApi(site, slug, { answers: {} }) : await site.get(`/api/v1/dialogues/${slug}${path}`))),
      )
      expect(draft, path).toBe(none)
    }
    expect(await countRows()).toEqual(before)
  })
  test('also where it was given to a review, an export or a copy', async () => {
    const before = await countRows()
    for (const statementIds of [crypto.randomUUID(), id('bor'), 'x'])
      expect((await site.post('/arbete/granska', { decide: 'marked may-be-shown', statementIds }, { cookie: cookies.analyst ?? '' })).status).toBeGreaterThanOrEqual(400)
    for (const path of ['/utkastet/utlamning/fil', '/finns-inte/utlamning/fil']) expect((await work(path, { format: 'json' })).status).toBe(404)
    expect(await countRows()).toEqual(before)
  })
})

describe('41: the workroom is for those who work here,', () => {
  test('each page and each form of it leads to the sign-in, and nothing is done', async () => {
    const before = await countRows()
    expect(inside.length).toBeGreaterThan(20)
    for (const path of inside.map((each) => each.replace(':slug', 'orten').replace(':key', 'bor').replace(':batch', crypto.randomUUID()))) {
      const [got, sent] = [await site.get(path), await site.post(path, { act: 'close', reason: 'x' })]
      for (const answer of [got, sent]) expect([302, 404, 405], path).toContain(answer.status)
      expect((await got.text()) + (await sent.text()), path).not.toContain('Bor du här?')
    }
    expect(await countRows()).toEqual(before)
  })
  test('and whoever has another role makes no questionnaire, no code, no file and no end of it', async () => {
    const before = await countRows()
    for (const role of ['secretary', 'auditor'])
      for (const [path, form] of [
        ['/orten', { act: 'close', reason: 'x' }],
        ['/orten', { act: 'extend', closesOn: '2030-01-01', closesTime: '24:00', reason: 'x' }],
        ['/utkastet', { act: 'open' }],
        ['/utkastet', { act: 'background', background: 'gender' }],
        ['/utkastet/fragor/ny', { kind: 'lines', wording: 'x', maxLines: '1' }],
        ['/utkastet/fragor/bor/ta-bort', { basis: 'x' }],
        ['/utkastet/forhandsvisa', { act: 'share', days: '3' }],
        ['/gruppen/koder', { act: 'revoke', code: keys.code ?? '', reason: 'x' }],
        ['/orten/utlamning/fil', { format: 'json' }],
        ['/ny', { title: 'x', slug: 'x' }],
      ] as const)
        expect((await work(path, form, role)).status, `${role} ${path}`).toBe(403)
    expect(await countRows()).toEqual(before)
  })
})

test('42: a draft is reached by no open address, list, count, search, feed or mail', async () => {
  const open = paths.filter((path) => !path.startsWith('/arbete') && !path.includes(':token') && !path.includes(':code'))
  for (const path of [...open, '/', '/processen', '/resultat', '/sitemap.xml', '/feed', '/api/v1/openapi.json']) {
    const answer = await site.get(path.replace(':slug', 'utkastet'))
    if (path.includes(':slug')) expect([404, 405], path).toContain(answer.status)
    expect(await answer.text(), path).not.toMatch(/Hemligt (?:utkastet|annat)/)
    if (path.includes(':slug'))
      expect(
        (await site.post(path.replace(':slug', 'utkastet'), { submissionKey: newKey(), email: 'x@example.se', tellings: ['read'], kod: keys.code ?? '' })).status,
        path,
      ).toBeGreaterThanOrEqual(400)
  }
  // The link of one draft opens that one.
  expect(await (await site.get(`/delta/forhandsvisning/${keys.preview}`)).text()).not.toContain('annat-utkast')
  expect((await site.get(`/delta/forhandsvisning/${keys.preview}`)).headers.get('x-robots-tag')).toContain('noindex')
})

test('43 and 48: a parameter that names a column, or holds SQL, changes nothing of what is shown', async () => {
  const before = await countRows()
  // Some pages say when their figures were counted, which is done anew after a while.
  process.env.SAMSYN_NOW = presentMoment().at
  const odd = ['receipt_hash', 'submissionHash', 'entered_by', 'group.threshold', "' or 1=1 --", '1; drop table participation_responses', '$1', '{"$ne":1}', '%', '\\']
  for (const path of ['/api/v1/dialogues', '/api/v1/dialogues/orten', '/delta', '/delta/orten/klass', '/arbete/granska', '/arbete/dialoger/orten/siffror']) {
    const usual = steady(await (await site.get(path, { cookie: cookies.analyst ?? '' })).text())
    for (const text of odd)
      for (const name of ['sort', 'order', 'filter[receipt_hash]', 'fields', 'include', 'where', 'select', 'q', 'lage', 'grupp', 'language', 'lang']) {
        const answer = await site.get(`${path}?${encodeURIComponent(name)}=${encodeURIComponent(text)}`, { cookie: cookies.analyst ?? '' })
        expect([answer.status, steady(await answer.text()) === usual], `${path} ${name} ${text}`).toEqual([200, true])
      }
  }
  for (const language of odd) {
    expect((await byApi(site, 'orten', { answers: { bor: 'ja' }, language })).status, language).toBe(422)
    expect((await site.get('/delta/orten', { cookie: `sprak=${encodeURIComponent(language)}`, 'accept-language': language })).status, language).toBe(200)
  }
  expect(await countRows()).toEqual(before)
})

describe('46: what has ended opens nothing:', () => {
  test('a code whose day has passed, a survey that has closed while its form is open, and a session without an assignment', async () => {
    const stored = async () => Object.entries(await countRows()).filter(([name]) => name.startsWith('participation_'))
    const before = await stored()
    process.env.SAMSYN_NOW = `${addDays(presentMoment().day, 4)}T12:00:00Z`
    try {
      expect((await byApi(site, 'gruppen', { answers: { bor: 'ja' }, code: keys.code })).status).toBe(403)
      process.env.SAMSYN_NOW = `${addDays(presentMoment().day, 30)}T12:00:00Z`
      for (const path of ['/delta/orten', '/delta/orten/klass']) expect((await site.post(path, { submissionKey: newKey(), [id('bor')]: 'ja' })).status).toBe(409)
      expect((await byApi(site, 'orten', { answers: { bor: 'ja' } })).status).toBe(409)
    } finally {
      delete process.env.SAMSYN_NOW
    }
    await pool().query("update people_assignments set valid_to = '2020-01-01' where role = 'secretary'")
    expect((await work('/orten', { act: 'close', reason: 'x' }, 'secretary')).status).toBe(302)
    expect((await site.get('/arbete/granska', { cookie: cookies.secretary ?? '' })).status).toBe(302)
    expect(await stored()).toEqual(before)
  })
})

describe('47: another site', () => {
  test('sends no form and looks at no preview in anybody’s name', async () => {
    const before = await countRows()
    for (const path of paths
      .filter((each) => !each.startsWith('/api'))
      .map((each) =>
        each
          .replace(':slug', 'utkastet')
          .replace(':token', keys.preview ?? '')
          .replace(/:\w+/, 'bor'),
      ))
      for (const headers of [{ origin: 'https://ond.example' }, { origin: 'null' }, { origin: '', 'sec-fetch-site': 'cross-site' }] as Record<string, string>[])
        expect((await site.post(path, { act: 'share', days: '3' }, { cookie: cookies['process-leader'] ?? '', ...headers })).status, path).toBe(403)
    expect(await countRows()).toEqual(before)
  })
  test('sees no cookie: each is for us alone, over https, at the one survey, and out of reach of scripts', async () => {
    const kept = [
      await site.post('/delta/lang', { submissionKey: newKey(), del: '1', act: 'save', [long.bor ?? '']: 'ja' }),
      await site.get(`/k/${keys.code}`),
      await site.post('/delta/lang/fortsatt', { kod: keys.begun ?? '' }),
    ].flatMap((answer) => answer.headers.getSetCookie())
    expect(kept).toHaveLength(3)
    for (const cookie of kept) for (const attribute of [/; ?HttpOnly/i, /; ?Secure/i, /; ?SameSite=Lax/i, /; ?Path=\/delta\/(?:lang|gruppen)/]) expect(cookie).toMatch(attribute)
  })
})

test('50: no path leads out, into a file or into an archive', async () => {
  const before = await countRows()
  for (const up of ['../../package.json', '..%2f..%2fpackage.json', '%2e%2e/%2e%2e/package.json', '....//package.json', '/etc/passwd', 'file:///etc/passwd'])
    for (const path of [`/delta/${up}`, `/k/${up}`, `/api/v1/dialogues/${up}`, `/delta/forhandsvisning/${up}`, `/arbete/dialoger/${up}/utlamning/fil`]) {
      const answer = await site.get(path, { cookie: cookies['process-leader'] ?? '' })
      expect(answer.status, path).toBeLessThan(500)
      expect(await answer.text(), path).not.toMatch(/"workspaces"|root:x:0/)
    }
  // No page of the module takes a file, so that none is stored or unpacked.
  const shell = '--x\r\ncontent-disposition: form-data; name="f"; filename="../../ond.php"\r\n\r\n<?php ?>\r\n--x--\r\n'
  for (const path of paths.map((each) => each.replace(':slug', 'orten').replace(/:\w+/, 'bor')))
    expect((await site.post(path, shell, { cookie: cookies['process-leader'] ?? '', 'content-type': 'multipart/form-data; boundary=x' })).status, path).toBeGreaterThanOrEqual(400)
  expect(await countRows()).toEqual(before)
})

test('51: what is made to take long is answered, fills no log and stops nobody else', async () => {
  const logged = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')]
  const before = await countRows()
  const bodies = [
    '['.repeat(100_000),
    '{"answers":'.repeat(20_000),
    `{"answers":{${Array.from({ length: 20_000 }, (_, at) => `"f${at}":1`)}}}`,
    `{"answers":{"bor":[${'"ja",'.repeat(40_000)}"ja"]}}`,
    `{"answers":{"__proto__":{"bor":"ja"}}}`,
    `"${'\\u0041'.repeat(40_000)}"`,
  ]
  const sent = bodies.map((body) => byApi(site, 'orten', body))
  // Somebody who answers meanwhile.
  expect((await site.get('/delta/orten')).status).toBe(200)
  for (const answer of await Promise.all(sent)) expect([400, 422]).toContain(answer.status)
  for (const text of ['a-'.repeat(900), '0 '.repeat(900), '@a.'.repeat(600), 'A s gata '.repeat(200)]) {
    expect((await byApi(site, 'orten', { answers: { bor: 'ja', tycker: [text.slice(0, 1_999)] } })).status).toBe(201)
    expect((await site.get('/arbete/granska', { cookie: cookies.analyst ?? '' })).status).toBe(200)
  }
  const form = await site.post('/delta/orten', `submissionKey=${newKey()}${'&x=1'.repeat(60_000)}`)
  expect(form.status).toBe(404)
  expect(await countRows()).toEqual({
    ...before,
    participation_responses: (before.participation_responses ?? 0) + 4,
    participation_statements: (before.participation_statements ?? 0) + 4,
  })
  expect(logged.flatMap((log) => log.mock.calls)).toEqual([])
})
