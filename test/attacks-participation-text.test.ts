import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import { addDays } from '#kernel/day'
import { readDelimited } from '../src/modules/participation/rules/delimited-text.ts'
import type { Stage } from '../src/modules/participation/stage-dialogue.ts'
import { byApi, choices, cookieIn, countRows, findScript, newKey, openSurvey, setStage } from './attacked-survey.ts'
import { receiptIn } from './receipt.ts'
import { useSite } from './site.ts'

const site = useSite()
const script = '<svg onload=alert(1)>"\'></title><script>alert(2)</script>$&$`'
const question = { key: 'tycker', kind: 'lines', maxLines: 5 }
let stage: Stage
let leader = ''
let ids: Record<string, string> = {}
const id = (key: string) => ids[key] ?? ''

beforeAll(async () => {
  stage = await setStage()
  leader = await site.signIn('process-leader@example.se')
  ids = (await openSurvey('orten')).ids
})
beforeEach(() => pool().query('delete from people_attempts'))
const work = (path: string, form: Record<string, string | string[]>) => site.post(`/arbete/dialoger${path}`, form, { cookie: leader })
const page = async (path: string, cookie = leader) => {
  const answer = await site.get(path, { cookie })
  expect(answer.status, path).toBeLessThan(400)
  return answer.text()
}
const decoded = (html: string) => html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')

test('the reading of the pages would see script', () => {
  for (const html of ['<p><svg onload=alert(1)></p>', '<script>x</script>', '<a href="javascript:x">x</a>', '<p title=""onclick="x">'])
    expect(findScript(html), html).not.toEqual([])
  expect(findScript('<p title="onload=x">&lt;svg onload=x&gt;</p>')).toEqual([])
})

describe('script is text,', () => {
  let begun = ''
  beforeAll(async () => {
    const group = await site.post('/arbete/grupper', { processId: stage.processId, key: 'skript', name: script.slice(0, 80), unit: 'persons', act: 'create' }, { cookie: leader })
    expect(group.status).toBeLessThan(400)
    const own = { title: script, information: script, promise: script, contact: script, legalBasis: script }
    const asked = [
      { ...question, wording: script, hint: script },
      { key: 'bor', kind: 'one', wording: 'Bor?', form: { choices: [{ key: 'ja', label: script, labelEnglish: null }, ...choices('Nej')], other: true } },
      { key: 'nojd', kind: 'scale', wording: 'Nöjd?', form: { leastLabel: script.slice(0, 60) } },
      { key: 'ar', kind: 'number', wording: 'År?', form: { unit: script.slice(0, 30) } },
    ]
    const made = await openSurvey('skript', { ...own, questions: asked })
    await openSurvey('skriptutkast', { ...own, questions: asked, opened: false })
    const sent = await site.post('/delta/skript', { submissionKey: newKey(), [made.ids.tycker ?? '']: script, [`${made.ids.bor}:annat`]: script, [made.ids.bor ?? '']: 'annat' })
    begun = await sent.text()
    expect(receiptIn(begun)).not.toBe('')
    const change = await site.get('/delta/skript', { cookie: cookieIn(await site.post('/folj', { code: receiptIn(begun), act: 'change' }), 'samsyn_svar') })
    begun += await change.text()
  })
  test('26: a name, a title, a question, a choice and what somebody answers, to those who answer and those who work here', async () => {
    const open = [
      '/delta',
      '/delta/skript',
      '/delta/skript/klass',
      '/delta/skript/klass?svara',
      '/delta/skript/kiosk?svara',
      '/delta/skript/sparas',
      '/delta/skript/besked',
      '/delta/skript/fortsatt',
    ]
    const inside = [
      '',
      '/skript',
      '/skript/siffror',
      '/skript/koder',
      '/skript/utlamning',
      '/skript/begaran',
      '/skript/gallring',
      '/skript/vilka-saknas',
      '/skript/papper',
      '/skript/fragor/tycker/ratta',
      '/skriptutkast',
      '/skriptutkast/andra',
      '/skriptutkast/forhandsvisa',
      '/skriptutkast/fragor/tycker',
      '/skriptutkast/fragor/tycker/villkor',
      '/skriptutkast/fragor/tycker/ta-bort',
      '/ny',
    ]
    let held = 0
    for (const path of [...open, ...inside.map((each) => `/arbete/dialoger${each}`), '/arbete/granska', '/arbete/grupper'])
      for (const language of ['sv', 'en']) {
        const html = await page(path, `${leader}; sprak=${language}`)
        expect(findScript(html), path).toEqual([])
        if (decoded(html).includes('<svg onload=alert(1)>')) held++
      }
    expect(held).toBeGreaterThan(25)
    expect(findScript(begun)).toEqual([])
    expect(decoded(begun)).toContain(script)
  })
  test('27: nor does it name a file: an address that would is refused, and what is sent is called by the address', async () => {
    const before = await countRows()
    const process = {
      processId: stage.processId,
      stepId: stage.stepId,
      groupId: stage.residents,
      kind: 'survey',
      opensOn: presentMoment().day,
      closesOn: addDays(presentMoment().day, 3),
    }
    for (const slug of ['x"; filename=ond.exe', '../../ond', 'a\r\nset-cookie: x=y', script, 'å', 'ny', 'forhandsvisning'])
      expect((await work('/ny', { ...process, title: 'Ond', slug })).headers.get('location') ?? '', slug).toMatch(/^$|^\/arbete\/dialoger\/[a-z0-9-]+$/)
    expect((await work('/skript/utlamning/fil', { format: 'json' })).headers.get('content-disposition')).toBe(`attachment; filename="skript-svar-${presentMoment().day}.zip"`)
    const xls = await site.get('/arbete/dialoger/skript/xlsform', { cookie: leader })
    expect(xls.headers.get('content-disposition')).toMatch(/^attachment; filename="skript[\w.-]*"$/)
    expect((await countRows()).participation_responses).toBe(before.participation_responses)
  })
  test('28: in the trail, where the reason of an act is read', async () => {
    await openSurvey('stangs')
    expect((await work('/stangs', { act: 'close', reason: script })).status).toBe(302)
    const html = await page('/arbete/handelser', await site.signIn('auditor@example.se'))
    expect([findScript(html), decoded(html).includes(script)]).toEqual([[], true])
    const told = await page('/delta/stangs', '')
    expect([findScript(told), decoded(told).includes(script)]).toEqual([[], true])
  })
  test('29: in what an address filters by', async () => {
    for (const name of ['sida', 'per_page', 'lage', 'dialog', 'grupp', 'plats', 'del', 'sparat', 'format', 'saknas', 'person', 'sort', 'mall'])
      for (const path of [
        '/arbete/granska',
        '/arbete/lasning',
        '/delta/orten',
        '/delta/orten/svar',
        '/arbete/dialoger/orten/utlamning',
        '/arbete/dialoger/ny',
        '/arbete/dialoger/skriptutkast/fragor/ny',
        '/api/v1/dialogues',
        '/k',
      ]) {
        const answer = await site.get(`${path}?${name}=${encodeURIComponent(script)}`, { cookie: leader })
        expect(answer.status, path).toBeLessThan(500)
        // What is no page is not read as one.
        if (answer.headers.get('content-type')?.startsWith('application/json')) expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
        else expect(findScript(await answer.text()), `${path} ${name}`).toEqual([])
      }
  })
  test('30: in the two versions of a text that somebody else has changed', async () => {
    const form = { wording: `${script} mitt`, kind: 'lines', maxLines: '3', basis: 'en annan' }
    const stale = await work('/skriptutkast/fragor/tycker', form)
    const html = await stale.text()
    expect([stale.status, findScript(html), decoded(html).includes(`${script} mitt`)]).toEqual([409, [], true])
  })
  test('31: in a text that was made into HTML on the way', async () => {
    const rich = '<b style="position:fixed">Fet</b><img src=x onerror=alert(1)><a href="javascript:alert(1)">länk</a>'
    const sent = await site.post('/delta/orten', { submissionKey: newKey(), [id('bor')]: 'ja', [id('fritt')]: rich }, { 'content-type': 'application/x-www-form-urlencoded' })
    const html = await sent.text()
    expect([findScript(html), decoded(html).includes(rich), html.includes('<b style')]).toEqual([[], true, false])
    expect((await pool().query('select text from participation_statements where text like $1', ['<b style%'])).rows).toEqual([{ text: rich }])
  })
  test('36: in what a table that can’t be read is refused with', async () => {
    const before = await countRows()
    const refused = await site.post(
      '/arbete/befolkning',
      { step: 'look', text: `plats;ålder;kön;antal\n${script};16–24;kvinnor;${script}\n`, source: script, countedOn: '2026-01-01' },
      { cookie: leader },
    )
    const html = await refused.text()
    expect([refused.status, findScript(html), decoded(html).includes('<svg')]).toEqual([422, [], true])
    expect(await countRows()).toEqual(before)
  })
  test('37: in a letter, and nothing in it is put in place of anything else', async () => {
    await pool().query('delete from people_mails')
    expect((await site.post('/delta/skript/besked', { email: 'nagon@example.se', tellings: ['read'] })).status).toBe(200)
    const { rows } = await pool().query<{ subject: string; body: string }>('select subject, body from people_mails')
    expect(rows).toHaveLength(1)
    expect(rows[0]?.body).toContain(script)
    expect(rows[0]?.subject).not.toMatch(/[\r\n]/)
    // Nor in the question that comes after: what was answered is put into no other text.
    for (const text of ['$&', '$`', "$'", '$1', '{{bor}}', `$\{bor}`, '%s', '\ue000term\ue001']) {
      const html = decoded(await (await site.post('/delta/orten', { submissionKey: newKey(), [id('bor')]: 'ja', [id('fritt')]: `före ${text} efter` })).text())
      if (!/[\ue000-\uf8ff]/.test(text)) expect(html, text).toContain(`före ${text} efter`)
    }
  })
})

test('39: no cell, heading or name of a file is reckoned by a spreadsheet, and what was written is whole', async () => {
  const starts = [
    '=1+1',
    '+1',
    '-1+2',
    '@SUM(A1)',
    ' =1',
    '"=1',
    "'=1",
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    '\u00a0=1',
    '\u200b=1',
    '|=cmd',
    '%=1',
    '=HYPERLINK("http://ond.example";"x")',
  ]
  const asked = [
    { ...question, wording: '=1+1 Vad tycker du?' },
    { key: 'bor', kind: 'one', wording: '@Bor du?', form: { choices: [{ key: 'a', label: '=cmd|x', labelEnglish: null }, ...choices('Nej')], other: true } },
  ]
  await openSurvey('formler', { questions: asked, title: '=1+1' })
  for (const text of starts) expect((await byApi(site, 'formler', { answers: { tycker: [text], bor: { chosen: 'annat', other: text } } })).status, text).toBe(201)
  expect((await byApi(site, 'formler', { answers: { tycker: ['Ring\t=1', 'rad'] } })).status).toBeLessThan(500)
  const reckoned = /^[\s"\u00a0\u200b-\u200f\ufeff]*[=+\-@＝＋－＠−]|^[\t\r\n]/
  for (const format of ['people', 'machine']) {
    const answer = await work('/formler/utlamning/fil', { format, texts: 'raw', reason: 'Provas' })
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
    const cells = Object.values(files).flatMap((bytes) => readDelimited(strFromU8(bytes).replace('\ufeff', '')).flatMap((row) => row.cells))
    expect(cells.length).toBeGreaterThan(40)
    expect(cells.filter((cell) => reckoned.test(cell) && !/^-?\d+([.,]\d+)?$/.test(cell))).toEqual([])
    for (const text of ['1+1', 'HYPERLINK']) expect(cells.some((cell) => cell.includes(text))).toBe(true)
    for (const name of Object.keys(files)) expect(name).toMatch(/^[a-z][\w.-]*$/)
  }
  const book = unzipSync(new Uint8Array(await (await work('/formler/utlamning/fil', { format: 'xlsx', texts: 'raw', reason: 'Provas' })).arrayBuffer()))
  for (const [name, bytes] of Object.entries(book)) expect(strFromU8(bytes), name).not.toMatch(/<f[ >]|<c [^>]*t="(?:str|e)"/)
})

describe('53: text', () => {
  const both = async (text: string) => [
    await site.post('/delta/orten', { submissionKey: newKey(), [id('bor')]: 'ja', [id('tycker')]: text }),
    await byApi(site, 'orten', JSON.stringify({ answers: { bor: 'ja', tycker: [text] } })),
  ]
  const stored = async (text: string) => (await pool().query<{ text: string }>('select text from participation_statements where text = $1', [text])).rows.length
  test.each([
    ['marks that turn the line', 'bra \u202eblorts\u202c'],
    ['joiners and skin tones', '👩🏽‍🚒 👨‍👩‍👧‍👦'],
    ['joiners inside words', 'می\u200cخواهم'],
    ['a sign outside the first plane', '𐍈 och 𝄞'],
  ])('with %s is kept as it was written, and shown so', async (_, text) => {
    const [form, api] = await both(text)
    expect([form?.status, api?.status, await stored(text)]).toEqual([200, 201, 2])
    expect(await form?.text()).toContain(text)
  })
  test.each([
    ['NUL', 'bad\u0000hus'],
    ['a control character', 'bad\u001b[2Jhus'],
    ['a word of ten thousand letters', 'å'.repeat(10_000)],
  ])('with %s is refused by both doors with what was written kept', async (_, text) => {
    const before = await countRows()
    const [form, api] = await both(text)
    expect([form?.status, api?.status]).toEqual([422, 422])
    expect(await form?.text()).toContain('name="submissionKey"')
    expect(await countRows()).toEqual(before)
  })
  test('with half a character, or bytes that are no text, is refused', async () => {
    const before = await countRows()
    for (const half of ['\\ud800', '\\udc00x', 'x\\ud83d']) expect((await byApi(site, 'orten', `{"answers":{"bor":"ja","tycker":["${half}"]}}`)).status).toBe(422)
    for (const bytes of ['%ff%fe', '%c3%28', '%ed%a0%80'])
      expect((await site.post('/delta/orten', `submissionKey=${newKey()}&${id('bor')}=ja&${id('tycker')}=${bytes}`)).status).toBeGreaterThanOrEqual(400)
    expect(await countRows()).toEqual(before)
  })
  test('of nothing but spaces and signs that aren’t seen is no answer', async () => {
    for (const text of [' ', '\t\u00a0\u3000', '\u200b\u2060\ufeff']) await both(text)
    expect((await pool().query("select text from participation_statements where text !~ '[^[:space:]]' or text ~ '^[\u200b\u2060\ufeff]*$'")).rows).toEqual([])
  })
  test('with å composed and decomposed groups as one, and is kept as each was written', async () => {
    await both('Mer ljus på Ålids')
    await both('MER LJUS PÅ A\u030aLIDS')
    const { rows } = await pool().query<{ text: string; grouping: string }>("select distinct text, grouping from participation_statements where lower(text) like 'mer ljus%'")
    expect([rows.length, new Set(rows.map(({ grouping }) => grouping)).size]).toEqual([2, 1])
  })
})
