import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import { addDays } from '#kernel/day'
import { askedInParts, byApi, cookieIn, countRows, newKey, openSurvey, setStage } from './attacked-survey.ts'
import { keyIn, receiptIn } from './receipt.ts'
import { useSite } from './site.ts'
import { tablesThatHold } from './tables-that-hold.ts'

const site = useSite()
let leader = ''
let ids: Record<string, string> = {}
let long: Record<string, string> = {}
let code = ''
const id = (key: string) => ids[key] ?? ''
const part = (key: string) => long[key] ?? ''

beforeAll(async () => {
  await setStage()
  leader = await site.signIn('process-leader@example.se')
  ids = (await openSurvey('orten')).ids
  long = (await openSurvey('lang', { questions: askedInParts })).ids
  await openSurvey('gruppen', { opened: false })
  const made = await site.post(
    '/arbete/dialoger/gruppen/koder',
    { act: 'make', unit: 'Hemtjänsten', count: '2', expiresOn: addDays(presentMoment().day, 3), formKey: newKey() },
    { cookie: leader },
  )
  code = /\b(?:[0-9A-Z]{4}-){4}[0-9A-Z]\b/.exec(await made.text())?.[0] ?? ''
  await site.post('/arbete/dialoger/gruppen', { act: 'open' }, { cookie: leader })
})
beforeEach(() => pool().query('delete from people_attempts'))

const stored = async (text: string) => Number((await pool().query('select count(*) from participation_statements where text = $1', [text])).rows[0].count)
const answers = async () => Number((await pool().query('select count(*) from participation_responses')).rows[0].count)
const send = async (submissionKey: string, text: string, headers = {}, more = {}) =>
  (await site.post('/delta/orten', { submissionKey, [id('bor')]: 'ja', [id('tycker')]: text, ...more }, headers)).text()
const follow = (receipt: string, act = '') => site.post('/folj', { code: receipt, ...(act && { act }) })

describe('14: one who sends is stored once', () => {
  test('by a double click, and by Enter and a click, all at the same instant', async () => {
    const submissionKey = newKey()
    const pages = await Promise.all([{ act: 'send' }, { act: 'send' }, {}, {}, { act: 'send' }].map((more) => send(submissionKey, 'Två tryck', {}, more)))
    expect([new Set(pages.map(receiptIn)).size, await stored('Två tryck')]).toEqual([1, 1])
  })
  test('by the link of a letter that is opened again after it was used', async () => {
    expect((await byApi(site, 'gruppen', { answers: { bor: 'ja' }, code })).status).toBe(201)
    const before = await countRows()
    const link = await site.get(`/k/${code}`)
    const page = await (await site.get(link.headers.get('location') ?? '', { cookie: cookieIn(link, 'samsyn_kod') })).text()
    expect([page.includes('Koden är redan använd'), page.includes('Bor du här?')]).toEqual([true, false])
    expect(await countRows()).toEqual(before)
  })
})

describe('15: what a browser sends again', () => {
  test('is no new answer when the answer has been changed since, and its words are there to see', async () => {
    const submissionKey = newKey()
    const receipt = receiptIn(await send(submissionKey, 'Först skrivet'))
    const cookie = cookieIn(await follow(receipt, 'change'), 'samsyn_svar')
    expect(receiptIn(await send(keyIn(await (await site.get('/delta/orten', { cookie })).text()), 'Sedan skrivet', { cookie }))).toBe(receipt)
    const before = await countRows()
    const again = await site.post('/delta/orten', { submissionKey, [id('bor')]: 'ja', [id('tycker')]: 'Först skrivet' })
    const page = await again.text()
    expect([again.status, page.includes('Formuläret är redan skickat'), page.includes('value="Först skrivet"')]).toEqual([409, true, true])
    expect(await countRows()).toEqual(before)
    expect([await stored('Först skrivet'), await stored('Sedan skrivet')]).toEqual([0, 1])
    // Somebody else at the same browser gets a form of their own.
    expect(keyIn(page)).not.toBe(submissionKey)
  })
  test('is no answer at all when the answer has been taken back, by the interface either', async () => {
    const submissionKey = newKey()
    const receipt = receiptIn(await send(submissionKey, 'Ångrat'))
    expect((await follow(receipt, 'withdraw')).status).toBe(200)
    const before = await countRows()
    expect(await send(submissionKey, 'Ångrat')).toContain('Formuläret är redan skickat')
    const told = await byApi(site, 'orten', { answers: { bor: 'ja', tycker: ['Ångrat'] } }, { 'idempotency-key': submissionKey })
    expect([told.status, await told.json()]).toEqual([409, expect.objectContaining({ type: '/api#erased' })])
    expect(await countRows()).toEqual(before)
    expect(await tablesThatHold('Ångrat')).toEqual([])
  })
  test('after the way back of a change was lost has no other receipt than the one that opens it', async () => {
    const receipt = receiptIn(await send(newKey(), 'Före ändringen'))
    const cookie = cookieIn(await follow(receipt, 'change'), 'samsyn_svar')
    const submissionKey = keyIn(await (await site.get('/delta/orten', { cookie })).text())
    await send(submissionKey, 'Efter ändringen', { cookie })
    const again = await send(submissionKey, 'Efter ändringen', { cookie })
    expect([receiptIn(again), again.includes('Kvittokoden som du ändrade med gäller fortfarande'), again.includes('Efter ändringen')]).toEqual(['', true, true])
    expect(await (await follow(receipt)).text()).toContain('Efter ändringen')
    expect(await stored('Efter ändringen')).toBe(1)
  })
  test('from two tabs is two answers only if two forms were opened', async () => {
    const before = await answers()
    const [one, other] = await Promise.all([site.get('/delta/orten'), site.get('/delta/orten')])
    const keys = [keyIn(await one.text()), keyIn(await other.text())]
    expect(keys[0]).not.toBe(keys[1])
    await Promise.all([...keys, ...keys].map((key) => send(key ?? '', 'Två flikar')))
    expect(await answers()).toBe(before + 2)
  })
  test('eight hours later, or after the begun answer has been forgotten, is taken with what was written', async () => {
    const page = await (await site.get('/delta/lang')).text()
    process.env.SAMSYN_NOW = new Date(Date.now() + 8 * 3_600_000).toISOString()
    try {
      const later = await site.post(
        '/delta/lang',
        { submissionKey: keyIn(page), del: '1', act: 'next', [part('bor')]: 'nej', [part('tycker')]: 'Åtta timmar' },
        { cookie: 'samsyn_svar=0000-0000-0000-0000-0' },
      )
      expect([later.status, later.headers.get('location')]).toEqual([302, '/delta/lang?del=3'])
      expect(await (await site.get('/delta/lang', { cookie: cookieIn(later, 'samsyn_svar') })).text()).toContain('value="Åtta timmar"')
    } finally {
      delete process.env.SAMSYN_NOW
    }
  })
  test('by somebody whose session has ended leads to the sign-in, and does nothing', async () => {
    const before = await countRows()
    const sent = await site.post('/arbete/dialoger/orten', { act: 'close', reason: 'x' }, { cookie: 'samsyn.session_token=slut' })
    expect([sent.status, sent.headers.get('location')]).toEqual([302, expect.stringMatching(/^\/logga-in\?till=/)])
    expect(await countRows()).toEqual(before)
  })
})

describe('16: what nobody was asked', () => {
  const begin = (bor: string, more = {}) => site.post('/delta/lang', { submissionKey: newKey(), del: '1', act: 'next', [part('bor')]: bor, ...more })
  test('is not stored though it is sent: a part that the answers hide', async () => {
    const cookie = cookieIn(await begin('nej'), 'samsyn_svar')
    const sent = await site.post('/delta/lang', { submissionKey: 'x', del: '3', act: 'send', [part('sist')]: 'Bara det sista', [part('sedan')]: 'ja' }, { cookie })
    expect(sent.status).toBe(200)
    const { rows } = await pool().query("select answers from participation_responses r join participation_statements s on s.response_id = r.id where s.text = 'Bara det sista'")
    expect(rows).toEqual([{ answers: { bor: 'nej' } }])
    const before = await countRows()
    expect(await (await byApi(site, 'lang', { answers: { bor: 'nej', sedan: 'ja' } })).json()).toMatchObject({ type: '/api#not-asked' })
    expect(await countRows()).toEqual(before)
  })
  test('unknown options, too many of them, a missing answer and a megabyte are refused, and what was written stays on the page', async () => {
    const before = await countRows()
    for (const lines of [{ [id('bor')]: 'ja; drop' }, { [id('bor')]: 'ja', [id('gillar')]: ['skog', 'sjo', 'berg'] }, { [id('nojd')]: '3' }]) {
      const sent = await site.post('/delta/orten', { submissionKey: newKey(), [id('tycker')]: 'Det jag skrev', ...lines })
      expect([sent.status, (await sent.text()).includes('value="Det jag skrev"')]).toEqual([422, true])
    }
    for (const body of [{ [id('bor')]: 'ja', [id('fritt')]: 'x'.repeat(1_048_576) }])
      expect((await site.post('/delta/orten', { submissionKey: newKey(), ...body })).status).toBe(413)
    expect((await byApi(site, 'orten', { answers: { bor: 'ja', fritt: 'x'.repeat(1_048_576) } })).status).toBe(413)
    expect((await begin('ja', { [part('tycker')]: 'x'.repeat(1_048_576) })).status).toBe(413)
    expect(await countRows()).toEqual(before)
  })
})

describe('17: two people never share an answer:', () => {
  test.each(['', ' ', 'null', 'undefined', '0', '\t'.repeat(24), '\u200b'.repeat(24), ' '.repeat(24), '00000000-0000-0000-0000'])(
    'a blank key %j is nobody’s, by any door',
    async (key) => {
      const before = await countRows()
      const ways = ['/delta/orten', '/delta/orten/klass', '/delta/orten/kiosk']
      const isKey = /^[\w-]{22,64}$/.test(key)
      for (const way of isKey ? [] : ways) expect((await site.post(way, { submissionKey: key, [id('bor')]: 'ja' })).status, way).toBe(422)
      // A header has no characters but those of ISO 8859-1, and none around it.
      if (!isKey && /^[ -~]*$/.test(key)) expect((await byApi(site, 'orten', { answers: { bor: 'ja' } }, { 'idempotency-key': `${key}.` })).status).toBe(400)
      expect(await countRows()).toEqual(before)
    },
  )
  test('the same words, and the same key at another survey, are another’s', async () => {
    const submissionKey = newKey()
    const one = await byApi(site, 'orten', { answers: { bor: 'ja' } }, { 'idempotency-key': submissionKey })
    const other = await byApi(site, 'lang', { answers: { bor: 'ja' } }, { 'idempotency-key': submissionKey })
    const third = await byApi(site, 'orten', { answers: { bor: 'ja' } })
    expect([one.status, other.status, third.status]).toEqual([201, 201, 201])
    expect(new Set(await Promise.all([one, other, third].map(async (each) => ((await each.json()) as { receipt: string }).receipt))).size).toBe(3)
  })
})

test('20: no page sends a form by itself: fields in an address, a link that is fetched and a page that is drawn again store nothing', async () => {
  const before = await countRows()
  for (const path of [
    `/delta/orten?submissionKey=${newKey()}&act=send&${id('bor')}=ja`,
    `/delta/orten/klass?svara&submissionKey=${newKey()}&${id('bor')}=ja`,
    `/delta/lang?del=2&act=next&${part('bor')}=ja`,
    `/api/v1/dialogues/orten/answers?answers=%7B%22bor%22%3A%22ja%22%7D`,
    `/k/${code}`,
  ])
    for (const method of ['GET', 'HEAD', 'OPTIONS']) expect((await site.request(path, { method })).status, path).toBeLessThan(500)
  for (const path of ['/delta/orten', '/delta/lang', '/delta/orten/klass?svara', '/delta/orten/kiosk?svara']) {
    const page = await (await site.get(path)).text()
    expect(page).not.toMatch(/http-equiv="refresh"|\son(?:load|change|input)=|autofocus/i)
    expect(page.match(/<form[^>]*method="get"/gi)).toBeNull()
  }
  expect(await countRows()).toEqual(before)
})

describe('55: one begun answer on two devices', () => {
  const first = (lines: Record<string, string>, cookie = '') =>
    site.post('/delta/lang', { submissionKey: newKey(), del: '1', act: 'next', [part('bor')]: 'nej', ...lines }, { cookie })
  test('that is sent from the one is not begun anew by the other, whose page is older', async () => {
    const cookie = cookieIn(await first({ [part('tycker')]: 'På två apparater' }), 'samsyn_svar')
    const [here, there] = await Promise.all([site.get('/delta/lang?del=3', { cookie }), site.get('/delta/lang?del=1', { cookie })])
    const [submissionKey, older] = [keyIn(await here.text()), keyIn(await there.text())]
    const receipt = receiptIn(await (await site.post('/delta/lang', { submissionKey, del: '3', act: 'send', [part('sist')]: 'Klart' }, { cookie })).text())
    const before = await countRows()
    for (const act of ['next', 'save', 'send'])
      expect(
        receiptIn(await (await site.post('/delta/lang', { submissionKey: older, del: '1', act, [part('bor')]: 'nej', [part('tycker')]: 'På två apparater' }, { cookie })).text()),
        act,
      ).toBe(receipt)
    expect(await countRows()).toEqual(before)
  })
  test('that is saved out of order has what was saved last in each part, and a device’s clock says nothing', async () => {
    const cookie = cookieIn(await first({ [part('tycker')]: 'Skrivet sist' }), 'samsyn_svar')
    const in2019 = { cookie, date: 'Tue, 01 Jan 2019 00:00:00 GMT' }
    await site.post('/delta/lang', { submissionKey: 'x', del: '3', act: 'save', [part('sist')]: 'Ett' }, in2019)
    await site.post('/delta/lang', { submissionKey: 'x', del: '1', act: 'save', [part('bor')]: 'nej', [part('tycker')]: 'Rättat sedan' }, in2019)
    await (await site.post('/delta/lang', { submissionKey: 'x', del: '3', act: 'send', [part('sist')]: 'Ett' }, in2019)).text()
    expect([await stored('Skrivet sist'), await stored('Rättat sedan')]).toEqual([0, 1])
    const { rows } = await pool().query(
      "select received_on::text as day from participation_responses r join participation_statements s on s.response_id = r.id where s.text = 'Rättat sedan'",
    )
    expect(rows).toEqual([{ day: presentMoment().day }])
  })
  test('a last part that comes before the first is refused with what must be answered, and nothing is stored', async () => {
    const before = await countRows()
    expect((await site.post('/delta/lang', { submissionKey: newKey(), del: '3', act: 'send', [part('sist')]: 'Först' })).status).toBe(422)
    expect(await countRows()).toEqual(before)
  })
})
