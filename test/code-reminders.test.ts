import { afterEach, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf, noonOf } from '#http/clock'
import { useInstallationSecret } from '#http/secret'
import { addDays, type Day } from '#kernel/day'
import { instantInSweden } from '#kernel/wall-clock'
import { closeDialogue } from '../src/modules/participation/close-dialogue.ts'
import { forgetOldHolders } from '../src/modules/participation/end-holders.ts'
import { sendCodeLetters } from '../src/modules/participation/send-code-letters.ts'
import { grantedBy } from '../src/modules/participation/stage-dialogue.ts'
import { codeIn, here, stopIn, today, useMailing } from './mailing.ts'

const { site, on, page, workroom, draft, open, mail, letters, deliver, mailsTo } = useMailing()
const inDays = (days: number) => addDays(today, days)
const at = (on_: Day, clock: string) => momentOf(new Date(instantInSweden(on_, clock)))
const many = (name: string) => mailsTo(`${name}@kommunen.example`).length
const code = (name: string) => codeIn(mailsTo(`${name}@kommunen.example`)[0])
let forms = 0
const answer = (slug: string, own: string) =>
  site.request(`/api/v1/dialogues/${slug}/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `a-form-of-the-reminders-${forms++}` },
    body: JSON.stringify({ answers: { tycker: ['Ett svar'] }, code: own }),
  })
const holders = async (id: string) => (await pool().query('select * from participation_code_holders where dialogue_id = $1 order by letters desc', [id])).rows
const waiting = async () => (await pool().query('select count(*)::int as n from people_mails where sent_at is null and given_up_at is null')).rows[0].n
async function mailed(slug: string, names: readonly string[], more: Record<string, string> = {}) {
  const id = await draft(slug)
  expect((await mail(slug, names.map((name) => `${name}@kommunen.example`).join('\n'), more)).status).toBe(200)
  await open(id)
  await letters()
  return id
}

afterEach(() => {
  on.verdict = undefined
  useInstallationSecret('a secret for the tests, and for nothing else')
})

describe('58: a reminder', () => {
  test('goes to whoever has not answered, as often as was set and no more, with the same link', async () => {
    await mailed('paminn', ['svarar', 'glommer'])
    expect((await answer('paminn', code('svarar'))).status).toBe(201)
    for (let day = 1; day <= 40; day++) await letters(inDays(day))
    expect([many('svarar'), many('glommer')]).toEqual([1, 3])
    const letters_ = mailsTo('glommer@kommunen.example')
    expect(letters_[1]).toContain('Vi har inte fått något svar med din kod')
    expect(new Set(letters_.map(codeIn)).size).toBe(1)
    expect((await answer('paminn', code('glommer'))).status).toBe(201)
  })
  test('goes on its day, not before, and late when the job has stood still, but once', async () => {
    await mailed('dagen', ['ida', 'ola'])
    expect(await letters(inDays(6))).toBe(0)
    const queued = await Promise.all([1, 2, 3, 4].map(() => sendCodeLetters(noonOf(inDays(9)), here)))
    expect(queued.reduce((sum, one) => sum + one)).toBe(2)
    await deliver(noonOf(inDays(9)).at)
    expect([many('ida'), many('ola'), await letters(inDays(15)), await letters(inDays(16))]).toEqual([2, 2, 0, 2])
  })
  test('is neither counted nor sent when the process dies in the middle', async () => {
    const id = await mailed('avbrott', ['kim'])
    await pool().query("create function fall_over() returns trigger language plpgsql as $$ begin raise exception 'the process died'; end $$")
    await pool().query("create trigger fall_over before insert on people_mails for each row when (new.notice like 'code %') execute function fall_over()")
    await expect(sendCodeLetters(noonOf(inDays(7)), here)).rejects.toThrow()
    expect((await holders(id))[0]).toMatchObject({ letters: 1 })
    await pool().query('drop trigger fall_over on people_mails')
    expect([await letters(inDays(7)), await letters(inDays(7)), many('kim')]).toEqual([1, 0, 2])
  })
  test('waits for the morning when it is due at night, in the queue too', async () => {
    await mailed('natten', ['nils'])
    for (const clock of ['00:00', '03:00', '07:59', '20:00', '23:59']) expect(await sendCodeLetters(at(inDays(7), clock), here), clock).toBe(0)
    expect(await sendCodeLetters(at(inDays(7), '19:59'), here)).toBe(1)
    for (const [day, clock] of [
      [7, '20:00'],
      [7, '23:59'],
      [8, '07:59'],
    ] as const)
      expect(await deliver(at(inDays(day), clock).at)).toEqual({ sent: 0, givenUp: 0, waiting: 0 })
    expect(await deliver(at(inDays(8), '08:00').at)).toMatchObject({ sent: 1 })
  })
  test('is not sent when the code’s last day has gone, nor with none set', async () => {
    await mailed('sista', ['siv'], { expiresOn: inDays(6) })
    await mailed('inga', ['ingen'], { remindAtMost: '0' })
    for (let day = 1; day <= 40; day++) await letters(inDays(day))
    expect([many('siv'), many('ingen')]).toEqual([1, 1])
  })
  test('takes the place of a letter that never went: one goes, and it is the first', async () => {
    on.verdict = () => ({ code: 451, words: 'Prova senare' })
    const id = await mailed('koar', ['vanda'])
    on.verdict = undefined
    expect([await letters(inDays(7)), many('vanda'), (await holders(id))[0].letters]).toEqual([1, 1, 1])
    expect(mailsTo('vanda@kommunen.example')[0]).not.toContain('Vi har inte fått något svar')
    expect([await letters(inDays(14)), many('vanda')]).toEqual([1, 2])
  })
  test('and the letter before it are lost when our own server fails for long: the address stays, and it is written anew', async () => {
    on.verdict = () => ({ code: 451, words: 'Prova senare' })
    const id = await mailed('driftstopp', ['disa'], { remindEvery: '30' })
    for (let day = 1; day <= 7; day++) await letters(inDays(day))
    expect([await waiting(), many('disa')]).toEqual([0, 0])
    const shown = async () => (await (await site.get(page('driftstopp'), { cookie: on.leader })).text()).replaceAll('<!-- -->', '')
    expect(await shown()).toContain('1 brev väntar på att vår e-post ska fungera')
    on.verdict = undefined
    expect([await letters(inDays(8)), await letters(inDays(9)), many('disa')]).toEqual([1, 0, 1])
    expect(await shown()).not.toContain('väntar på att vår e-post')
    expect((await holders(id))[0]).toMatchObject({ letters: 1, sealed: expect.any(String) })
  })
  test.each([
    [530, '5.7.0 Authentication required'],
    [554, '5.7.1 Relay access denied'],
  ])('goes when our own server has been mended that said %i %s', async (refusal, words) => {
    const name = `relat${refusal}`
    on.verdict = () => ({ code: refusal, words })
    const id = await mailed(name, [name])
    on.verdict = undefined
    expect([await letters(inDays(1)), many(name), (await holders(id))[0].sealed === null]).toEqual([1, 1, false])
  })
  test('goes no more to an address that its own server refuses', async () => {
    on.verdict = (recipient) => (recipient.startsWith('borta') ? { code: 550, words: 'borta@kommunen.example finns inte' } : undefined)
    const id = await mailed('studsar', ['borta', 'kvar'])
    expect(JSON.stringify((await pool().query('select * from people_mails')).rows)).not.toContain('borta@')
    expect([await letters(inDays(1)), await letters(inDays(7))]).toEqual([0, 1])
    expect((await holders(id)).filter(({ sealed }) => sealed === null)).toHaveLength(1)
    expect(await (await site.get('/arbete/post', { cookie: on.leader })).text()).not.toContain('borta@')
  })
})

describe('no more letters', () => {
  test('by the link in the letter, whose opening changes nothing; the address goes, the code is good, and it isn’t written to anew', async () => {
    const id = await mailed('nej', ['nejda'])
    const link = stopIn(mailsTo('nejda@kommunen.example')[0])
    const shown = await (await site.get(link)).text()
    expect([shown.includes('Din kod gäller ändå'), (await holders(id))[0].sealed === null]).toEqual([true, false])
    await sendCodeLetters(noonOf(inDays(7)), here)
    const said = await Promise.all([site.post(link, {}), site.post(link, {})])
    expect(said.map(({ status }) => status)).toEqual([200, 200])
    expect(await said[0]?.text()).toContain('Adressen är borttagen')
    expect([(await holders(id))[0].sealed, await waiting()]).toEqual([null, 0])
    expect((await (await mail('nej', 'nejda@kommunen.example')).text()).includes('fanns redan')).toBe(true)
    await letters(inDays(14))
    expect(many('nejda')).toBe(1)
    expect((await answer('nej', code('nejda'))).status).toBe(201)
    expect((await site.get(`${link.slice(0, -1)}${link.endsWith('0') ? '1' : '0'}`)).status).toBe(404)
  })
  test('when the code is drawn in: the same is said of an address that was never there, and it can be added again', async () => {
    const id = await mailed('indragen', ['dora'])
    const revoke = (email: string) => workroom('indragen', { act: 'revoke', email, reason: 'Har slutat' })
    const texts = await Promise.all(['dora@kommunen.example', 'ingen@kommunen.example'].map(async (email) => (await revoke(email)).text()))
    expect([texts[0] === texts[1], texts[0]?.includes('adressen är borttagen')]).toEqual([true, true])
    expect((await holders(id))[0]).toMatchObject({ sealed: null, address_hash: null, code_hash: null })
    expect((await answer('indragen', code('dora'))).status).toBe(403)
    await mail('indragen', 'dora@kommunen.example')
    await letters()
    expect((await answer('indragen', codeIn(mailsTo('dora@kommunen.example')[1]))).status).toBe(201)
  })
  test('when the code is drawn in by itself', async () => {
    const id = await mailed('koden', ['klas'])
    await site.post('/arbete/dialoger/koden/koder', { act: 'revoke', code: code('klas'), reason: 'Kom bort' }, { cookie: on.leader })
    await letters(inDays(7))
    expect([(await holders(id))[0].sealed, many('klas')]).toEqual([null, 1])
  })
  test('when the dialogue has closed: what waits is not sent, and what is left says how many letters went', async () => {
    const id = await mailed('stangd', ['stina'])
    expect(await forgetOldHolders(noonOf(inDays(39)))).toBe(0)
    expect(await sendCodeLetters(noonOf(inDays(7)), here)).toBe(1)
    await grantedBy(closeDialogue(on.stage.leader, { dialogueId: id, reason: 'Klart' }, noonOf(inDays(7))))
    expect([await waiting(), await deliver(at(inDays(8), '12:00').at)]).toEqual([0, { sent: 0, givenUp: 0, waiting: 0 }])
    expect((await holders(id))[0]).toMatchObject({ letters: 2, sealed: null, address_hash: null, code_hash: null })
    await letters(inDays(14))
    expect(many('stina')).toBe(1)
  })
  test('when its time is out: the letters are too late, and the addresses go', async () => {
    const id = await mailed('ute', ['ulla'], { expiresOn: inDays(40), remindEvery: '40' })
    await sendCodeLetters(at(inDays(40), '19:00'), here)
    expect(await deliver(at(inDays(41), '09:00').at)).toMatchObject({ sent: 0 })
    expect(await forgetOldHolders(noonOf(inDays(41)))).toBeGreaterThan(0)
    expect([(await holders(id))[0].sealed, many('ulla')]).toEqual([null, 1])
  })
})

describe('a letter is sent again', () => {
  const again = async (email: string) => (await workroom('igen', { act: 'resend', email })).text()
  test('with the same code, once a day and to whoever has not answered, and the page says the same of all', async () => {
    const id = await mailed('igen', ['vill', 'har'])
    expect((await answer('igen', code('har'))).status).toBe(201)
    await pool().query('update participation_code_holders set last_mailed_on = last_mailed_on - 3 where dialogue_id = $1', [id])
    const texts = [await again('vill@kommunen.example'), await again('har@kommunen.example'), await again('VILL@kommunen.example '), await again('okand@kommunen.example')]
    expect(new Set(texts).size).toBe(1)
    await deliver(noonOf(today).at)
    expect([many('vill'), many('har'), many('okand')]).toEqual([2, 1, 0])
    expect(codeIn(mailsTo('vill@kommunen.example')[1])).toBe(code('vill'))
    // Whoever reads the trail learns no more.
    expect((await pool().query("select 1 from trail_events where act = 'code-resent' and subject_id = $1", [id])).rows).toHaveLength(4)
    // It is no reminder: their number, and the days between, are as they were set.
    expect((await holders(id)).map((holder) => holder.letters)).toEqual([1, 1])
    expect([await letters(inDays(6)), await letters(inDays(7))]).toEqual([0, 1])
  })
  test('not to what is no address, and not when the dialogue is closed', async () => {
    expect((await workroom('igen', { act: 'resend', email: 'a@kommunen.example\r\nBcc: b@kommunen.example' })).status).toBe(422)
    expect((await workroom('stangd', { act: 'resend', email: 'stina@kommunen.example' })).status).toBe(409)
  })
})

test('addresses that were locked with another secret are counted for the leader, and stop nobody else', async () => {
  await mailed('hemlig', ['gammal'])
  useInstallationSecret('another secret, that came after a move of the house')
  await letters(inDays(7))
  expect(many('gammal')).toBe(1)
  useInstallationSecret('a secret for the tests, and for nothing else')
  await pool().query("update participation_code_holders set sealed = 'AAAA' where dialogue_id = (select id from participation_dialogues where slug = 'hemlig')")
  await mail('hemlig', 'ny@kommunen.example')
  await letters(inDays(7))
  expect([many('gammal'), many('ny')]).toEqual([1, 1])
  expect((await (await site.get(page('hemlig'), { cookie: on.leader })).text()).replaceAll('<!-- -->', '')).toContain('1 adresser låstes med en annan hemlighet')
})
