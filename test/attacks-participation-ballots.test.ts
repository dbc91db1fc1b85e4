import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import { addDays } from '#kernel/day'
import { sealAnswers } from '#participation'
import { closeDialogue } from '../src/modules/participation/close-dialogue.ts'
import { grantedBy, type Stage } from '../src/modules/participation/stage-dialogue.ts'
import { byApi, countRows, newKey, openSurvey, setStage, steady } from './attacked-survey.ts'
import { receiptIn } from './receipt.ts'
import { useSite } from './site.ts'

const site = useSite()
let stage: Stage
let leader = ''
let ids: Record<string, string> = {}
let codes: string[] = []
const id = (key: string) => ids[key] ?? ''

beforeAll(async () => {
  stage = await setStage()
  leader = await site.signIn('process-leader@example.se')
  ids = (await openSurvey('orten')).ids
  const past = await openSurvey('forbi')
  await grantedBy(closeDialogue(stage.leader, { dialogueId: past.id, reason: 'Klart' }, presentMoment()))
  await openSurvey('utkastet', { opened: false })
  await openSurvey('gruppen', { opened: false })
  const made = await site.post(
    '/arbete/dialoger/gruppen/koder',
    { act: 'make', unit: 'Hemtjänsten', count: '12', expiresOn: addDays(presentMoment().day, 3), formKey: newKey() },
    { cookie: leader },
  )
  codes = [...new Set((await made.text()).match(/\b(?:[0-9A-Z]{4}-){4}[0-9A-Z]\b/g))]
  expect((await site.post('/arbete/dialoger/gruppen', { act: 'open' }, { cookie: leader })).status).toBe(302)
})
const form = (lines: Record<string, string | string[]>, at = '/delta/orten', headers = {}) => site.post(at, { submissionKey: newKey(), ...lines }, headers)
const stored = async () => Number((await pool().query('select count(*) from participation_responses')).rows[0].count)

describe('4: what is refused leaves no trace', () => {
  const tried: [string, () => Promise<Response>][] = [
    ['nothing', () => form({})],
    ['a choice that is not offered', () => form({ [id('bor')]: 'kanske' })],
    ['a field of nothing', () => form({ [id('bor')]: 'ja', falt: 'x' })],
    ['more than is taken', () => form({ [id('bor')]: 'ja', [id('fritt')]: 'x'.repeat(300_000) })],
    ['an answer to what is closed', () => byApi(site, 'forbi', { answers: { bor: 'ja' } })],
    ['an answer to a draft', () => byApi(site, 'utkastet', { answers: { bor: 'ja' } })],
    ['an answer without the code that is asked for', () => byApi(site, 'gruppen', { answers: { bor: 'ja' } })],
    ['JSON that is a list', () => byApi(site, 'orten', [])],
    ['another method', () => site.request('/api/v1/dialogues/orten/answers', { method: 'PUT', body: '{"answers":{"bor":"ja"}}', headers: { 'content-type': 'application/json' } })],
    ['a class without a key', () => site.post('/delta/orten/klass', { [id('bor')]: 'ja' })],
    ['a kiosk with a blank key', () => site.post('/delta/orten/kiosk', { submissionKey: ' ', [id('bor')]: 'ja' })],
    ['an address that is none', () => site.post('/delta/orten/besked', { email: 'ingen', tellings: ['read'] })],
    ['a code that nobody has', () => site.post('/delta/gruppen/kod', { kod: '0000-0000-0000-0000-0' })],
    ['a begun answer that nobody has', () => site.post('/delta/orten/fortsatt', { kod: '0000-0000-0000-0000-0' })],
    ['a receipt that nobody has', () => site.post('/folj', { code: '0000-0000-0000-0000-0', act: 'withdraw' })],
    ['a form from another site', () => form({ [id('bor')]: 'ja' }, '/delta/orten', { origin: 'https://ond.example' })],
    ['a dialogue without a name', () => site.post('/arbete/dialoger/ny', { slug: 'utan-namn', title: ' ' }, { cookie: leader })],
    ['an end that is earlier', () => site.post('/arbete/dialoger/orten', { act: 'extend', closesOn: '2020-01-01', closesTime: '24:00', reason: 'x' }, { cookie: leader })],
    ['an end without a reason', () => site.post('/arbete/dialoger/orten', { act: 'close', reason: ' ' }, { cookie: leader })],
    [
      'five thousand and one codes',
      () => site.post('/arbete/dialoger/gruppen/koder', { act: 'make', unit: 'x', count: '5001', expiresOn: '2030-01-01', formKey: newKey() }, { cookie: leader }),
    ],
  ]
  test.each(tried)('%s', async (_, send) => {
    const before = await countRows()
    const { status } = await send()
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(await countRows()).toEqual(before)
  })
})

describe('6: what is stored is what can be answered,', () => {
  const values = [2, -1, 0.5, 'abc', null, [], {}, '1 ', ' ', true, 99, '1e309', '0x1', '١', [1, 2], { chosen: 'abc' }]
  // What may be stored, by the question; all else is refused, or is no answer to it.
  const may: Record<string, (value: unknown) => boolean> = {
    bor: (value) => value === 'ja' || value === 'nej',
    gillar: (value) => Array.isArray(value) && value.every((each) => ['skog', 'sjo', 'berg', 'annat'].includes(each)) && value.length <= 2,
    nojd: (value) => [1, 2, 3, 4, 5, 'vet-ej'].includes(value as number),
    ar: (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 120,
    dag: (value) => /^\d{4}-\d\d-\d\d$/.test(String(value)),
    betyg: (value) => Object.entries(value as object).every(([row, each]) => ['skolan', 'maten'].includes(row) && ['bra', 'illa', 'vet-ej'].includes(each)),
    viktigast: (value) => Array.isArray(value) && value.every((each) => ['natur', 'jobb', 'kultur'].includes(each)) && new Set(value).size === value.length,
  }
  test.each(Object.keys(may))('by the interface and by the form: %s', async (key) => {
    await pool().query('delete from people_attempts')
    let refused = 0
    for (const value of [...values, '1e309 as a number'])
      for (const way of ['interface', 'form']) {
        const before = await stored()
        const body = JSON.stringify({ answers: { bor: 'ja', [key]: value } }).replace('"1e309 as a number"', '1e309')
        const sent =
          way === 'interface'
            ? await byApi(site, 'orten', body)
            : await form({ [id('bor')]: 'ja', [id(key)]: [value].flat().map((each) => (typeof each === 'object' ? '' : String(each))) })
        const last = (await pool().query<{ answers: Record<string, unknown> }>('select answers from participation_responses order by ctid desc limit 1')).rows[0]?.answers ?? {}
        if (sent.status >= 400) refused++
        expect([200, 201, 404, 422], `${way} ${JSON.stringify(value)}`).toContain(sent.status)
        expect(await stored(), `${way} ${JSON.stringify(value)}`).toBe(before + (sent.status < 300 ? 1 : 0))
        if (sent.status < 300) expect(key in last ? may[key]?.(last[key]) : true, `${way} ${JSON.stringify(value)} stored ${JSON.stringify(last)}`).toBe(true)
      }
    expect(refused).toBeGreaterThan(3)
  })
  test('also when the parts of a ranking or a choice do not add up', async () => {
    const before = await countRows()
    for (const lines of [
      { [`${id('viktigast')}:natur`]: '1', [`${id('viktigast')}:jobb`]: '1' },
      { [`${id('viktigast')}:natur`]: '-1' },
      { [`${id('viktigast')}:natur`]: '4' },
      { [`${id('viktigast')}:natur`]: '0.5' },
      { [id('gillar')]: ['skog', 'sjo', 'berg'] },
      { [id('bor')]: ['ja', 'nej'] },
      { [`${id('betyg')}:skolan`]: 'toppen' },
      { [`${id('betyg')}:gatan`]: 'bra' },
    ])
      expect((await form({ [id('bor')]: 'ja', ...lines })).status, JSON.stringify(lines)).toBe(422)
    expect(await countRows()).toEqual(before)
  })
})

describe('7: one code is one ballot,', () => {
  test('from twenty clients without cookies, from a private window and from another browser', async () => {
    const [code = ''] = codes
    const before = await stored()
    const ways = Array.from({ length: 20 }, (_, at) =>
      at % 3 === 0
        ? byApi(site, 'gruppen', { answers: { bor: 'ja' }, code }, { 'user-agent': `Webbläsare ${at}` })
        : byApi(site, 'gruppen', { answers: { bor: 'nej' }, code: code.toLowerCase() }, { 'idempotency-key': newKey() }),
    )
    const statuses = (await Promise.all(ways)).map(({ status }) => status)
    expect([statuses.filter((status) => status === 201).length, statuses.filter((status) => status === 409).length]).toEqual([1, 19])
    expect(await stored()).toBe(before + 1)
    // A cookie that was cleared, or is from a window that forgets, is not what counts.
    expect(await (await site.get('/delta/gruppen', { cookie: `samsyn_kod=${code}` })).text()).toContain('Koden är redan använd')
  })
  test('and where everybody may answer, one form is one answer, whatever the client forgets', async () => {
    const [before, submissionKey] = [await stored(), newKey()]
    const codes = new Set<string>()
    for (let at = 0; at < 20; at++)
      codes.add(
        receiptIn(await (await site.post('/delta/orten', { submissionKey, [id('bor')]: 'ja' }, { 'user-agent': `Webbläsare ${at}`, cookie: at % 2 ? `a=${at}` : '' })).text()),
      )
    expect([codes.size, await stored()]).toEqual([1, before + 1])
  })
})

describe('8: a code of another kind than a text', () => {
  test.each([[['x']], [{}], [0], [false], [['0000-0000-0000-0000-0']], ['\u0000'], ['x'.repeat(61)]])('%j opens nothing', async (code) => {
    const before = await countRows()
    expect([403, 422]).toContain((await byApi(site, 'gruppen', { answers: { bor: 'ja' }, code })).status)
    expect(await countRows()).toEqual(before)
  })
  test('is refused by the database: no code without its hash, and no two with the same', async () => {
    await expect(pool().query('insert into participation_codes (batch_id, code_hash) select batch_id, null from participation_codes limit 1')).rejects.toThrow('null')
    await expect(pool().query('insert into participation_codes (batch_id, code_hash) select batch_id, code_hash from participation_codes limit 1')).rejects.toThrow()
  })
})

describe('9: every door has the same rules:', () => {
  const doors = ['/delta/orten', '/delta/orten/klass', '/delta/orten/kiosk']
  test.each<[string, Record<string, unknown>]>([
    ['without what must be answered', { nojd: '3' }],
    ['a choice that is not offered', { bor: 'kanske' }],
    ['too many of several', { bor: 'ja', gillar: ['skog', 'sjo', 'berg'] }],
    ['a number over the limit', { bor: 'ja', ar: '121' }],
    ['a day that does not exist', { bor: 'ja', dag: '2026-02-30' }],
    ['too many lines', { bor: 'ja', tycker: ['1', '2', '3', '4'] }],
    ['a character that can’t be stored', { bor: 'ja', fritt: 'noll\u0000' }],
  ])('%s', async (_, answers) => {
    const before = await countRows()
    const lines = Object.fromEntries(Object.entries(answers).map(([key, value]) => [id(key), value as string]))
    for (const door of doors) expect((await form(lines, door)).status, door).toBe(422)
    expect((await byApi(site, 'orten', { answers })).status).toBe(422)
    expect(await countRows()).toEqual(before)
  })
  test('a survey that is closed, a draft and one for a closed group take nothing by any', async () => {
    const before = await countRows()
    for (const slug of ['forbi', 'utkastet', 'gruppen']) {
      for (const way of ['', '/klass', '/kiosk']) expect((await form({ [id('bor')]: 'ja' }, `/delta/${slug}${way}`)).status, slug + way).toBeGreaterThanOrEqual(400)
      expect((await byApi(site, slug, { answers: { bor: 'ja' } })).status, slug).toBeGreaterThanOrEqual(400)
    }
    for (const path of ['/api/dialogues/orten/answers', '/api/v2/dialogues/orten/answers', '/api/v0/dialogues/orten/answers', '/API/v1/dialogues/orten/answers'])
      expect([403, 404, 405]).toContain((await site.request(path, { method: 'POST', body: '{"answers":{"bor":"ja"}}', headers: { 'content-type': 'application/json' } })).status)
    expect(await countRows()).toEqual(before)
  })
})

describe('10: an address that somebody says is theirs', () => {
  test('gives no new limit', async () => {
    await pool().query('delete from people_attempts')
    const statuses: number[] = []
    for (let at = 0; at < 5; at++)
      statuses.push(
        (
          await site.post(
            '/delta/orten/besked',
            { email: 'nagon@example.se', tellings: ['read'] },
            { 'x-forwarded-for': `10.0.0.${at}`, 'x-real-ip': `10.1.0.${at}`, forwarded: `for=10.2.0.${at}` },
          )
        ).status,
      )
    expect(statuses).toEqual([200, 200, 200, 429, 429])
  })
  test('shuts nobody out: a thousand employees behind one address answer by the form and the interface', async () => {
    const before = await stored()
    for (let wave = 0; wave < 20; wave++) {
      const sent = await Promise.all(
        Array.from({ length: 50 }, (_, at) =>
          at % 2
            ? byApi(site, 'orten', { answers: { bor: 'ja' } }, { 'x-forwarded-for': '192.0.2.1' })
            : form({ [id('bor')]: 'nej' }, '/delta/orten', { 'x-forwarded-for': '192.0.2.1' }),
        ),
      )
      expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200, 201]))
    }
    expect(await stored()).toBe(before + 1000)
  })
})

test('11: while a survey is open, nothing that is shown, sent or told changes with what is answered', async () => {
  const shown = [
    '/',
    '/delta',
    '/delta/orten',
    '/delta/orten/svar',
    '/delta/orten/klass',
    '/delta/orten/kiosk',
    '/delta/orten/sparas',
    '/delta/orten/besked',
    '/delta/orten/fortsatt',
    '/processen',
  ]
  const told = ['/api', '/api/v1/dialogues', '/api/v1/dialogues/orten', '/api/v1/dialogues/orten/figures', '/api/v1/openapi.json', '/sitemap.xml', '/robots.txt']
  const all = async () => Object.fromEntries(await Promise.all([...shown, ...told].map(async (path) => [path, steady(await (await site.get(path)).text())] as const)))
  const thanks = async () => steady(await (await form({ [id('bor')]: 'ja', [id('nojd')]: '5' })).text()).replaceAll(/class="receipt-code.*?<\/p>/gs, '')
  const [before, first] = [await all(), await thanks()]
  for (let at = 0; at < 11; at++) expect((await byApi(site, 'orten', { answers: { bor: 'ja', nojd: 5, gillar: ['skog'] } })).status).toBe(201)
  expect([await all(), await thanks()]).toEqual([before, first])
  expect((await site.get('/api/v1/dialogues/orten/figures')).status).toBe(404)
})

describe('12: an answer can’t be put beside the code that it came by', () => {
  test('by its id, its time, its number or its transaction, once its day is over', async () => {
    for (const code of codes.slice(1, 9)) expect((await byApi(site, 'gruppen', { answers: { bor: 'ja' }, code })).status).toBe(201)
    const { rows: kinds } = await pool().query<{ type: string }>(
      "select data_type as type from information_schema.columns where table_name in ('participation_responses', 'participation_statements', 'participation_codes') and data_type ~ 'time|serial|bigint'",
    )
    expect(kinds).toEqual([])
    const { rows: answers } = await pool().query<{ id: string }>("select id from participation_responses where source = 'code' order by ctid")
    for (const each of answers) expect(each.id[14]).toBe('4')
    const together = "select 1 from participation_responses r join participation_codes c on c.xmin = r.xmin where r.source = 'code'"
    // Until midnight the database itself knows what was written at once, and shows whoever may look at its rows.
    expect((await pool().query(together)).rows).not.toEqual([])
    await sealAnswers(addDays(presentMoment().day, 1))
    expect((await pool().query(together)).rows).toEqual([])
  })
})
