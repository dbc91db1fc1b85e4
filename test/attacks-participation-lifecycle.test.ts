import { createHash } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf, noonOf, presentMoment } from '#http/clock'
import { addDays } from '#kernel/day'
import { closeDialogue } from '../src/modules/participation/close-dialogue.ts'
import { grantedBy, type Stage } from '../src/modules/participation/stage-dialogue.ts'
import { tellWhatHasCome } from '../src/modules/participation/tell-what-has-come.ts'
import { byApi, countRows, newKey, openSurvey, setStage } from './attacked-survey.ts'
import { receiptIn } from './receipt.ts'
import { fileOf, runSamsynIn } from './run-samsyn.ts'
import { useSite } from './site.ts'
import { tablesThatHold } from './tables-that-hold.ts'

const site = useSite()
let stage: Stage
let leader = ''
let ids: Record<string, string> = {}
const id = (key: string) => ids[key] ?? ''
const today = presentMoment().day

beforeAll(async () => {
  stage = await setStage()
  leader = await site.signIn('process-leader@example.se')
  ids = (await openSurvey('orten')).ids
})
beforeEach(() => pool().query('delete from people_attempts'))
const answer = async (text: string) => receiptIn(await (await site.post('/delta/orten', { submissionKey: newKey(), [id('bor')]: 'ja', [id('tycker')]: text })).text())
const page = async (path: string, cookie = leader) => (await (await site.get(path, { cookie })).text()).replaceAll('<!-- -->', '')
const take = (name: string, text: string) => {
  const { connectionString, host } = site.connection()
  const surroundings = { DATABASE_URL: connectionString ?? `postgres:///postgres?host=${host}&user=postgres`, SAMSYN_SECRET: 'a secret for the tests, and for nothing else' }
  return runSamsynIn(surroundings, 'import', 'answers', fileOf(name, text), '--dialogue', 'orten')
}

test('54: a file that comes twice is taken once, a row that is broken is told and left, and nobody is named as the one who wrote', async () => {
  const text = 'Vad tycker du?\nUr en fil\nnoll\u0000tecken\n"Ännu en"\n'
  const first = take('svar.csv', text)
  expect([first.status, first.said]).toEqual([0, expect.stringContaining('Rad 3')])
  const before = await countRows()
  for (const name of ['svar.csv', 'kopia av svar.csv']) expect(take(name, text).status).toBe(1)
  expect(await countRows()).toEqual(before)
  const { rows } = await pool().query("select distinct entered_by, label, receipt_hash from participation_responses where source = 'import'")
  expect(rows).toEqual([{ entered_by: null, label: null, receipt_hash: null }])
})

test('56: an answer that is taken back is in no table, page, file, figure or queue, and what is left says neither who nor what', async () => {
  const word = 'blåklocksstigen'
  const receipt = await answer(`Om ${word}`)
  expect(await tablesThatHold(word)).toEqual(['participation_statements'])
  expect((await site.post('/folj', { code: receipt, act: 'withdraw' })).status).toBe(200)
  expect(await tablesThatHold(word)).toEqual([])
  for (const path of ['/arbete/granska', '/arbete/granska?lage=visas', '/arbete/dialoger/orten/siffror', '/arbete/handelser']) expect(await page(path), path).not.toContain(word)
  const file = await site.post('/arbete/dialoger/orten/utlamning/fil', { format: 'json', texts: 'raw', reason: 'Provas' }, { cookie: leader })
  expect(Buffer.from(await file.arrayBuffer()).includes(word)).toBe(false)
  const { rows } = await pool().query("select * from participation_erasures where why = 'withdrawn'")
  expect(rows).toHaveLength(1)
  const { id: _, response_id, dialogue_id, submission_hash, ...left } = rows[0]
  expect([typeof response_id, typeof dialogue_id, submission_hash]).toEqual(['string', 'string', expect.stringMatching(/^[\w-]{43}$/)])
  expect({ ...left, erased_on: 'a day' }).toEqual({ erased_on: 'a day', why: 'withdrawn', persons: 1, seal_sequence: null, seal_leaf: null, erased_by: null })
  expect((await site.post('/folj', { code: receipt })).status).toBe(404)
})

describe('letters to those who asked to be told', () => {
  const wish = async () => (await pool().query('select when_read, when_decided, language, confirmed_on is not null as confirmed from participation_notice_wishes')).rows
  const ask = (tellings: string[], headers = {}) => site.post('/delta/orten/besked', { email: 'nagon@example.se', tellings }, headers)
  beforeAll(async () => {
    expect((await ask(['read', 'decided'])).status).toBe(200)
    const link = /\/besked\/[0-9a-f]+/.exec((await pool().query('select body from people_mails')).rows[0]?.body ?? '')?.[0] ?? ''
    expect((await site.post(link, {})).status).toBe(200)
    await pool().query('delete from people_mails')
  })
  test('57: what somebody has said yes to stays when they ask again, answer, change and take back their answer', async () => {
    const before = await wish()
    expect(before).toEqual([{ when_read: true, when_decided: true, language: 'sv', confirmed: true }])
    for (const tellings of [['read'], ['decided'], []]) await ask(tellings, { cookie: 'sprak=en' })
    await site.post('/folj', { code: await answer('Och så det här'), act: 'withdraw' })
    expect(await wish()).toEqual(before)
    expect((await pool().query('select 1 from people_mails')).rows).toEqual([])
  })
  test('58: what was published while the house stood still for ten days is told, once, by whichever process comes first', async () => {
    const step = (await pool().query("select id from process_steps where key = 'analysis'")).rows[0].id
    await pool().query('insert into process_releases (step_id, released_by, released_at) values ($1, (select id from people_persons limit 1), now())', [step])
    const later = noonOf(addDays(today, 10))
    const night = momentOf(new Date(`${addDays(today, 10)}T22:30:00Z`))
    expect(await tellWhatHasCome(night, 'http://127.0.0.1')).toBe(0)
    const told = await Promise.all([1, 2, 3, 4].map(() => tellWhatHasCome(later, 'http://127.0.0.1')))
    expect(told.reduce((sum, each) => sum + each, 0)).toBe(1)
    for (const again of [later, noonOf(addDays(today, 13)), noonOf(addDays(today, 40))]) expect(await tellWhatHasCome(again, 'http://127.0.0.1')).toBe(0)
    expect((await pool().query('select count(*)::int from people_mails')).rows).toEqual([{ count: 1 }])
    // What is told is taken out of the wish when the letter has gone.
    await pool().query("update people_mails set sent_at = now(), body = '' where notice like 'wish %read'")
    await tellWhatHasCome(later, 'http://127.0.0.1')
    expect(await wish()).toEqual([{ when_read: false, when_decided: true, language: 'sv', confirmed: true }])
  })
})

test('59: what is counted is what is there, after answers were changed, taken back and withheld', async () => {
  const receipts = await Promise.all(['Ett', 'Två', 'Tre', 'Fyra', 'Fem', 'Sex', 'Sju'].map((text) => answer(`Räknat ${text}`)))
  await site.post('/folj', { code: receipts[0] ?? '', act: 'withdraw' })
  const begun = await site.post('/folj', { code: receipts[1] ?? '', act: 'change' })
  const cookie = /samsyn_svar=[^;]*/.exec(begun.headers.get('set-cookie') ?? '')?.[0] ?? ''
  await site.post('/delta/orten', { submissionKey: newKey(), [id('bor')]: 'nej', [id('tycker')]: ['Räknat två', 'Räknat till'] }, { cookie })
  const [{ statement } = { statement: '' }] = (await pool().query("select id as statement from participation_statements where text = 'Räknat Tre'")).rows
  expect((await site.post('/arbete/granska', { decide: 'marked withheld', statementIds: statement, reason: 'Pekar ut någon' }, { cookie: leader })).status).toBe(302)
  const sql = `select count(distinct r.id)::int as answers, count(distinct r.id) filter (where r.answers ->> 'bor' = 'nej')::int as no, count(s.id)::int as ideas
    from participation_responses r join participation_dialogues d on d.id = r.dialogue_id left join participation_statements s on s.response_id = r.id where d.slug = 'orten'`
  const [counted] = (await pool().query<{ answers: number; no: number; ideas: number }>(sql)).rows
  // Counted again when it is asked for: what a process has kept of it is old by then.
  const own = await page('/arbete/dialoger/orten')
  expect(own).toMatch(new RegExp(`\\b${counted?.answers} svar`))
  const waiting = await page('/arbete/granska?dialog=orten')
  expect(['Räknat Ett', 'Räknat Två<', 'Räknat Tre', 'Räknat till', 'Räknat Fyra'].map((text) => waiting.includes(text))).toEqual([false, false, false, true, true])
})

describe('60: few are never shown,', () => {
  type Shown = { responses: number | null; questions: { key: string; answered: number | null; dontKnow: number | null; options: { key: string; count: number | null }[] }[] }
  const figures = async (slug: string) => (await (await site.get(`/api/v1/dialogues/${slug}/figures`)).json()) as Shown
  test('nor reckoned from what is shown: not by a sum, nor by two readings with one answer between', async () => {
    await openSurvey('promised', { figuresWhileOpen: true })
    const put = (bor: string, more = {}) => byApi(site, 'promised', { answers: { bor, ...more } })
    for (let at = 0; at < 24; at++) await put(at < 21 ? 'ja' : 'nej', { nojd: at < 3 ? 1 : at < 12 ? 4 : 5 })
    const before = await figures('promised')
    await put('nej', { nojd: 2 })
    expect({ ...(await figures('promised')), countedAt: '' }).toEqual({ ...before, countedAt: '' })
    process.env.SAMSYN_NOW = `${addDays(today, 2)}T12:00:00Z`
    try {
      const whole = await figures('promised')
      expect(whole.responses).toBe(25)
      expect(whole.questions.flatMap(({ options }) => options).filter(({ count }) => count !== null && count >= 5).length).toBeGreaterThan(0)
      for (const { key, options, dontKnow, answered } of whole.questions) {
        const counts = [...options.map(({ count }) => count), dontKnow]
        expect(
          counts.filter((count) => count !== null && count > 0 && count < 5),
          key,
        ).toEqual([])
        // One that is hidden alone could be had by taking the others from the sum.
        const hidden = counts.filter((count) => count === null).length
        if (answered !== null && key !== 'gillar') expect(hidden, key).not.toBe(1)
      }
      // The next day one more comes: too few for the figures to change.
      await put('nej', { nojd: 2 })
      process.env.SAMSYN_NOW = `${addDays(today, 3)}T12:00:00Z`
      expect((await figures('promised')).responses).toBe(25)
    } finally {
      delete process.env.SAMSYN_NOW
    }
  })
  test('and four who answered are nobody: no figure at all, on any page', async () => {
    const few = await openSurvey('fyra')
    for (let at = 0; at < 4; at++) await byApi(site, 'fyra', { answers: { bor: 'ja', nojd: 5 } })
    await grantedBy(closeDialogue(stage.leader, { dialogueId: few.id, reason: 'Klart' }, presentMoment()))
    expect(await figures('fyra')).toMatchObject({ responses: null, questions: [] })
    expect(await page('/delta/fyra/svar', '')).not.toMatch(/\b4 (?:svar|har)/)
  })
  test('and no address is kept, as it is or as a hash that could be reckoned back', async () => {
    const server = await site.listen()
    const send = (path: string, body: URLSearchParams) =>
      fetch(`http://127.0.0.1:${server.port}${path}`, { method: 'POST', body, headers: { origin: `http://127.0.0.1:${server.port}`, 'x-forwarded-for': '192.0.2.77' } })
    expect((await send('/delta/orten', new URLSearchParams({ submissionKey: newKey(), [id('bor')]: 'ja' }))).status).toBe(200)
    expect((await send('/folj', new URLSearchParams({ code: 'x' }))).status).toBe(404)
    await server.stop()
    for (const address of ['127.0.0.1', '::ffff:127.0.0.1', '192.0.2.77'])
      for (const form of [address, ...(['hex', 'base64', 'base64url'] as const).flatMap((as) => ['sha256', 'sha1', 'md5'].map((by) => createHash(by).update(address).digest(as)))])
        expect(
          (await tablesThatHold(form)).filter((name) => name !== 'people_mails'),
          `${address} ${form}`,
        ).toEqual([])
  })
})
