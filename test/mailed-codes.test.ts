import { getTableColumns } from 'drizzle-orm'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { pool } from '#db/database.server'
import { addDays } from '#kernel/day'
import { formatDay } from '#ui/format'
import { mixCodes } from '../src/modules/participation/mix-codes.ts'
import { storedOfAnswer } from '../src/modules/participation/rules/stored-of-answer.ts'
import { storedWords } from '../src/modules/participation/stored-words.ts'
import { codeHolders } from '../src/modules/participation/tables.ts'
import { codeIn, today, useMailing } from './mailing.ts'
import { tablesThatHold } from './tables-that-hold.ts'

const { site, on, page, workroom, draft, open, mail, letters, mailsTo } = useMailing()
const holders = async (id: string) => (await pool().query('select * from participation_code_holders where dialogue_id = $1', [id])).rows
const plain = (html: string) => html.replaceAll('<!-- -->', '')
const pageOf = async (slug: string) => plain(await (await site.get(page(slug), { cookie: on.leader })).text())
let forms = 0
const answer = (slug: string, code: string, text = 'Ett svar') =>
  site.request(`/api/v1/dialogues/${slug}/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `a-form-of-mailed-codes-${forms++}` },
    body: JSON.stringify({ answers: { tycker: [text] }, code }),
  })
const rows = async () =>
  (
    await pool().query(
      'select (select count(*) from participation_code_holders)::int + (select count(*) from participation_codes)::int + (select count(*) from people_mails)::int as n',
    )
  ).rows[0].n

describe('addresses are taken in', () => {
  let id = ''
  beforeAll(async () => {
    id = await draft('adresser')
  })
  test('line by line: what can’t be used is told with the reason and kept to be mended, the rest is sealed', async () => {
    const taken = await mail('adresser', 'anna@kommunen.example\nBo Ek\nANNA@kommunen.example\nbo@kommunen.example;Skolan\nc@kommunen.example;d@kommunen.example')
    const html = plain(await taken.text())
    expect(taken.status).toBe(200)
    for (const said of ['Hemtjänsten: 1 nya adresser', 'Skolan: 1 nya adresser', '1 stod mer än en gång', 'Rad 2: det står ingen e-postadress', 'Rad 5: det står flera adresser'])
      expect(html).toContain(said)
    expect(html).toContain('Bo Ek\nc@kommunen.example;d@kommunen.example</textarea>')
    expect(html).not.toContain('anna@')
    expect(await holders(id)).toHaveLength(2)
    for (const text of ['anna@kommunen', 'bo@kommunen']) expect(await tablesThatHold(text)).toEqual([])
  })
  test('the same again, also at once and in another unit, is the same holder and no new code', async () => {
    const before = await rows()
    const again = await Promise.all([1, 2, 3].map(() => mail('adresser', 'anna@kommunen.example\neva@kommunen.example', { unit: 'Annan' })))
    expect((await Promise.all(again.map((one) => one.text()))).every((html) => plain(html).includes('fanns redan'))).toBe(true)
    expect(await rows()).toBe(before + 2)
  })
  test('from a file too, and one that is no text is said so', async () => {
    const send = (bytes: Uint8Array<ArrayBuffer>) => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ act: 'mail', addresses: '', unit: '', expiresOn: addDays(today, 3), remindEvery: '7', remindAtMost: '0' })) form.set(name, value)
      form.set('file', new File([bytes], 'adresser.csv', { type: 'text/csv' }))
      return site.request(page('adresser'), { method: 'POST', body: form, headers: { cookie: on.leader, origin: 'http://127.0.0.1', host: '127.0.0.1' } })
    }
    expect(plain(await (await send(new TextEncoder().encode('\ufeffE-post;Enhet\r\nfil@kommunen.example;Förskolan\r\n'))).text())).toContain('Förskolan: 1 nya adresser')
    const before = await rows()
    const unread = await send(new Uint8Array([0x61, 0xe5, 0xff]))
    expect([unread.status, (await unread.text()).includes('går inte att läsa som text')]).toEqual([409, true])
    expect(await rows()).toBe(before)
  })
  test.each([
    ['nothing', { addresses: ' ' }],
    ['no address in it', { addresses: 'Bo Ek\nEva Ek' }],
    ['no unit', { unit: '' }],
    ['a day that has been', { expiresOn: addDays(today, -1) }],
    ['no day', { expiresOn: 'snart' }],
    ['reminders without end', { remindAtMost: '6' }],
    ['reminders every minute', { remindEvery: '0' }],
    ['a NUL', { addresses: 'x@kommunen.example\u0000' }],
  ])('%s is refused, with what was written, and nothing is stored', async (_, more) => {
    const before = await rows()
    const refused = await mail('adresser', 'ny@kommunen.example', more as Record<string, string>)
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(await refused.text()).toContain((more as { addresses?: string }).addresses?.includes('Bo Ek') ? 'Rad 1: ' : 'id="fel"')
    expect(await rows()).toBe(before)
  })
  test('only by the process leader, and not for a dialogue that is open to all', async () => {
    const analyst = await site.signIn('analyst@example.se')
    expect((await site.get(page('adresser'), { cookie: analyst })).status).toBe(403)
    expect((await site.post(page('adresser'), { act: 'mail', addresses: 'x@kommunen.example' }, { cookie: analyst })).status).toBe(403)
    await open(await draft('for-alla'))
    expect((await mail('for-alla', 'x@kommunen.example')).status).toBe(409)
    expect((await site.get(page('finns-inte'), { cookie: on.leader })).status).toBe(404)
    expect((await workroom('adresser', { act: 'annat' })).status).toBe(404)
  })
})

describe('a letter with a code', () => {
  let id = ''
  beforeAll(async () => {
    id = await draft('brev', {
      title: 'Hur mår du?\r\nBcc: alla@kommunen.example',
      titleEnglish: 'How are you?',
      informationEnglish: 'x',
      promiseEnglish: 'x',
      questions: [{ key: 'tycker', kind: 'lines', wording: 'Hur?', wordingEnglish: 'How?' }],
    })
    await mail('brev', Array.from({ length: 12 }, (_, at) => `bud${at}@kommunen.example`).join('\n'), { unit: 'Buden\r\nBcc: alla@kommunen.example' })
  })
  test('waits until the dialogue is open, and goes then once, however many look at once', async () => {
    expect(await letters()).toBe(0)
    await open(id)
    const queued = await Promise.all([letters(), letters(), letters()])
    expect(queued.reduce((sum, one) => sum + one)).toBe(12)
    expect(await letters()).toBe(0)
    expect(on.server.taken).toHaveLength(12)
    expect(new Set(on.server.taken.map(({ recipient }) => recipient)).size).toBe(12)
  })
  test('has a link of its own, in Swedish and in English, as text and as a page', () => {
    const text = mailsTo('bud0@kommunen.example')[0] ?? ''
    expect(text).toContain('Du är en av dem som Provinge frågar i ”Hur mår du? Bcc: alla@kommunen.example”')
    expect(text).toContain('You are one of those whom Provinge asks in “How are you?”')
    expect(on.server.taken[0]?.source).toContain('Content-Type: text/html; charset=utf-8')
    const codes = on.server.taken.map(({ recipient }) => codeIn(mailsTo(recipient)[0]))
    expect([codes.every(Boolean), new Set(codes).size]).toEqual([true, 12])
  })
  test('says until what time on the last day, of the code or of the dialogue', async () => {
    const text = mailsTo('bud0@kommunen.example')[0] ?? ''
    expect(text).toContain(`svara till och med ${formatDay(addDays(today, 30))} klockan 24.00.`)
    expect(text).toContain(`You can answer until ${formatDay(addDays(today, 30), 'en')} at 24:00.`)
    const early = await draft('tidigt', { closesOn: addDays(today, 3), closesTime: '16:30' })
    await mail('tidigt', 'tid@kommunen.example', { expiresOn: addDays(today, 3) })
    await open(early)
    await letters()
    expect(mailsTo('tid@kommunen.example')[0]).toContain(`svara till och med ${formatDay(addDays(today, 3))} klockan 16.30.`)
  })
  test('37: carries no heading of anybody else’s', () => {
    expect(on.server.taken.filter(({ source }) => /^(Bcc|Cc):/im.test(source.split('\r\n\r\n')[0] ?? ''))).toEqual([])
    expect(on.server.taken.filter(({ recipient }) => recipient.startsWith('alla'))).toEqual([])
  })
  test('24: when it has gone, neither the address nor the code is in any table, on any page or in a log', async () => {
    const log = [vi.spyOn(console, 'error'), vi.spyOn(console, 'log')]
    const code = codeIn(mailsTo('bud1@kommunen.example')[0])
    expect((await site.get(`/k/${code}`)).headers.get('location')).toBe('/delta/brev')
    expect((await answer('brev', code)).status).toBe(201)
    for (const text of ['bud1@kommunen', code]) {
      expect(await tablesThatHold(text)).toEqual([])
      for (const path of [page('brev'), '/arbete/dialoger/brev/koder', '/arbete/dialoger/brev', '/demo/utkorg', '/arbete/post']) {
        expect(await (await site.get(path, { cookie: on.leader })).text(), path).not.toContain(text)
      }
      expect(log.flatMap((spy) => spy.mock.calls.flat()).join()).not.toContain(text)
    }
    for (const spy of log) spy.mockRestore()
  })
  test('answers once, of twenty that try at once too', async () => {
    const code = codeIn(mailsTo('bud2@kommunen.example')[0])
    const statuses = (await Promise.all(Array.from({ length: 20 }, () => answer('brev', code)))).map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(19)
  })
  test('12: whose answer it was can’t be told by the marks of the database either, when the codes have been mixed', async () => {
    const marks = async () =>
      (
        await pool().query(
          `select count(*)::int as n from participation_codes code, (select xmin::text as mark from participation_responses union select xmin::text from participation_statements) of
           where code.is_used and code.xmin::text = of.mark`,
        )
      ).rows[0].n
    expect(await marks()).toBeGreaterThan(0)
    const spare = [3, 4, 5].map((at) => codeIn(mailsTo(`bud${at}@kommunen.example`)[0]))
    // Answers that come meanwhile are neither lost nor refused.
    const [, ...answers] = await Promise.all([mixCodes(), ...spare.map((code) => answer('brev', code))])
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(await mixCodes()).toBe(true)
    expect([await marks(), await mixCodes()]).toEqual([0, false])
    const { rows: order } = await pool().query('select code_hash from participation_codes order by ctid')
    expect(order.map(({ code_hash }) => code_hash)).toEqual(order.map(({ code_hash }) => code_hash).sort())
    expect((await answer('brev', spare[0] ?? '')).status).toBe(409)
    await expect(pool().query('update participation_codes set is_used = true where is_used')).rejects.toThrow('used once')
  })
  test('the page on what is stored has all that is stored of whom a code was mailed to', async () => {
    expect([...storedOfAnswer.holders].sort()).toEqual(
      Object.keys(getTableColumns(codeHolders))
        .map((column) => `codeHolders.${column}`)
        .sort(),
    )
    for (const language of ['sv', 'en'] as const) {
      const html = await (await site.get('/delta/brev/sparas', { cookie: `sprak=${language}`, 'accept-language': language })).text()
      for (const column of storedOfAnswer.holders) expect(html).toContain(storedWords(language).columns(column))
    }
    const { rows: all } = await pool().query('select * from participation_responses')
    const text = JSON.stringify(all)
    for (const holder of await holders(id)) expect([text.includes(holder.id), text.includes(holder.code_hash), text.includes(holder.address_hash)]).toEqual([false, false, false])
  })
})

describe('how far the letters have reached', () => {
  test('is shown unit by unit, and not what would nearly say who has answered', async () => {
    const id = await draft('tackning')
    const list = (unit: string, many: number) => Array.from({ length: many }, (_, at) => `${unit}${at}@kommunen.example;${unit}`).join('\n')
    await mail('tackning', `${list('stora', 20)}\n${list('lilla', 4)}\n${list('halva', 12)}`)
    await open(id)
    on.verdict = (recipient) => (recipient.startsWith('stora19') ? { code: 550, words: 'Ingen har adressen' } : undefined)
    await letters()
    on.verdict = undefined
    const use = async (unit: string, many: number) => {
      for (let at = 0; at < many; at++) expect((await answer('tackning', codeIn(mailsTo(`${unit}${at}@kommunen.example`)[0]))).status).toBe(201)
    }
    await use('stora', 8)
    await use('lilla', 2)
    await use('halva', 3)
    await letters(addDays(today, 7))
    const row = async (unit: string) =>
      [...(await pageOf('tackning')).matchAll(/<tr>(?:(?!<\/tr>).)*<\/tr>/gs)].map(([each]) => each).find((each) => each.includes(`>${unit}<`)) ?? ''
    const numbers = async (unit: string) => [...(await row(unit)).matchAll(/<\/span>([^<]*)<\/td>/g)].map(([, said]) => said)
    expect(await numbers('stora')).toEqual(['20', '20', '1', '11', '8'])
    expect(await numbers('lilla')).toEqual(['4', '4', '0', 'visas inte', 'visas inte'])
    expect(await numbers('halva')).toEqual(['12', '12', '0', 'visas inte', 'visas inte'])
  })
})
