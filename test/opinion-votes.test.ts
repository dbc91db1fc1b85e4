import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { readVotes } from '#participation'
import { closeDialogue } from '../src/modules/participation/close-dialogue.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { openOpinionDialogue } from './open-opinion-dialogue.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = momentOf(new Date())
const at = { opensOn: addDays(now.day, -1), closesOn: addDays(now.day, 1) }
let stage: Stage
let other: Awaited<ReturnType<typeof openOpinionDialogue>>
let asked: Awaited<ReturnType<typeof openOpinionDialogue>>

beforeAll(async () => {
  stage = await stageDialogue()
  asked = await openOpinionDialogue(stage, { ...at, slug: 'vad-tycker-du', statements: 6 }, now)
  other = await openOpinionDialogue(stage, { ...at, slug: 'en-annan', statements: 9 }, now)
})

type Told = { token: string; statement: number; vote: number; answered: number; of: number; next: { statement: number; text: string } | null; type: string }
const send = (body: unknown, headers: Record<string, string> = {}, slug = 'vad-tycker-du') =>
  site.request(`/api/v1/dialogues/${slug}/votes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', host: '127.0.0.1', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const told = async (answer: Promise<Response>) => (await (await answer).json()) as Told
const newcomer = async () => (await told(send({ statement: 1, vote: 1 }))).token
const counted = async (table: string) => Number((await pool().query(`select count(*) from participation_opinion_${table}`)).rows[0].count)
const rows = async () => [await counted('votes'), await counted('participants'), await counted('proposals')]

describe('a vote', () => {
  test('makes the participant and gives the token that later votes carry, with the next statement each time, until there is none', async () => {
    const first = await send({ statement: 1, vote: 1 })
    let one = (await first.json()) as Told
    expect([first.status, one.answered, one.of]).toEqual([201, 1, 6])
    const seen = [1]
    while (one.next) {
      seen.push(one.next.statement)
      const answer = await send({ statement: one.next.statement, vote: -1, token: one.token })
      expect(answer.status).toBe(201)
      one = (await answer.json()) as Told
    }
    expect([seen.sort(), one.answered]).toEqual([[1, 2, 3, 4, 5, 6], 6])
  })
  test('on the same statement again is a change: the last holds', async () => {
    const token = await newcomer()
    const before = await rows()
    const again = await send({ statement: 1, vote: -1, token })
    expect([again.status, ((await again.json()) as Told).answered]).toEqual([200, 1])
    expect(await rows()).toEqual(before)
  })
  test('1: the same, many times at the same instant by one person, is exactly one', async () => {
    const token = await newcomer()
    const before = await rows()
    const answers = await Promise.all(Array.from({ length: 40 }, () => send({ statement: 2, vote: 1, token })))
    expect(new Set(answers.map(({ status }) => status).filter((status) => status >= 300))).toEqual(new Set())
    const [votes = 0, ...rest] = before
    expect(await rows()).toEqual([votes + 1, ...rest])
  })
  test('1: a first vote sent many times with one key makes one participant', async () => {
    const [votes = 0, participants = 0, proposals] = await rows()
    const key = { 'idempotency-key': 'a-key-of-one-newcomer-0001' }
    const tokens = await Promise.all(Array.from({ length: 10 }, async () => (await told(send({ statement: 3, vote: 0 }, key))).token))
    expect(new Set(tokens).size).toBe(1)
    expect(await rows()).toEqual([votes + 1, participants + 1, proposals])
  })
  test('2: two hundred newcomers at the same instant are all taken in, each as one', async () => {
    const [votes = 0, participants = 0, proposals] = await rows()
    const tokens = await Promise.all(Array.from({ length: 200 }, async (_, who) => (await told(send({ statement: 1 + (who % 6), vote: (who % 3) - 1 }))).token))
    expect(new Set(tokens).size).toBe(200)
    expect(await rows()).toEqual([votes + 200, participants + 200, proposals])
  })
  test.each<[string, unknown, Record<string, string>, number, string]>([
    ['6: two', { statement: 1, vote: 2 }, {}, 422, 'no-vote'],
    ['6: a half', { statement: 1, vote: 0.5 }, {}, 422, 'no-vote'],
    ['6: words', { statement: 1, vote: 'abc' }, {}, 422, 'no-vote'],
    ['6: null', { statement: 1, vote: null }, {}, 422, 'no-vote'],
    ['6: a list', { statement: 1, vote: [] }, {}, 422, 'no-vote'],
    ['6: an object', { statement: 1, vote: {} }, {}, 422, 'no-vote'],
    ['6: more than a number holds', '{"statement":1,"vote":1e309}', {}, 422, 'no-vote'],
    ['6: a number in words with a space', { statement: 1, vote: '1 ' }, {}, 422, 'no-vote'],
    ['6: true', { statement: 1, vote: true }, {}, 422, 'no-vote'],
    ['6: half a statement', { statement: 1.5, vote: 1 }, {}, 422, 'no-vote'],
    ['5: a statement that doesn’t exist', { statement: 999, vote: 1 }, {}, 404, 'no-such-statement'],
    ['5: a statement that only another dialogue has', { statement: 8, vote: 1 }, {}, 404, 'no-such-statement'],
    ['21: more than was asked for', { statement: 1, vote: 1, isAdministrator: true }, {}, 422, 'no-vote'],
    ['17: a token of one’s own making', { statement: 1, vote: 1, token: 'a'.repeat(32) }, {}, 403, 'no-such-participant'],
    ['53: a token with NUL', { statement: 1, vote: 1, token: '\u0000' }, {}, 403, 'no-such-participant'],
    ['53: half a character', '{"statement":1,"vote":1,"token":"\\ud800"}', {}, 403, 'no-such-participant'],
    ['53: a very long token', { statement: 1, vote: 1, token: 'x'.repeat(10_000) }, {}, 422, 'no-vote'],
    ['51: broken JSON', '{"statement":', {}, 400, 'unreadable-json'],
    ['47: a form of another site', 'statement=1', { 'content-type': 'text/plain', origin: 'https://evil.example' }, 415, 'not-json'],
    ['8: a key that is too short to be one', { statement: 1, vote: 1 }, { 'idempotency-key': 'kort' }, 400, 'no-key'],
  ])('4: %s is refused, and leaves no trace', async (_, body, headers, status, problem) => {
    const before = await rows()
    const answer = await send(body, headers)
    expect([answer.status, answer.headers.get('content-type'), ((await answer.json()) as Told).type]).toEqual([status, 'application/problem+json', `/api#${problem}`])
    expect(await rows()).toEqual(before)
  })
  test('5: a token of another dialogue is nobody here', async () => {
    const { token } = await told(send({ statement: 1, vote: 1 }, {}, 'en-annan'))
    expect((await send({ statement: 1, vote: 1, token })).status).toBe(403)
  })
  test('to a survey, to notes and to nothing is not found, all alike', async () => {
    const said = await Promise.all(['din-framtid', 'gruppsamtal', 'finns-inte'].map(async (slug) => (await send({ statement: 1, vote: 1 }, {}, slug)).text()))
    expect(new Set(said).size).toBe(1)
  })
  test('7: twenty from one client without cookies are twenty participants, for nothing is kept by which they could be told to be one; an address is never stored', async () => {
    const [, participants = 0] = await rows()
    const headers = { 'x-forwarded-for': '203.0.113.7', 'user-agent': 'one and the same' }
    for (let at = 0; at < 20; at++) await send({ statement: 1, vote: 1 }, headers)
    expect((await rows())[1]).toBe(participants + 20)
    const { rows: kept } = await pool().query('select * from participation_opinion_participants')
    expect(JSON.stringify(kept)).not.toMatch(/203\.0\.113|one and the same/)
  })
  test('10: a thousand behind one address are not stopped, and whoever claims many addresses gets no more for it', async () => {
    const answers = await Promise.all(Array.from({ length: 1_000 }, (_, who) => send({ statement: 1, vote: 1 }, { 'x-forwarded-for': `203.0.113.${who % 250}` })))
    expect(answers.filter(({ status }) => status !== 201)).toEqual([])
  })
  test('12: nothing that is stored tells when or in which order votes came, nor who wrote a statement among those who voted', async () => {
    const { rows: columns } = await pool().query<{ name: string; type: string }>(
      "select table_name || '.' || column_name as name, data_type as type from information_schema.columns where table_name in ('participation_opinion_votes', 'participation_opinion_participants')",
    )
    expect(columns.map(({ name }) => name.split('.')[1]).sort()).toEqual(['dialogue_id', 'id', 'participant_id', 'seen', 'statement_id', 'vote'])
    expect(columns.some(({ type }) => /time|date|serial/.test(type))).toBe(false)
    const token = await newcomer()
    const everything = JSON.stringify((await pool().query('select * from participation_opinion_participants')).rows)
    expect(everything).not.toContain(token)
  })
})

describe('the interface', () => {
  test('tells the statements, and 9: is the only way in: an older or longer address is no other', async () => {
    const { statements } = (await (await site.get('/api/v1/dialogues/vad-tycker-du/statements')).json()) as { statements: { statement: number; text: string; source: string }[] }
    expect(statements).toHaveLength(6)
    expect(statements[0]).toMatchObject({ statement: 1, origin: 'seed', source: 'Provet' })
    for (const path of ['/api/votes', '/api/v0/dialogues/vad-tycker-du/votes', '/api/v1/dialogues/vad-tycker-du/votes/mina'])
      expect(
        (await site.request(path, { method: 'POST', headers: { 'content-type': 'application/json', host: '127.0.0.1' }, body: '{"statement":1,"vote":2}' })).status,
      ).toBeGreaterThanOrEqual(400)
    for (const method of ['PUT', 'DELETE', 'PATCH'])
      expect((await site.request('/api/v1/dialogues/vad-tycker-du/votes', { method, headers: { host: '127.0.0.1' } })).status).toBe(405)
    expect((await site.get('/api/v1/dialogues/vad-tycker-du/votes')).status).toBe(405)
    expect(await (await site.get('/api/v1/dialogues/vad-tycker-du')).json()).toMatchObject({ kind: 'opinion', questions: [] })
  })
  test.each(['/api/v1/dialogues/vad-tycker-du/votes/', '/api/v1/dialogues/vad-tycker-du/Votes', '/api/v1/dialogues/vad-tycker-du/%76otes//'])(
    'takes a vote at %s, as pages are found however their address is written',
    async (path) => {
      const sent = (body: string) => site.request(path, { method: 'POST', headers: { 'content-type': 'application/json', host: '127.0.0.1' }, body })
      const before = await rows()
      const refused = await sent('{"statement":1,"vote":2}')
      expect([refused.status, ((await refused.json()) as Told).type]).toEqual([422, '/api#no-vote'])
      expect(await rows()).toEqual(before)
      expect((await sent('{"statement":1,"vote":1}')).status).toBe(201)
      expect((await rows())[0]).toBe((before[0] ?? 0) + 1)
    },
  )
  test('tells programs of every refusal that the server itself may answer a vote with', async () => {
    const { paths } = (await (await site.get('/api/v1/openapi.json')).json()) as { paths: Record<string, { post: { responses: object } }> }
    expect(Object.keys(paths['/api/v1/dialogues/{slug}/votes']?.post.responses ?? {})).toEqual(
      expect.arrayContaining(['400', '403', '404', '405', '409', '413', '415', '422', '429', '503']),
    )
  })
  test('the same rules hold on the page: a vote of two, another’s statement and a forged token leave no trace', async () => {
    const page = '/delta/vad-tycker-du/pastaenden'
    const before = await rows()
    expect((await site.post(page, { nr: '1', vote: '2' })).status).toBe(422)
    expect((await site.post(page, { nr: '8', vote: '1' })).status).toBe(404)
    expect((await site.post(page, { nr: '1e3', vote: '1' })).status).toBe(404)
    expect(await rows()).toEqual(before)
    // A cookie or a field that we didn't make is nobody's: then it is a newcomer.
    expect((await site.post(page, { nr: '1', vote: '1', token: 'x'.repeat(32) }, { cookie: `samsyn_deltagare=${'y'.repeat(32)}` })).status).toBe(302)
    expect((await rows())[1]).toBe((before[1] ?? 0) + 1)
  })
})

test('3: when it is closed while fifty votes arrive, each is either stored or refused, and what is counted stays', async () => {
  const before = await counted('votes')
  const votes = Array.from({ length: 50 }, (_, who) => send({ statement: 1 + (who % 9), vote: 1 }, {}, 'en-annan'))
  await grantedBy(closeDialogue(stage.leader, { dialogueId: other.id, reason: 'Klart' }, now))
  const answers = await Promise.all(votes)
  const stored = answers.filter(({ status }) => status === 201).length
  expect(answers.map(({ status }) => status).every((status) => status === 201 || status === 409)).toBe(true)
  expect(await counted('votes')).toBe(before + stored)
  expect(((await (await send({ statement: 1, vote: 1 }, {}, 'en-annan')).json()) as Told).type).toBe('/api#closed')
  const first = (await readVotes(other.id)).columns.vote.length
  expect([(await readVotes(other.id)).columns.vote.length, (await readVotes(asked.id)).statements.length]).toEqual([first, 6])
})
