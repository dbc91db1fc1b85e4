import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { createDialogue, openDialogue } from '#participation'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = momentOf(new Date())
const ids: Record<string, string> = {}
let stage: Stage
let leader = ''
let question = ''
let spare: string[] = []

beforeAll(async () => {
  stage = await stageDialogue()
  leader = await site.signIn('process-leader@example.se')
  const about = { processId: stage.processId, stepId: stage.stepId, groupId: stage.residents, information: 'x', legalBasis: 'x', promise: 'x', contact: 'x', kind: 'survey' }
  const questions = [{ key: 'tycker', kind: 'lines', wording: 'Vad tycker du?' }] as never[]
  for (const slug of ['sluten', 'annan', 'oppen']) {
    const dialogue = await grantedBy(
      createDialogue(stage.leader, { ...about, slug, title: slug, opensOn: addDays(now.day, -1), closesOn: addDays(now.day, 5), questions } as never, now),
    )
    ids[slug] = dialogue.id
  }
  spare = await made('sluten', 40)
  await made('annan', 1)
  for (const slug of ['sluten', 'annan', 'oppen']) await grantedBy(openDialogue(stage.leader, { dialogueId: ids[slug] ?? '' }, now))
  question = (await pool().query('select id from participation_questions where dialogue_id = $1', [ids.sluten])).rows[0].id
})

let forms = 0
const newKey = () => `a-form-of-the-codes-test-${String(forms++).padStart(4, '0')}`
const codesIn = (html: string) => [...new Set(html.match(/\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\b/g))]
const workroom = (slug: string, form: Record<string, string>) => site.post(`/arbete/dialoger/${slug}/koder`, form, { cookie: leader })
const make = (slug: string, count: number, more: Record<string, string> = {}) =>
  workroom(slug, { act: 'make', unit: 'Hemtjänsten', count: String(count), expiresOn: addDays(now.day, 3), formKey: newKey(), ...more })
const made = async (slug: string, count: number, more = {}) => codesIn(await (await make(slug, count, more)).text())
const nextCode = () => spare.pop() ?? ''
const rows = async () =>
  Number(
    (
      await pool().query(
        'select (select count(*) from participation_responses) + (select count(*) from participation_statements) + (select count(*) from participation_codes where is_used) as n',
      )
    ).rows[0].n,
  )
const count = async (text: string) => Number((await pool().query('select count(*) from participation_statements where text = $1', [text])).rows[0].count)
const byForm = (code: string, text: string, submissionKey = newKey()) => site.post('/delta/sluten', { submissionKey, [question]: text }, { cookie: `samsyn_kod=${code}` })
const byApi = (code: unknown, text = 'Genom gränssnittet', slug = 'sluten') =>
  site.request(`/api/v1/dialogues/${slug}/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ answers: { tycker: [text] }, ...(code !== undefined && { code }) }),
  })

describe('a code answers once', () => {
  test('by its link, which leaves the code in no address (24)', async () => {
    const code = nextCode()
    const link = await site.get(`/k/${code}`)
    expect([link.status, link.headers.get('location')]).toEqual([302, '/delta/sluten'])
    expect(link.headers.get('referrer-policy')).toBe('same-origin')
    const cookie = link.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^samsyn_kod=.*Path=\/delta\/sluten; HttpOnly; SameSite=Lax/)
    const form = await site.get('/delta/sluten', { cookie: cookie.split(';')[0] ?? '' })
    const html = await form.text()
    expect([form.status, html.includes('Vad tycker du?'), html.includes(code)]).toEqual([200, true, false])
    const sent = await byForm(code, 'Genom länken')
    expect([sent.status, sent.headers.get('set-cookie')]).toEqual([200, expect.stringContaining('samsyn_kod=; Max-Age=0')])
    expect(await sent.text()).not.toContain(code)
  })
  test('14: a double click is one answer with one receipt, and the link opened again says that it is used', async () => {
    const [code, key] = [nextCode(), newKey()]
    const answers = await Promise.all([byForm(code, 'Två klick', key), byForm(code, 'Två klick', key), byForm(code, 'Två klick', key)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set((await Promise.all(answers.map((answer) => answer.text()))).map((html) => codesIn(html.replaceAll(/<\/?span[^>]*>/g, '')).join())).size).toBe(1)
    expect(await count('Två klick')).toBe(1)
    const again = await site.get('/delta/sluten', { cookie: `samsyn_kod=${code}` })
    const html = await again.text()
    expect([html.includes('Koden är redan använd'), html.includes('Vad tycker du?')]).toEqual([true, false])
  })
  test('twenty at once with one code are one answer', async () => {
    const code = nextCode()
    const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => (at % 2 ? byForm(code, 'Tjugo samtidigt') : byApi(code, 'Tjugo samtidigt'))))
    expect(await count('Tjugo samtidigt')).toBe(1)
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19)
  })
  test('two codes with one form, at once: one answer, and the other code is still good', async () => {
    const [one, two, key] = [nextCode(), nextCode(), newKey()]
    await Promise.all([byForm(one, 'Ett formulär', key), byForm(two, 'Ett formulär', key)])
    expect(await count('Ett formulär')).toBe(1)
    const answers = [await byForm(one, 'Sedan'), await byForm(two, 'Sedan')]
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
  test('a refused answer uses no code', async () => {
    const code = nextCode()
    const before = await rows()
    expect((await byForm(code, 'x'.repeat(2001))).status).toBe(422)
    expect(await rows()).toBe(before)
    expect((await byForm(code, 'Nu kortare')).status).toBe(200)
  })
  test('the database itself refuses a second use, a code made good again, and an answer without a code', async () => {
    await expect(pool().query('update participation_codes set is_used = true where is_used')).rejects.toThrow('used once')
    await expect(pool().query('update participation_codes set is_used = false where is_used')).rejects.toThrow('used once')
    await expect(pool().query("update participation_responses set id = id where source = 'code'")).resolves.toBeTruthy()
    await expect(
      pool().query(
        `insert into participation_responses (dialogue_id, group_id, received_on, source, receipt_hash, submission_hash, seal_salt)
         select id, group_id, opens_on, 'web', 'r', 's', 'x' from participation_dialogues where slug = 'sluten'`,
      ),
    ).rejects.toThrow('answers by code')
  })
})

describe('8: a code that can’t be used is refused in words, and leaves no trace', () => {
  const words: Record<string, [string, number]> = {
    missing: ['Skriv koden som du har fått', 403],
    mistyped: ['Koden är felskriven', 422],
    unknown: ['Koden finns inte i den här enkäten', 403],
    used: ['Koden är redan använd', 409],
    revoked: ['Koden gäller inte längre', 403],
    expired: ['Kodens sista dag har passerat', 403],
  }
  const codes: Record<string, unknown> = { null: null, missing: undefined, empty: '', mistyped: '0000-0000-0000-0000-1', short: 'ABC', unknown: '0000-0000-0000-0000-0' }
  beforeAll(async () => {
    codes.used = nextCode()
    await byApi(codes.used)
    codes.revoked = nextCode()
    expect((await workroom('sluten', { act: 'revoke', code: String(codes.revoked), reason: 'Brevet kom bort' })).status).toBe(200)
    codes.other = (await made('annan', 1))[0]
    codes.expired = (await made('sluten', 1, { unit: 'Gamla' }))[0]
    await pool().query('alter table participation_code_batches disable trigger user')
    await pool().query("update participation_code_batches set expires_on = expires_on - 10 where unit = 'Gamla'")
    await pool().query('alter table participation_code_batches enable trigger user')
  })
  test.each([
    ['null', 'missing'],
    ['missing', 'missing'],
    ['empty', 'missing'],
    ['mistyped', 'mistyped'],
    ['short', 'mistyped'],
    ['unknown', 'unknown'],
    ['other', 'unknown'],
    ['used', 'used'],
    ['revoked', 'revoked'],
    ['expired', 'expired'],
  ])('%s', async (which, problem) => {
    const [text, status] = words[problem] ?? ['', 0]
    const before = await rows()
    const answer = await byApi(codes[which])
    expect([answer.status, await answer.json()]).toEqual([status, expect.objectContaining({ type: `/api#code-${problem}`, title: expect.stringContaining(text) })])
    const typed = await site.post('/delta/sluten/kod', { kod: String(codes[which] ?? '') })
    expect([typed.status, (await typed.text()).includes(text)]).toEqual([422, true])
    const sent = await byForm(String(codes[which] ?? ''), 'Utan kod')
    expect(sent.status).toBeGreaterThanOrEqual(400)
    expect(await rows()).toBe(before)
  })
  test('a code of another dialogue is answered as one that was never made', async () => {
    const [other, unknown] = await Promise.all([byApi(codes.other), byApi(codes.unknown)])
    expect(await other.text()).toBe(await unknown.text())
    expect((await site.get('/k/0000-0000-0000-0000-0')).headers.get('location')).toBe('/k?fel')
  })
  test('but small letters, spaces and O for 0 are read as they were meant', async () => {
    const code = nextCode().toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')
    const typed = await site.post('/k', { kod: code })
    expect([typed.status, typed.headers.get('location')]).toEqual([302, '/delta/sluten'])
    expect((await byApi(code)).status).toBe(201)
  })
  test('7, 12: without a code nobody gets in, not by a class or a kiosk either', async () => {
    expect(await (await site.get('/delta/sluten')).text()).not.toContain('Vad tycker du?')
    for (const way of ['klass', 'kiosk']) expect((await site.post(`/delta/sluten/${way}`, { submissionKey: newKey(), [question]: 'x' })).status).toBe(404)
  })
})

describe('whose answer it was is nowhere', () => {
  test('24: the code is stored nowhere, in no table', async () => {
    const code = nextCode()
    await byForm(code, 'Ingen vet')
    const { rows: tables } = await pool().query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public'")
    for (const { name } of tables) expect((await pool().query(`select 1 from ${name} t where t::text like '%' || $1 || '%'`, [code])).rows, name).toEqual([])
  })
  test('12: a used code has no time and no number, and nothing of it is in the answer', async () => {
    const { rows: columns } = await pool().query<{ name: string }>("select column_name as name from information_schema.columns where table_name = 'participation_codes'")
    expect(columns.map(({ name }) => name).sort()).toEqual(['batch_id', 'code_hash', 'is_used'])
    const { rows: hashes } = await pool().query<{ code_hash: string; batch_id: string }>('select code_hash, batch_id from participation_codes')
    const { rows: answers } = await pool().query("select * from participation_responses where source = 'code'")
    const text = JSON.stringify(answers)
    expect(answers.length).toBeGreaterThan(3)
    for (const { code_hash, batch_id } of hashes) expect([text.includes(code_hash), text.includes(batch_id)]).toEqual([false, false])
  })
  test('of a small unit, or where few have answered, no figures are shown', async () => {
    await made('sluten', 3, { unit: 'Nattpatrullen' })
    const day = await made('sluten', 10, { unit: 'Dagpatrullen' })
    for (const code of day.slice(0, 5)) expect((await byApi(code)).status).toBe(201)
    await workroom('sluten', { act: 'revoke', code: day[5] ?? '', reason: 'Kom bort' })
    const html = (await (await site.get('/arbete/dialoger/sluten/koder', { cookie: leader })).text()).replaceAll('<!-- -->', '')
    const row = (unit: string) => new RegExp(`<tr>(?:(?!</tr>).)*${unit}.*?</tr>`, 's').exec(html)?.[0] ?? ''
    expect(row('Nattpatrullen').match(/visas inte/g)).toHaveLength(2)
    // Five have answered, and four are left to: one code was drawn in.
    expect(row('Dagpatrullen').match(/visas inte/g)).toHaveLength(2)
    const { rows: used } = await pool().query(
      "select count(*) from participation_codes c join participation_code_batches b on b.id = c.batch_id where is_used and unit = 'Hemtjänsten' and b.dialogue_id = $1",
      [ids.sluten],
    )
    expect(row('Hemtjänsten')).toContain(`>${used[0].count}<`)
  })
})

describe('25: whether a dialogue is closed to a group is settled when it opens', () => {
  test('and is said: the first page asks everybody only what everybody can answer, and whoever comes without a code reads which survey it is', async () => {
    expect(await (await site.get('/')).text()).toContain('href="/delta/oppen"')
    const listed = await (await site.get('/delta')).text()
    expect(listed.split('Bara för dig som har fått en kod')).toHaveLength(3)
    for (const path of ['/delta/sluten', '/delta/sluten/kod']) expect(await (await site.get(path)).text()).toContain('>sluten</span></p>')
    const read = async (slug: string) => (await (await site.get(`/arbete/dialoger/${slug}`, { cookie: leader })).text()).includes('Enkät för dem som har fått en kod')
    expect([await read('sluten'), await read('oppen')]).toEqual([true, false])
    const opened = async (slug: string) => (await (await site.get(`/arbete/dialoger/${slug}?gjort=oppnad`, { cookie: leader })).text()).replaceAll('<!-- -->', '')
    for (const [slug, next] of [
      ['sluten', 'Dela ut koderna.'],
      ['oppen', 'Berätta var man svarar: http'],
    ] as const)
      expect(await opened(slug)).toContain(next)
  })
  test('one that was opened for everybody stays so, also by the database', async () => {
    const refused = await make('oppen', 5)
    expect([refused.status, (await refused.text()).includes('kan inte slutas till en grupp')]).toEqual([409, true])
    await expect(
      pool().query(
        "insert into participation_code_batches (dialogue_id, unit, made, expires_on, made_by, made_at) select id, 'x', 1, closes_on, (select id from people_persons limit 1), now() from participation_dialogues where slug = 'oppen'",
      ),
    ).rejects.toThrow('not closed to a group afterwards')
    await expect(pool().query('delete from participation_code_batches')).rejects.toThrow()
  })
  test('the form sent twice gives the same codes, once', async () => {
    const formKey = newKey()
    const [first, second] = [await made('sluten', 4, { formKey, unit: 'Två gånger' }), await made('sluten', 4, { formKey, unit: 'Två gånger' })]
    expect([first.length, second]).toEqual([4, first])
    expect((await pool().query("select 1 from participation_code_batches where unit = 'Två gånger'")).rows).toHaveLength(1)
  })
  test.each([
    ['no number', { count: 'många' }],
    ['none', { count: '0' }],
    ['too many', { count: '5001' }],
    ['no unit', { unit: ' ' }],
    ['a day that has been', { expiresOn: addDays(now.day, -1) }],
    ['no key', { formKey: '' }],
  ])('%s is refused', async (_, more) => {
    const before = (await pool().query('select 1 from participation_codes')).rows.length
    expect((await make('sluten', 2, more)).status).toBeGreaterThanOrEqual(400)
    expect((await pool().query('select 1 from participation_codes')).rows.length).toBe(before)
  })
  test('only the process leader makes them', async () => {
    const analyst = await site.signIn('analyst@example.se')
    expect((await site.get('/arbete/dialoger/sluten/koder', { cookie: analyst })).status).toBe(403)
    expect((await site.post('/arbete/dialoger/sluten/koder', { act: 'make', unit: 'x', count: '1', expiresOn: now.day, formKey: newKey() }, { cookie: analyst })).status).toBe(403)
  })
})
