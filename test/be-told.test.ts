import { createTransport } from 'nodemailer'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { pool } from '#db/database.server'
import { noonOf, presentMoment } from '#http/clock'
import { addDays, type Day } from '#kernel/day'
import { tellStory } from '../seeds/ange/tell-story.ts'
import { deliverMails } from '../src/foundation/people/deliver-mails.ts'
import { forgetOldNoticeWishes } from '../src/modules/participation/ask-to-be-told.ts'
import { settleNoticeLetters } from '../src/modules/participation/settle-notice-letters.ts'
import { tellWhatHasCome } from '../src/modules/participation/tell-what-has-come.ts'
import { startMailServer, textOfMail } from './mail-server.ts'
import { receiptIn } from './receipt.ts'
import { useSite } from './site.ts'

const site = useSite()
const slug = 'hur-gar-det-2026'
const here = 'http://127.0.0.1'
const today = presentMoment().day
let server: Awaited<ReturnType<typeof startMailServer>>

beforeAll(() => tellStory('seeds/ange/voices'))
beforeEach(async () => {
  server = await startMailServer()
  await pool().query('delete from people_mails')
  await pool().query('delete from people_attempts')
  await pool().query('delete from participation_notice_wishes')
  // What the tests before have published.
  await pool().query('alter table process_releases disable trigger user')
  await pool().query('delete from process_releases where released_at > $1', [addDays(today, -1)])
})
afterEach(() => server.stop())

const both = ['read', 'decided']
const ask = (email: string, tellings: readonly string[] = both, headers = {}) => site.post(`/delta/${slug}/besked`, { email, tellings }, headers)
const wishes = async () => (await pool().query('select * from participation_notice_wishes')).rows
/** What has come to an address, decoded, after the postman and the chore after him have been. */
async function mailsTo(recipient: string) {
  await deliverMails({ transport: createTransport(server.address), from: 'samsyn@kommunen.example', host: 'kommunen.example' }, new Date(noonOf(today).at))
  await settleNoticeLetters(noonOf(today))
  return server.taken.filter((mail) => mail.recipient === recipient).map(({ source }) => textOfMail(source))
}
const linkIn = (mail: string | undefined) => /\/besked\/[0-9a-f]{80}/.exec(mail ?? '')?.[0] ?? ''
async function confirmed(email: string, tellings = both, headers = {}) {
  await ask(email, tellings, headers)
  const link = linkIn((await mailsTo(email)).at(-1))
  expect((await site.post(link, {})).status).toBe(200)
  return link
}
const publish = (key: string, at: string) =>
  pool().query(
    'insert into process_releases (step_id, released_by, released_at) select step.id, (select released_by from process_releases limit 1), $2 from process_steps step where step.key = $1',
    [key, at],
  )
const tell = (on: Day = today) => tellWhatHasCome(noonOf(on), here)

describe('an address is left by whoever wishes to be told', () => {
  test('and is apart from the answer, encrypted, with a first mail that asks whether it is theirs', async () => {
    const page = await ask('boende@kommunen.example')
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Titta i din e-post')
    const [wish] = await wishes()
    expect(JSON.stringify(wish)).not.toContain('boende')
    expect(Object.keys(wish).filter((column) => /response|receipt|statement/.test(column))).toEqual([])
    const [mail] = await mailsTo('boende@kommunen.example')
    expect(mail).toContain('Öppna länken')
    expect(wish.confirmed_on).toBeNull()
  })
  test('the thanks page and the page of one’s answer lead there', async () => {
    const question = /name="([0-9a-f-]{36})"/.exec(await (await site.get(`/delta/${slug}`)).text())?.[1] ?? ''
    const thanks = await (await site.post(`/delta/${slug}`, { submissionKey: 'key-of-somebody-who-wishes-to-know', [question]: 'Fler bänkar' })).text()
    expect(thanks).toContain(`action="/delta/${slug}/besked"`)
    const code = receiptIn(thanks)
    expect(await (await site.post('/folj', { code })).text()).toContain(`/delta/${slug}/besked`)
    expect((await site.get(`/delta/${slug}/besked`)).status).toBe(200)
    expect((await site.get('/delta/finns-inte/besked')).status).toBe(404)
  })
  test('twice, in other letters too, is one address and one mail, and nobody is told that it was there', async () => {
    const first = await (await ask('Boende@kommunen.example', ['read'])).text()
    const second = await (await ask('boende@Kommunen.example ', ['decided'])).text()
    const token = /[0-9a-f]{80}/g
    expect(second.replaceAll(token, '')).toHaveLength(first.replaceAll(token, '').length)
    expect(await wishes()).toMatchObject([{ when_read: true, when_decided: true }])
    await mailsTo('')
    expect(server.taken).toHaveLength(1)
  })
  test('37: what is no address, or carries a header with it, is said and not stored', async () => {
    for (const bad of [
      '',
      'boende',
      'a@b',
      'a@kommunen.example\nBcc: b@kommunen.example',
      'a@kommunen.example%0aBcc',
      'a@kommunen.example, b@kommunen.example',
      `${'a'.repeat(250)}@kommunen.example`,
    ]) {
      const answer = await ask(bad)
      expect([bad.slice(0, 30), answer.status]).toEqual([bad.slice(0, 30), 422])
      expect(await answer.text()).toContain('Skriv en e-postadress')
    }
    expect((await ask('boende@kommunen.example', [])).status).toBe(422)
    expect((await ask('boende@kommunen.example', ['annat'])).status).toBe(422)
    expect(await wishes()).toEqual([])
    expect((await pool().query('select * from people_mails')).rows).toEqual([])
  })
  test('many at once from one place are told to wait', async () => {
    const statuses = []
    for (let one = 0; one < 5; one++) statuses.push((await ask(`boende${one}@kommunen.example`)).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
  })
  test('and isn’t confirmed in three days is erased', async () => {
    await ask('boende@kommunen.example')
    const link = linkIn((await mailsTo('boende@kommunen.example'))[0])
    expect(await forgetOldNoticeWishes(noonOf(addDays(today, 3)))).toBe(0)
    expect(await forgetOldNoticeWishes(noonOf(addDays(today, 4)))).toBe(1)
    expect((await site.post(link, {})).status).toBe(404)
  })
})

describe('a link in a mail', () => {
  test('22: changes nothing when it is opened, by a program either; the button does', async () => {
    await ask('boende@kommunen.example')
    const link = linkIn((await mailsTo('boende@kommunen.example'))[0])
    expect(await (await site.get(link)).text()).toContain('Ja, skriv till mig')
    await site.request(link, { method: 'HEAD' })
    expect((await wishes())[0].confirmed_on).toBeNull()
    expect(await (await site.post(link, {})).text()).toContain('Nu vet vi vart vi ska skriva')
    expect((await wishes())[0].confirmed_on).not.toBeNull()
  })
  test('21: of somebody else, or made up, takes nothing away', async () => {
    const mine = await confirmed('boende@kommunen.example')
    const made = [`/besked/${'0'.repeat(80)}`, `${mine.slice(0, -1)}${mine.endsWith('0') ? '1' : '0'}`, '/besked/x', `/besked/${'å'.repeat(80)}`]
    for (const link of made) expect([(await site.get(link)).status, (await site.post(link, {})).status]).toEqual([404, 404])
    // Who knows the address can ask anew, and gets a button that takes away only what isn't confirmed.
    const undo = /action="(\/besked\/[0-9a-f]{80})"/.exec(await (await ask('boende@kommunen.example')).text())?.[1] ?? ''
    expect((await site.post(undo, {})).status).toBe(200)
    expect(await wishes()).toHaveLength(1)
  })
  test('on the page right away, an address that isn’t confirmed is taken away', async () => {
    const undo = /action="(\/besked\/[0-9a-f]{80})"/.exec(await (await ask('boende@kommunen.example')).text())?.[1] ?? ''
    expect(await (await site.post(undo, {})).text()).toContain('Adressen är borttagen')
    expect(await wishes()).toEqual([])
  })
})

describe('what has come', () => {
  test('goes not to an address that was locked with another secret: it is counted in the log, and the others are told', async () => {
    await confirmed('boende@kommunen.example')
    await confirmed('granne@kommunen.example')
    await pool().query(
      'update participation_notice_wishes set sealed = (select sealed from participation_notice_wishes limit 1) where id <> (select id from participation_notice_wishes limit 1)',
    )
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    await publish('followup', noonOf(today).at)
    expect(await tell()).toBe(1)
    expect(log.mock.calls.join()).toContain("1 addresses to be told can't be read")
    log.mockRestore()
    expect(await wishes()).toHaveLength(2)
  })
  test('a letter that has gone, or can’t go, is empty at once: nobody can read whose it was', async () => {
    await confirmed('boende@kommunen.example')
    expect((await pool().query('select recipient, subject, body from people_mails')).rows).toEqual([{ recipient: '', subject: '', body: '' }])
  })
  test('is told once, however many look at once, and the address goes with the last', async () => {
    await confirmed('boende@kommunen.example')
    expect(await tell()).toBe(0)
    await publish('followup', noonOf(today).at)
    const told = await Promise.all([tell(), tell(), tell()])
    expect(told.reduce((sum, one) => sum + one)).toBe(1)
    const [, read] = await mailsTo('boende@kommunen.example')
    expect(read).toContain('har lästs')
    expect(read).toContain(`${here}/delta/${slug}`)
    expect(linkIn(read)).not.toBe('')
    await publish('council-decision', noonOf(today).at)
    expect([await tell(), await tell()]).toEqual([1, 0])
    const [, , decided] = await mailsTo('boende@kommunen.example')
    expect(decided).toContain('Din adress är borttagen')
    expect(await wishes()).toEqual([])
  })
  test.each([
    ['at once', false],
    ['while an earlier letter waited', true],
  ] as const)('%s is told in one letter', async (_, isTwice) => {
    await confirmed('boende@kommunen.example')
    await publish('followup', noonOf(today).at)
    if (isTwice) expect(await tell()).toBe(1)
    await publish('council-decision', noonOf(today).at)
    expect(await tell()).toBe(1)
    const [, letter, ...more] = await mailsTo('boende@kommunen.example')
    expect(more).toEqual([])
    for (const said of ['har lästs', `${here}/delta/${slug}`, 'Något är beslutat', `${here}/vision`, 'Din adress är borttagen']) expect(letter).toContain(said)
    expect(await wishes()).toEqual([])
  })
  test('is told in the language one asked in', async () => {
    await confirmed('resident@kommunen.example', ['read'], { cookie: 'sprak=en' })
    await publish('followup', noonOf(today).at)
    await tell()
    expect(JSON.stringify(await mailsTo('resident@kommunen.example'))).toContain('have been read')
  })
  test('is not told at night, nor to whoever has not confirmed, nor to whoever has said stop', async () => {
    await publish('followup', noonOf(today).at)
    await ask('boende@kommunen.example')
    expect(await tell()).toBe(0)
    expect((await site.post(linkIn((await mailsTo('boende@kommunen.example'))[0]), {})).status).toBe(200)
    expect(await tellWhatHasCome({ at: `${today}T22:30:00.000Z`, day: today }, here)).toBe(0)
    expect(await tell()).toBe(1)
    const stop = linkIn((await mailsTo('boende@kommunen.example')).at(-1))
    await site.get(stop)
    expect(await wishes()).toHaveLength(1)
    await site.post(stop, {})
    expect(await wishes()).toEqual([])
    await publish('council-decision', noonOf(today).at)
    expect(await tell()).toBe(0)
  })
  test('57: a mail that can’t be sent shows nobody in the workroom whose it is', async () => {
    await ask('borta@kommunen.example')
    await pool().query("update people_mails set failure = 'nobody', given_up_at = now()")
    const cookie = await site.signIn(
      (await pool().query("select email from people_persons p join people_assignments a on a.person_id = p.id where a.role = 'administrator' limit 1")).rows[0].email,
    )
    for (const page of ['/arbete', '/arbete/post', '/arbete/granska']) expect(await (await site.get(page, { cookie })).text()).not.toContain('borta@')
  })
})
