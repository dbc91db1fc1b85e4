import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { day } from '#kernel/day'
import { forgetMails, storeCast } from '#people'
import { startMailServer } from '#test/mail-server'
import { useSite } from '#test/site'
import { deliverMails } from '../src/foundation/people/deliver-mails.ts'

const site = useSite({ proxies: 1 })
const contact = 'tillganglig@prov.example'
let [ada, bo] = ['', '']
let server: Awaited<ReturnType<typeof startMailServer>>

beforeAll(async () => {
  const from = day('2020-01-01')
  await storeCast({
    municipality: 'Provkommunen',
    organs: [{ key: 'ks', name: 'Kommunstyrelsen', kind: 'executive-board', validFrom: from }],
    people: [
      { name: 'Ada', email: 'ada@prov.example', organ: 'ks', role: 'administrator' },
      { name: 'Bo', email: 'bo@prov.example', organ: 'ks', role: 'analyst' },
    ],
    from,
  })
  ada = await site.signIn('ada@prov.example')
  bo = await site.signIn('bo@prov.example')
  server = await startMailServer()
})
afterAll(() => server?.stop())

const count = async (table: string) => Number((await pool().query(`select count(*) from ${table}`)).rows[0].count)
const publicPage = async (language = 'sv') => (await site.get('/tillganglighet', { cookie: `sprak=${language}` })).text()
const deliver = () => deliverMails({ transport: createTransport(server.address), from: 'samsyn@prov.example', host: 'samsyn.example' }, new Date(Date.now() + 1000))

describe('the statement', () => {
  const stated = {
    conformity: 'partial',
    triedBy: 'Två handläggare, med tangentbord och skärmläsare',
    triedOn: '2026-03-02',
    contact: 'Växeln, 0000-00 00 00',
    'faults.0.what': 'Kartan går inte att förstora <b>',
    'faults.0.whom': 'Den som ser dåligt',
    'faults.0.reason': 'to-be-mended',
    'faults.0.mendedOn': '2027-01-31',
    'faults.1.what': 'Gamla protokoll är bilder',
    'faults.1.whom': 'Den som läser med skärmläsare',
    'faults.1.reason': 'exempt',
    'faults.1.mendedOn': '',
  }
  const send = (act: string, wished: Record<string, string> = {}, cookie = ada) => site.post('/arbete/tillganglighet', { act, ...stated, ...wished }, { cookie })

  test('that nobody has made is not made up: the page says that no person has reviewed it', async () => {
    const page = await publicPage()
    expect(page).toContain('Ingen människa har granskat webbplatsen än')
    expect(page).not.toMatch(/Webbplatsen är (helt|delvis|inte) förenlig/)
    expect(await publicPage('en')).toContain('No person has reviewed the website yet')
    expect(page).toContain('href="https://www.digg.se/tdosanmalan"')
  })
  test('is shown before it holds, and nothing is stored', async () => {
    const page = await (await send('preview')).text()
    expect(page).toContain('Inget är sparat än')
    expect(page).toContain('Webbplatsen är delvis förenlig med lagen')
    expect(await count('people_accessibility_statements')).toBe(0)
    expect(await publicPage()).toContain('Ingen människa har granskat')
  })
  test('is what the public reads when it is saved: what, for whom, when mended, who tried and when; and it is in the trail', async () => {
    const preview = await (await send('preview')).text()
    const hidden = Object.fromEntries(
      [...preview.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        value.replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
      ]),
    )
    // The preview's own form saves what was previewed.
    expect((await site.post('/arbete/tillganglighet', { ...hidden, act: 'save' }, { cookie: ada })).status).toBe(302)
    for (const [language, sentences] of [
      ['sv', ['Webbplatsen är delvis förenlig med lagen', '2 mars 2026', '31 januari 2027', 'Det här gäller lagen inte']],
      ['en', ['The website is partially compliant with the law', '2 March 2026', '31 January 2027', 'This the law doesn’t cover']],
    ] as const) {
      const page = await publicPage(language)
      for (const sentence of [...sentences, 'Kartan går inte att förstora &lt;b&gt;', 'Den som ser dåligt', 'Två handläggare, med tangentbord', 'Växeln, 0000-00 00 00'])
        expect(page).toContain(sentence)
      expect(page).not.toContain('No person has reviewed')
    }
    expect((await pool().query("select * from trail_events where act = 'accessibility-stated'")).rows).toHaveLength(1)
    expect(await (await site.get('/arbete/tillganglighet', { cookie: ada })).text()).toMatch(/Ändringar[\s\S]*Ada/)
  })
  describe('is refused, with what was written kept and nothing stored:', () => {
    test.each<[string, Record<string, string>, string]>([
      ['no word on how it conforms', { conformity: '' }, 'Välj ett av svaren'],
      ['full with faults left to mend', { conformity: 'full' }, 'är inte helt förenlig'],
      ['partial without a fault', { 'faults.0.what': '', 'faults.0.whom': '', 'faults.0.mendedOn': '', 'faults.1.what': '', 'faults.1.whom': '' }, 'Skriv vilka fel som finns'],
      ['a fault to mend without a day', { 'faults.0.mendedOn': '' }, 'Välj en dag'],
      ['a fault that strikes nobody', { 'faults.0.whom': ' ' }, 'Skriv något här'],
      ['tried by nobody', { triedBy: '' }, 'Skriv något här'],
      ['tried on a day that has not come', { triedOn: '2999-01-01' }, 'Dagen har inte varit än'],
      ['a day that is none', { triedOn: 'i går' }, 'Välj en dag'],
    ])('%s', async (_, wished, sentence) => {
      const before = await count('people_accessibility_statements')
      for (const act of ['preview', 'save']) {
        const answer = await send(act, wished)
        const page = await answer.text()
        expect([answer.status >= 400, page.includes(sentence), page.includes('Gamla protokoll är bilder') || wished['faults.1.what'] === '']).toEqual([true, true, true])
      }
      expect(await count('people_accessibility_statements')).toBe(before)
    })
    test('anybody but the administrator', async () => {
      expect((await site.get('/arbete/tillganglighet', { cookie: bo })).status).toBe(403)
      for (const act of ['preview', 'save']) expect((await send(act, {}, bo)).status).toBe(403)
    })
  })
  test('57: the form as it stands, saved once more, says what it said: nothing is cleared in silence', async () => {
    const before = await publicPage()
    const form = await (await site.get('/arbete/tillganglighet', { cookie: ada })).text()
    const fields = [...form.matchAll(/<input [^>]*>/g)].flatMap(([tag]) => {
      const of = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
      return of('type') === 'radio' && !/ checked/.test(tag) ? [] : [[of('name'), of('value').replaceAll('&lt;', '<').replaceAll('&gt;', '>')] as const]
    })
    expect((await site.post('/arbete/tillganglighet', { ...Object.fromEntries(fields), act: 'save' }, { cookie: ada })).status).toBe(302)
    const said = (page: string) => page.replaceAll(/Texten ändrades[^<]*|name="submissionKey" value="[^"]*"/g, '')
    expect(said(await publicPage())).toBe(said(before))
    await site.post('/arbete/installningar', { act: 'save', name: 'Provkommunen', accent: '0b5c4a', contact: '' }, { cookie: ada })
    expect(await publicPage()).toContain('Växeln, 0000-00 00 00')
  })
  test('that has been is not written over, not in the database either', async () => {
    await expect(pool().query("update people_accessibility_statements set conformity = 'full'")).rejects.toThrow('append-only')
    await expect(pool().query('delete from people_accessibility_faults')).rejects.toThrow('append-only')
  })
})

describe('a fault that somebody reports', () => {
  const key = async () => /name="submissionKey" value="([^"]+)"/.exec(await publicPage())?.[1] ?? ''
  let visitor = 10
  const report = async (fields: Record<string, string> = {}, from = `192.0.2.${visitor++}`, language = 'sv') =>
    site.post(
      '/tillganglighet',
      { what: 'Knappen går inte att trycka på', page: '/delta', email: '', submissionKey: await key().then((made) => made || 'a-key-that-was-drawn-before-today'), ...fields },
      { 'x-forwarded-for': from, cookie: `sprak=${language}` },
    )

  test('has no form where nobody is set to take it, and the page says so and whom to turn to', async () => {
    const page = await publicPage()
    expect(page).toContain('Kommunen har inte sagt vem som tar emot det här')
    expect(page).not.toContain('name="what"')
    expect(await publicPage('en')).toContain('Call or write to Provkommunen')
    const answer = await report()
    expect([answer.status, (await answer.text()).includes('Knappen går inte att trycka på')]).toEqual([409, true])
    expect(await count('people_mails')).toBe(0)
    await site.post('/arbete/installningar', { act: 'save', name: 'Provkommunen', accent: '', contact }, { cookie: ada })
    expect(await publicPage()).toContain('name="what"')
  })
  test('comes once to the contact, by a real mail server, however often the form is sent, and its words are then gone from here', async () => {
    const submissionKey = await key()
    const fields = { what: 'Rad ett\nhttps://lura.example/\n<script>alert(1)</script> $& åäö', page: 'Samsyn', email: 'en.invanare@post.example', submissionKey }
    for (let turn = 0; turn < 3; turn++) {
      const answer = await report(fields)
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/tillganglighet/tack'])
    }
    while ((await deliver()).sent > 0);
    expect(server.taken.map(({ recipient }) => recipient)).toEqual([contact])
    const source = decode(server.taken[0]?.source ?? '')
    for (const part of ['> \u2068Rad ett\u2069', '$& åäö', 'en.invanare@post.example', 'Samsyn', '&lt;script&gt;alert(1)&lt;/script&gt;']) expect(source).toContain(part)
    expect(source).not.toContain('href="https://lura.example/"')
    expect(source.split('text/html')[1]).not.toContain('<script>')
    const { rows } = await pool().query('select * from people_mails')
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toMatch(/Rad ett|invanare/)
    expect(await (await site.get('/tillganglighet/tack')).text()).toContain('Det här händer nu')
  })
  test('56: is found nowhere in the database when it is sent, and a month later not its recipient either', async () => {
    const { rows: tables } = await pool().query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public'")
    for (const { name } of tables) expect([name, JSON.stringify((await pool().query(`select * from ${name}`)).rows).includes('en.invanare@post.example')]).toEqual([name, false])
    await forgetMails(new Date(Date.now() + 29 * 24 * 60 * 60_000))
    expect((await pool().query('select recipient from people_mails')).rows).toEqual([{ recipient: contact }])
    await forgetMails(new Date(Date.now() + 31 * 24 * 60 * 60_000))
    expect((await pool().query('select recipient, subject, body from people_mails')).rows).toEqual([{ recipient: '', subject: '', body: '' }])
  })
  describe('is refused in the reader’s language, with what was written kept and nothing sent:', () => {
    test.each<[string, Record<string, string>, string, string]>([
      ['nothing', { what: ' \n ' }, 'Skriv vad som inte gick', 'Write what didn’t work'],
      ['a text without end', { what: 'x'.repeat(4001) }, 'Texten är för lång', 'The text is too long'],
      ['signs that can’t be sent', { what: 'noll\u0000' }, 'tecken som inte går att skicka', 'characters that can’t be sent'],
      ['half an address', { email: 'anna@' }, 'Skriv en e-postadress', 'Write an e-mail address'],
      ['a forged form', { submissionKey: 'x' }, 'Sidan var för gammal', 'The page was too old'],
    ])('%s', async (_, fields, swedish, english) => {
      const before = await count('people_mails')
      for (const [language, sentence] of [
        ['sv', swedish],
        ['en', english],
      ] as const) {
        const answer = await report({ page: 'Sidan jag menar', ...fields }, undefined, language)
        const page = await answer.text()
        expect([answer.status, page.includes(sentence), page.includes('Sidan jag menar')]).toEqual([422, true, true])
      }
      expect(await count('people_mails')).toBe(before)
    })
  })
  test('again and again from one place is held back for a minute, with what was written kept; others are let through', async () => {
    const statuses = []
    for (let turn = 0; turn < 5; turn++) statuses.push((await report({ what: `Fel ${turn}` }, '192.0.2.200')).status)
    expect(statuses).toEqual([303, 303, 303, 429, 429])
    const held = await (await report({ what: 'Min långa text' }, '192.0.2.200')).text()
    expect([held.includes('Min långa text'), held.includes('Vänta en minut')]).toEqual([true, true])
    expect((await report({}, '192.0.2.201')).status).toBe(303)
  })
  test('adds no heading and no other recipient by a line break', async () => {
    const before = server.taken.length
    await report({ page: 'x\r\nBcc: alla@prov.example', email: 'a@b.example\r\nBcc: alla@prov.example' })
    await report({ page: 'x\r\nBcc: alla@prov.example' })
    while ((await deliver()).sent > 0);
    expect(server.taken.slice(before).map(({ recipient }) => recipient)).not.toContain('alla@prov.example')
    expect(server.taken.slice(before).filter(({ source }) => /^Bcc:/im.test(source.split('\r\n\r\n')[0] ?? ''))).toEqual([])
  })
})

/** The letters of a quoted-printable or base64 mail. */
function decode(source: string): string {
  const plain = source.replaceAll(/=\r?\n/g, '')
  const bytes = plain.replaceAll(/(?:=[0-9A-F]{2})+/g, (coded) => Buffer.from(coded.replaceAll('=', ''), 'hex').toString('utf8'))
  return bytes + [...source.matchAll(/base64\r\n[\s\S]*?\r\n\r\n([\w+/=\r\n]+)/g)].map((match) => Buffer.from(match[1] ?? '', 'base64').toString('utf8')).join('\n')
}
