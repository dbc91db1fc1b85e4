import { setTimeout as wait } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pool, transaction } from '#db/database.server'
import { useDatabase } from '#test/database'
import { startMailServer, type Verdict } from '#test/mail-server'
import { deliverMails } from './deliver-mails.ts'
import { sendMail } from './send-mail.ts'
import { startPostman } from './start-postman.ts'

useDatabase()

let servers: { stop(): Promise<void> }[] = []
const mailServer = async (verdict?: Verdict, port?: number) => {
  const server = await startMailServer(verdict, port)
  servers.push(server)
  return server
}
const post = (address: string) => ({ transport: createTransport(address), from: 'Samsyn <samsyn@kommunen.example>', host: 'samsyn.example' })
const letter = (recipient: string, more = {}) =>
  sendMail({ recipient, subject: 'Möte på måndag, å ä ö', body: 'Hej\n\nhttps://samsyn.example/a?b=1&c=2\n\nVälkommen <hit>', ...more })
const rowOf = async (recipient: string) => (await pool().query('select * from people_mails where recipient = $1', [recipient])).rows[0]
const minutes = (many: number) => new Date(Date.now() + many * 60_000)

beforeEach(() => pool().query('delete from people_mails'))
afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()))
  servers = []
})

test('a mail comes as text and as a page, in Swedish, with an identity of its own', async () => {
  const server = await mailServer()
  await letter('bo@kommunen.example')
  expect(await deliverMails(post(server.address), minutes(0))).toEqual({ sent: 1, givenUp: 0, waiting: 0 })
  const [mail] = server.taken
  expect(mail?.recipient).toBe('bo@kommunen.example')
  expect(mail?.source).toContain('Subject: =?UTF-8?')
  expect(mail?.source).toContain('Content-Type: text/plain; charset=utf-8')
  expect(mail?.source).toContain('Content-Type: text/html; charset=utf-8')
  expect(mail?.source).toContain('&lt;hit&gt;')
  expect(mail?.source).toContain('Auto-Submitted: auto-generated')
  expect(mail?.source).toContain(`Message-ID: <${(await rowOf('bo@kommunen.example')).id}@samsyn.example>`)
})

describe('a mail that a server can’t take', () => {
  test('now waits, longer each time, with what the server said, and goes when it can', async () => {
    let answers = 0
    const server = await mailServer(() => (++answers <= 2 ? { code: 451, words: 'Prova senare' } : undefined))
    await letter('bo@kommunen.example')
    expect(await deliverMails(post(server.address), minutes(1))).toMatchObject({ waiting: 1 })
    expect(await deliverMails(post(server.address), minutes(1.5))).toEqual({ sent: 0, givenUp: 0, waiting: 0 })
    expect((await rowOf('bo@kommunen.example')).failure).toContain('Prova senare')
    expect(await deliverMails(post(server.address), minutes(3))).toMatchObject({ waiting: 1 })
    expect(await deliverMails(post(server.address), minutes(5))).toEqual({ sent: 0, givenUp: 0, waiting: 0 })
    expect(await deliverMails(post(server.address), minutes(9))).toMatchObject({ sent: 1 })
    expect(server.taken).toHaveLength(1)
  })
  test('because nobody answers is lost as little', async () => {
    const server = await startMailServer()
    await server.stop()
    await letter('bo@kommunen.example')
    expect(await deliverMails(post(server.address), minutes(1))).toMatchObject({ waiting: 1 })
    const again = await mailServer(undefined, server.port)
    expect(await deliverMails(post(again.address), minutes(3))).toMatchObject({ sent: 1 })
  })
  test('ever, for nobody has the address, is given up at once with the server’s words, and the next goes all the same', async () => {
    const server = await mailServer((recipient) => (recipient.startsWith('borta') ? { code: 550, words: 'Ingen har adressen' } : undefined))
    await letter('borta@kommunen.example')
    await letter('bo@kommunen.example')
    expect(await deliverMails(post(server.address), minutes(1))).toEqual({ sent: 1, givenUp: 1, waiting: 0 })
    const row = await rowOf('borta@kommunen.example')
    expect([row.failure.includes('Ingen har adressen'), row.given_up_at !== null, row.sent_at]).toEqual([true, true, null])
    expect(await deliverMails(post(server.address), minutes(9_000))).toEqual({ sent: 0, givenUp: 0, waiting: 0 })
  })
  test('in two days and eight tries is given up', async () => {
    const server = await mailServer(() => ({ code: 421, words: 'Stängt' }))
    await letter('bo@kommunen.example')
    const outcomes = []
    for (let turn = 0; turn < 9; turn++) outcomes.push(await deliverMails(post(server.address), minutes(1 + turn * 1_500)))
    expect(outcomes.map(({ waiting }) => waiting)).toEqual([1, 1, 1, 1, 1, 1, 1, 0, 0])
    expect(outcomes[7]?.givenUp).toBe(1)
    expect((await rowOf('bo@kommunen.example')).attempts).toBe(8)
  })
})

test('each notice goes once, however often it is asked for and however many postmen there are', async () => {
  const server = await mailServer()
  for (let at = 0; at < 20; at++) await letter(`nummer${at}@kommunen.example`, { notice: `inbjudan ${at}` })
  for (let at = 0; at < 20; at++) await letter(`nummer${at}@kommunen.example`, { notice: `inbjudan ${at}` })
  const rounds = await Promise.all([1, 2, 3, 4].map(() => deliverMails(post(server.address), minutes(1))))
  while ((await deliverMails(post(server.address), minutes(1))).sent > 0);
  expect(rounds.reduce((sum, { sent }) => sum + sent, 0)).toBeGreaterThan(0)
  expect(new Set(server.taken.map(({ recipient }) => recipient)).size).toBe(20)
  expect(server.taken).toHaveLength(20)
})

test('a mail in the hands of a process that died is taken over when two minutes have gone', async () => {
  const server = await mailServer()
  await letter('bo@kommunen.example')
  await pool().query("update people_mails set held_until = now() + interval '2 minutes', attempts = 1")
  expect(await deliverMails(post(server.address), minutes(1))).toMatchObject({ sent: 0 })
  expect(await deliverMails(post(server.address), minutes(3))).toMatchObject({ sent: 1 })
})

test('a mail of an act that was undone is never sent', async () => {
  const server = await mailServer()
  await transaction(async () => {
    await letter('bo@kommunen.example')
    throw new Error('undone')
  }).catch(() => {})
  expect(await deliverMails(post(server.address), minutes(1))).toEqual({ sent: 0, givenUp: 0, waiting: 0 })
  expect(server.taken).toEqual([])
})

test('a link that opens nothing any more is not sent', async () => {
  const server = await mailServer()
  await letter('bo@kommunen.example', { usefulUntil: minutes(15).toISOString() })
  expect(await deliverMails(post(server.address), minutes(20))).toEqual({ sent: 0, givenUp: 1, waiting: 0 })
  expect(server.taken).toEqual([])
})

test('a line break in a subject or an address makes no heading and no other recipient', async () => {
  const server = await mailServer()
  await letter('bo@kommunen.example\r\nBcc: alla@kommunen.example', { subject: 'Hej\r\nBcc: alla@kommunen.example' })
  await deliverMails(post(server.address), minutes(1))
  expect(server.taken.map(({ recipient }) => recipient)).not.toContain('alla@kommunen.example')
  expect(server.taken.filter(({ source }) => /^Bcc:/im.test(source))).toEqual([])
})

test('a postman sends what is queued while it works, and stops in good order', async () => {
  const server = await mailServer()
  const postman = startPostman({ server: server.address, from: 'samsyn@kommunen.example', host: 'samsyn.example', everyMs: 20 })
  await letter('bo@kommunen.example')
  await expect.poll(() => server.taken.length).toBe(1)
  await postman.stop()
  expect(server.taken).toHaveLength(1)
  await letter('bo@kommunen.example')
  await wait(100)
  expect(server.taken).toHaveLength(1)
})
