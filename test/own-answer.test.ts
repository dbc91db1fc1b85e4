import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { noonOf, presentMoment } from '#http/clock'
import { addDays } from '#kernel/day'
import { sealAnswers, verifySeals } from '#participation'
import { tellStory } from '../seeds/ange/tell-story.ts'
import { receiptIn } from './receipt.ts'
import { useSite } from './site.ts'

const site = useSite()
const survey = '/delta/hur-gar-det-2026'
let question = ''
const tomorrow = addDays(presentMoment().day, 1)

beforeAll(async () => {
  await tellStory('seeds/ange/voices')
  question = /name="([0-9a-f-]{36})"/.exec(await (await site.get(survey)).text())?.[1] ?? ''
})

let sent = 0
async function answer(text: string): Promise<string> {
  const html = await (await site.post(survey, { submissionKey: `key-of-somebody-s-own-answer-${sent++}`, [question]: text })).text()
  return receiptIn(html)
}
const statements = async (text: string) => Number((await pool().query('select count(*) from participation_statements where text = $1', [text])).rows[0].count)
const follow = (code: string, act = '') => site.post('/folj', { code, ...(act && { act }) })
const cookieOf = (response: Response) => /samsyn_svar=[^;]*/.exec(response.headers.get('set-cookie') ?? '')?.[0] ?? ''

describe('22: an answer is changed by the one who has its receipt, without an account', () => {
  test('it is laid out as it was sent, sent anew, and has the receipt it had', async () => {
    const code = await answer('Fler bussar')
    const begun = await follow(code, 'change')
    expect([begun.status, begun.headers.get('location')]).toEqual([302, survey])
    const cookie = cookieOf(begun)
    const form = await (await site.get(survey, { cookie })).text()
    expect(form).toContain('Du ändrar ett svar som du har skickat')
    expect(form).toContain('value="Fler bussar"')
    expect(await statements('Fler bussar')).toBe(1)
    const changed = await site.post(survey, { submissionKey: 'x', [question]: 'Fler bussar även på kvällen' }, { cookie })
    expect(receiptIn(await changed.text())).toBe(code)
    expect([await statements('Fler bussar'), await statements('Fler bussar även på kvällen')]).toEqual([0, 1])
    expect(await (await follow(code)).text()).toContain('Fler bussar även på kvällen')
  })
  test('a change sent twice is one change', async () => {
    const code = await answer('En badplats')
    const cookie = cookieOf(await follow(code, 'change'))
    const send = () => site.post(survey, { submissionKey: 'x', [question]: 'En badplats med brygga' }, { cookie })
    await Promise.all([send(), send()])
    expect([await statements('En badplats'), await statements('En badplats med brygga')]).toEqual([0, 1])
  })
  test('what was begun, sent and since changed is gone on with, though its own form is spent', async () => {
    const code = await answer('Ett utegym')
    const cookie = cookieOf(await follow(code, 'change'))
    // As the server leaves it that ends when the answer is stored and what was begun is not yet forgotten.
    await pool().query('create table begun_before as select * from participation_begun_answers')
    await site.post(survey, { submissionKey: 'x', [question]: 'Ett utegym vid ån' }, { cookie })
    await pool().query('insert into participation_begun_answers select * from begun_before where code_hash not in (select code_hash from participation_begun_answers)')
    await pool().query('drop table begun_before')
    await site.post(survey, { submissionKey: 'x', [question]: 'Ett utegym vid torget' }, { cookie: cookieOf(await follow(code, 'change')) })
    const spent = await site.post(survey, { submissionKey: 'x', [question]: 'Ett utegym vid skolan' }, { cookie })
    expect(spent.status).toBe(409)
    expect((await site.post(survey, { submissionKey: 'x', [question]: 'Ett utegym vid skolan' }, { cookie: cookieOf(spent) })).status).toBe(200)
    expect([await statements('Ett utegym vid torget'), await statements('Ett utegym vid skolan')]).toEqual([0, 1])
  })
  test('a change that is refused leaves what was sent', async () => {
    const code = await answer('Ett torg')
    const cookie = cookieOf(await follow(code, 'change'))
    expect((await site.post(survey, { submissionKey: 'x', [question]: 'x'.repeat(2001) }, { cookie })).status).toBe(422)
    expect(await statements('Ett torg')).toBe(1)
  })
  test('the code is in no address, and not in the cookie', async () => {
    const code = await answer('Ljus vid vägen')
    const begun = await follow(code, 'change')
    expect(JSON.stringify([begun.headers.get('location'), begun.headers.get('set-cookie')])).not.toContain(code)
  })
})

describe('an answer is taken back', () => {
  test('its words are erased everywhere, and its code finds nothing', async () => {
    const code = await answer('Ett mycket eget ord: kvittblomsgatan')
    const taken = await follow(code, 'withdraw')
    expect([taken.status, (await taken.text()).includes('Ditt svar är raderat')]).toEqual([200, true])
    expect((await follow(code)).status).toBe(404)
    const { rows } = await pool().query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public'")
    for (const { name } of rows) expect(JSON.stringify((await pool().query(`select * from ${name} t where t::text like '%kvittblomsgatan%'`)).rows), name).toBe('[]')
  })
  test('once it has been read into the analysis it stays, and that is said', async () => {
    const code = await answer('Läst av någon')
    await pool().query(
      `insert into analysis_codings (statement_id, theme_id, coded_by, stance, coded_at)
       select s.id, (select id from analysis_themes limit 1), (select id from people_persons limit 1), 'want', now() from participation_statements s where s.text = 'Läst av någon'`,
    )
    const kept = await follow(code, 'withdraw')
    expect([kept.status, (await kept.text()).includes('redan läst och sammanställt')]).toEqual([409, true])
    const cookie = cookieOf(await follow(code, 'change'))
    const changed = await site.post(survey, { submissionKey: 'x', [question]: 'Något annat' }, { cookie })
    expect([changed.status, (await changed.text()).includes('kan inte ändras')]).toEqual([409, true])
    expect(await statements('Läst av någon')).toBe(1)
  })
  test('nobody else’s is: a wrong code, and a code with a sign changed, find nothing', async () => {
    const before = Number((await pool().query('select count(*) from participation_responses')).rows[0].count)
    for (const wrong of ['', 'hej', '0000-0000-0000-0000-0']) for (const act of ['withdraw', 'change']) expect((await follow(wrong, act)).status).toBe(404)
    expect(Number((await pool().query('select count(*) from participation_responses')).rows[0].count)).toBe(before)
  })
})

describe('the seals add up', () => {
  test('after answers in them were changed and taken back, with a row that says so', async () => {
    const codes = [await answer('Sigill ett'), await answer('Sigill två'), await answer('Sigill tre')]
    await sealAnswers(tomorrow)
    expect(await verifySeals()).toMatchObject({ ok: true })
    const before = (await verifySeals()).erasedAnswers
    await follow(codes[0] ?? '', 'withdraw')
    const cookie = cookieOf(await follow(codes[1] ?? '', 'change'))
    await site.post(survey, { submissionKey: 'x', [question]: 'Sigill två, ändrat' }, { cookie })
    expect(await verifySeals()).toMatchObject({ ok: true, missingAnswers: 0, erasedAnswers: before + 2 })
    await sealAnswers(addDays(noonOf(tomorrow).day, 1))
    expect(await verifySeals()).toMatchObject({ ok: true })
  })
  test('and an answer that somebody deletes without a reason is refused by the database', async () => {
    await expect(pool().query("delete from participation_statements where text = 'Sigill tre'")).rejects.toThrow('a row that says why')
  })
})
