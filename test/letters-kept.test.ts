import { createTransport } from 'nodemailer'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { noonOf, presentMoment } from '#http/clock'
import { addDays, type Day } from '#kernel/day'
import { tellStory } from '../seeds/ange/tell-story.ts'
import { deliverMails } from '../src/foundation/people/deliver-mails.ts'
import { forgetOldNoticeWishes, writeLostConfirmationsAnew } from '../src/modules/participation/ask-to-be-told.ts'
import { settleNoticeLetters } from '../src/modules/participation/settle-notice-letters.ts'
import { tellWhatHasCome } from '../src/modules/participation/tell-what-has-come.ts'
import { startMailServer, textOfMail, type Verdict } from './mail-server.ts'
import { useSite } from './site.ts'

const site = useSite()
const slug = 'hur-gar-det-2026'
const here = 'http://127.0.0.1'
const today = presentMoment().day
const email = 'boende@kommunen.example'
const inDays = (days: number) => addDays(today, days)
let verdict: Verdict
let server: Awaited<ReturnType<typeof startMailServer>>

beforeAll(() => tellStory('seeds/ange/voices'))
beforeEach(async () => {
  verdict = () => undefined
  server = await startMailServer((recipient) => verdict(recipient))
  for (const table of ['people_mails', 'people_attempts', 'participation_notice_wishes']) await pool().query(`delete from ${table}`)
  await pool().query('alter table process_releases disable trigger user')
  await pool().query('delete from process_releases where released_at > $1', [addDays(today, -1)])
})
afterEach(() => server.stop())

const isDown: Verdict = () => ({ code: 451, words: 'Prova senare' })
const wishes = async () => (await pool().query('select * from participation_notice_wishes')).rows
const queue = async () => (await pool().query('select notice from people_mails where sent_at is null and given_up_at is null')).rows
const letters = () => server.taken.filter(({ recipient }) => recipient === email).map(({ source }) => textOfMail(source))
const linkIn = (mail: string | undefined) => /\/besked\/[0-9a-f]{80}/.exec(mail ?? '')?.[0] ?? ''
const ask = (tellings = ['read', 'decided']) => site.post(`/delta/${slug}/besked`, { email, tellings })
const publish = (key: string) =>
  pool().query(
    'insert into process_releases (step_id, released_by, released_at) select step.id, (select released_by from process_releases limit 1), $2 from process_steps step where step.key = $1',
    [key, noonOf(today).at],
  )
/** The postman of a day. */
const deliver = (on: Day, address = server.address) =>
  deliverMails({ transport: createTransport(address), from: 'samsyn@kommunen.example', host: 'kommunen.example' }, new Date(noonOf(on).at))
/** What is done by itself at noon of each day until then. */
async function live(from: number, until: number, address?: string) {
  for (let day = from; day <= until; day++) {
    const now = noonOf(inDays(day))
    await settleNoticeLetters(now)
    await writeLostConfirmationsAnew(now, here)
    await forgetOldNoticeWishes(now)
    await tellWhatHasCome(now, here)
    await deliver(inDays(day), address)
    await settleNoticeLetters(now)
  }
}
async function confirmed(tellings?: string[]) {
  await ask(tellings)
  await live(0, 0)
  await site.post(linkIn(letters()[0]), {})
}

describe('a letter to whoever wished to be told', () => {
  test('waits as long as our own mail server takes none, and comes once when it does; then the address goes', async () => {
    await confirmed()
    await publish('followup')
    await publish('council-decision')
    verdict = isDown
    await live(0, 20)
    expect([letters().length, (await wishes()).length]).toEqual([1, 1])
    verdict = () => undefined
    await live(21, 24)
    expect(letters()).toHaveLength(2)
    for (const said of ['har lästs', 'Något är beslutat', 'Din adress är borttagen']) expect(letters()[1]).toContain(said)
    expect(await wishes()).toEqual([])
  })
  test.each([
    ['nobody answers', undefined],
    ['it says 554 5.7.1 Relay access denied', 554],
    ['it says 530 5.7.0 Authentication required', 530],
  ])('waits too when %s', async (_, code) => {
    await confirmed(['read'])
    await publish('followup')
    verdict = () => ({ code: code ?? 451, words: code === 554 ? '5.7.1 Relay access denied' : '5.7.0 Authentication required' })
    await live(0, 5, code ? undefined : 'smtp://127.0.0.1:1')
    expect(await wishes()).toHaveLength(1)
    verdict = () => undefined
    await live(6, 8)
    expect([letters().length, await wishes()]).toEqual([2, []])
  })
  test('is written anew once a day at most, however often the hour comes, and never at night', async () => {
    await confirmed(['read'])
    await publish('followup')
    verdict = () => ({ code: 554, words: '5.7.1 Relay access denied' })
    await live(0, 0)
    const hours = async (on: Day) => [await tellWhatHasCome(noonOf(on), here), await tellWhatHasCome(noonOf(on), here), (await deliver(on)).givenUp]
    expect(await hours(today)).toEqual([0, 0, 0])
    expect(await tellWhatHasCome({ at: `${inDays(1)}T22:30:00.000Z`, day: inDays(1) }, here)).toBe(0)
    expect(await hours(inDays(1))).toEqual([1, 0, 1])
  })
  test('is not written to an address that is refused for good: it goes, with all that it wished', async () => {
    await confirmed()
    await publish('followup')
    verdict = () => ({ code: 550, words: 'Ingen har adressen' })
    await live(0, 0)
    expect([await wishes(), letters().length]).toEqual([[], 1])
  })
  test('is given up after ninety days, with the address, and not before', async () => {
    await confirmed(['read'])
    await publish('followup')
    verdict = isDown
    await live(0, 0)
    await live(89, 90)
    expect(await wishes()).toHaveLength(1)
    await live(91, 91)
    expect([await wishes(), await queue()]).toEqual([[], []])
    verdict = () => undefined
    await live(92, 95)
    expect(letters()).toHaveLength(1)
  })
  test('and the address stay until it has gone, also when the process dies before that is written down', async () => {
    await confirmed(['read'])
    await publish('followup')
    await tellWhatHasCome(noonOf(today), here)
    expect(await wishes()).toHaveLength(1)
    await deliver(today)
    expect(await wishes()).toHaveLength(1)
    expect([await tellWhatHasCome(noonOf(today), here), await wishes(), letters().length]).toEqual([0, [], 2])
  })
})

describe('a letter that waits is withdrawn', () => {
  test('by the link of an earlier letter that takes the address away', async () => {
    await confirmed()
    await publish('followup')
    await live(0, 0)
    const stop = linkIn(letters()[1])
    await publish('council-decision')
    verdict = isDown
    await live(1, 1)
    expect(await queue()).toHaveLength(1)
    expect(await (await site.post(stop, {})).text()).toContain('Adressen är borttagen')
    verdict = () => undefined
    await live(2, 5)
    expect([await wishes(), await queue(), letters().length]).toEqual([[], [], 2])
  })
  test('by the button of the page, while it asks whose the address is', async () => {
    const undo = /action="(\/besked\/[0-9a-f]{80})"/.exec(await (await ask()).text())?.[1] ?? ''
    expect(await queue()).toHaveLength(1)
    await site.post(undo, {})
    expect([await wishes(), await queue()]).toEqual([[], []])
  })
  test('when the days of the address have gone', async () => {
    await ask()
    expect([await forgetOldNoticeWishes(noonOf(inDays(4))), await queue()]).toEqual([1, []])
  })
})

describe('the letter that asks whose an address is', () => {
  test('comes when our own mail server works again, and there are three days from then to confirm', async () => {
    verdict = isDown
    await ask()
    await live(0, 12)
    expect([letters().length, (await wishes()).length]).toEqual([0, 1])
    verdict = () => undefined
    await live(13, 15)
    expect(letters()).toHaveLength(1)
    expect((await wishes())[0].last_notice).toBeNull()
    expect(await (await site.post(linkIn(letters()[0]), {})).text()).toContain('Nu vet vi vart vi ska skriva')
  })
  test('is one, however often somebody asks while it waits', async () => {
    verdict = isDown
    await ask()
    await live(0, 0)
    await ask()
    await pool().query("update participation_notice_wishes set last_notice = 'wish asked of another day', written_on = written_on - 1")
    await pool().query("update people_mails set notice = 'wish asked of another day'")
    await ask()
    verdict = () => undefined
    await live(1, 2)
    expect(letters()).toHaveLength(1)
  })
  test('and is never confirmed, goes after three days with the address', async () => {
    await ask()
    await live(0, 4)
    expect([letters().length, await wishes()]).toEqual([1, []])
  })
})

test('the process leader sees that letters wait for our mail to work, and nobody’s address; with that mended it says nothing', async () => {
  await confirmed(['read'])
  await publish('followup')
  const leader = (await pool().query("select email from people_persons p join people_assignments a on a.person_id = p.id where a.role = 'process-leader' limit 1")).rows[0].email
  const cookie = await site.signIn(leader)
  const page = async () => (await (await site.get(`/arbete/dialoger/${slug}`, { cookie })).text()).replaceAll('<!-- -->', '')
  const said = 'väntar på att vår e-post ska fungera'
  expect(await page()).not.toContain(said)
  verdict = isDown
  await live(0, 0)
  expect(await page()).toContain(`1 brev ${said}`)
  expect(await page()).not.toContain(email)
  await live(1, 4)
  expect(await page()).toContain(said)
  verdict = () => undefined
  await live(5, 6)
  expect([await page(), letters().length]).toEqual([expect.not.stringContaining(said), 2])
})
