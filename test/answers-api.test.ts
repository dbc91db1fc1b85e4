import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { createDialogue, openDialogue } from '#participation'
import { closeDialogue } from '../src/modules/participation/close-dialogue.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { choices } from './asked.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = momentOf(new Date())
let stage: Stage
let dialogueId = ''
const questions = [
  { key: 'bor', kind: 'one', wording: 'Bor du här?', required: true, form: { choices: choices('Ja', 'Nej'), other: true } },
  { key: 'gillar', kind: 'several', wording: 'Vad gillar du?', form: { choices: choices('Skog', 'Sjö', 'Berg').map((each) => ({ ...each, key: each.key.replace('ö', 'o') })) } },
  { key: 'nojd', kind: 'scale', wording: 'Hur nöjd är du?' },
  { key: 'ar', kind: 'number', wording: 'Hur många år?' },
  { key: 'tycker', kind: 'lines', wording: 'Vad tycker du?' },
  { key: 'betyg', kind: 'matrix', wording: 'Betyg', form: { choices: choices('Bra', 'Illa'), rows: choices('Skolan', 'Maten') } },
  { key: 'upplysning', kind: 'information', wording: 'Bra att veta' },
  {
    key: 'sedan',
    kind: 'one',
    wording: 'Länge?',
    sectionHeading: 'Mer',
    form: { choices: choices('Ja', 'Nej') },
    showIf: { match: 'all', conditions: [{ question: 'bor', is: 'one-of', values: ['ja'] }] },
  },
] as never[]

beforeAll(async () => {
  stage = await stageDialogue()
  const about = { processId: stage.processId, stepId: stage.stepId, groupId: stage.residents, information: 'x', legalBasis: 'x', promise: 'x', contact: 'x' }
  const dialogue = await grantedBy(
    createDialogue(stage.leader, { ...about, slug: 'orten', title: 'Orten', kind: 'survey', opensOn: addDays(now.day, -1), closesOn: addDays(now.day, 1), questions }, now),
  )
  dialogueId = dialogue.id
  await grantedBy(openDialogue(stage.leader, { dialogueId }, now))
  await grantedBy(createDialogue(stage.leader, { ...about, slug: 'utkast', title: 'Utkast', kind: 'survey', opensOn: now.day, closesOn: addDays(now.day, 1), questions: [] }, now))
})

const send = (body: unknown, headers: Record<string, string> = {}, slug = 'orten') =>
  site.request(`/api/v1/dialogues/${slug}/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', host: '127.0.0.1', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const rows = async () => Number((await pool().query('select count(*) from participation_responses')).rows[0].count)
const json = async (path: string) => (await site.get(path)).json()

describe('what is asked', () => {
  test('is told with the keys that answers are sent by; a draft is not told of', async () => {
    expect(((await json('/api/v1/dialogues')) as { dialogues: { slug: string }[] }).dialogues.map(({ slug }) => slug)).not.toContain('utkast')
    expect((await site.get('/api/v1/dialogues/utkast')).status).toBe(404)
    expect(await json('/api/v1/dialogues/orten')).toMatchObject({
      state: 'open',
      version: 1,
      questions: [{ key: 'bor', kind: 'one', required: true }, {}, {}, {}, {}, {}, {}, { section: 'Mer' }],
    })
  })
  test('says the moments when it opens and closes, and of one that is closed early when that was, beside the days that were planned', async () => {
    const about = {
      processId: stage.processId,
      stepId: stage.stepId,
      groupId: stage.residents,
      information: 'x',
      legalBasis: 'x',
      promise: 'x',
      contact: 'x',
      kind: 'survey' as const,
    }
    const asked = { opensOn: addDays(now.day, -2), opensTime: '08:00', closesOn: addDays(now.day, 9), closesTime: '16:00', questions: [questions[0]] as never }
    const { id } = await grantedBy(createDialogue(stage.leader, { ...about, ...asked, slug: 'i-fortid', title: 'I förtid' }, now))
    await grantedBy(openDialogue(stage.leader, { dialogueId: id }, momentOf(new Date('2020-01-01T12:00:00Z'))))
    type Times = { opens: string; closes: string; opensAt: string; closesAt: string; state: string }
    const planned = (await json('/api/v1/dialogues/i-fortid')) as Times
    expect([planned.opens, planned.closes]).toEqual([`${addDays(now.day, -2)} 08:00`, `${addDays(now.day, 9)} 16:00`])
    expect(planned.opensAt).toMatch(new RegExp(`^${addDays(now.day, -2)}T08:00:00\\+0[12]:00$`))
    expect(planned.closesAt).toMatch(new RegExp(`^${addDays(now.day, 9)}T16:00:00\\+0[12]:00$`))
    await grantedBy(closeDialogue(stage.leader, { dialogueId: id, reason: 'Alla har svarat' }, now))
    const closed = ((await json('/api/v1/dialogues')) as { dialogues: (Times & { slug: string })[] }).dialogues.find(({ slug }) => slug === 'i-fortid')
    expect(closed).toMatchObject({ state: 'closed', closes: planned.closes, opensAt: planned.opensAt })
    expect(Math.abs(Date.parse(closed?.closesAt ?? '') - Date.parse(now.at))).toBeLessThan(1000)
    // Opened two days after its day: then is when it opened.
    const orten = (await json('/api/v1/dialogues/orten')) as Times
    expect(Math.abs(Date.parse(orten.opensAt) - Date.parse(now.at))).toBeLessThan(1000)
    const { components } = (await json('/api/v1/openapi.json')) as { components: { schemas: { Dialogue: { required: string[]; properties: object } } } }
    expect(Object.keys(closed ?? {}).sort()).toEqual(Object.keys(components.schemas.Dialogue.properties).sort())
  })
  test('the description names every call, and every call it names answers', async () => {
    const { paths } = (await json('/api/v1/openapi.json')) as { paths: Record<string, Record<string, unknown>> }
    expect(Object.keys(paths)).toHaveLength(6)
    for (const [path, methods] of Object.entries(paths)) {
      const address = path.replace('{slug}', 'orten')
      if ('get' in methods) expect([200, 404]).toContain((await site.get(address)).status)
      else expect((await site.get(address)).status).toBe(405)
    }
    const page = await (await site.get('/api')).text()
    for (const path of Object.keys(paths)) expect(page).toContain(path)
  })
})

describe('an answer', () => {
  test('is taken with a receipt that opens it, without cookie or origin', async () => {
    const answer = await send({ answers: { bor: 'ja', gillar: ['sjo', 'skog'], nojd: 4, ar: 12, tycker: ['Tystnaden'], sedan: 'nej' }, language: 'en' })
    const { receipt } = (await answer.json()) as { receipt: string }
    expect([answer.status, receipt]).toEqual([201, expect.stringMatching(/^(\w{4}-){4}\w$/)])
    expect(await (await site.post('/folj', { code: receipt })).text()).toContain('Tystnaden')
    const { rows: stored } = await pool().query("select answers, language, source from participation_responses where answers ->> 'ar' = '12'")
    expect(stored).toEqual([{ answers: { bor: 'ja', gillar: ['skog', 'sjo'], nojd: 4, ar: 12, sedan: 'nej' }, language: 'en', source: 'web' }])
  })
  test('sent again with the same key is the same answer', async () => {
    const before = await rows()
    const key = { 'idempotency-key': 'a-key-that-nobody-else-has-1' }
    const codes = await Promise.all(Array.from({ length: 5 }, async () => (await (await send({ answers: { bor: 'nej' } }, key)).json()) as { receipt: string }))
    expect(new Set(codes.map(({ receipt }) => receipt)).size).toBe(1)
    expect(await rows()).toBe(before + 1)
  })
  type Refused = [string, unknown, Record<string, string>, number, object]
  test.each<Refused>([
    ['4, 6: a choice that isn’t offered', { answers: { bor: 'kanske' } }, {}, 422, { errors: [{ key: 'bor', problem: 'no-such-choice' }] }],
    ['6: null', { answers: { bor: null } }, {}, 422, { errors: [{ key: 'bor' }] }],
    ['6: an empty object where a choice is asked for', { answers: { bor: 'ja', nojd: {} } }, {}, 201, {}],
    ['6: half a step', { answers: { bor: 'ja', nojd: 0.5 } }, {}, 422, { errors: [{ key: 'nojd', problem: 'no-such-choice' }] }],
    ['6: a boolean', { answers: { bor: true } }, {}, 422, {}],
    ['6: minus one', { answers: { bor: 'ja', nojd: -1 } }, {}, 422, {}],
    ['5: a question of another survey', { answers: { 'fraga-1': ['x'] } }, {}, 422, { errors: [{ key: 'fraga-1', problem: 'unknown-question' }] }],
    [
      '16: an answer to what isn’t asked of somebody who answers so',
      { answers: { bor: 'nej', sedan: 'ja' } },
      {},
      422,
      { type: '/api#not-asked', errors: [{ key: 'sedan', problem: 'not-asked' }] },
    ],
    ...['bra', ['skolan', 'bra'], { chosen: 'bra' }].map(
      (betyg) => ['16: a matrix that isn’t answered row by row', { answers: { bor: 'ja', betyg } }, {}, 422, { errors: [{ key: 'betyg' }] }] satisfies Refused,
    ),
    [
      '16: other words where none are asked for',
      { answers: { bor: 'ja', nojd: { chosen: 4, other: 'Vägen' } } },
      {},
      422,
      { errors: [{ key: 'nojd', problem: 'no-such-choice' }] },
    ],
    ['16: an answer to what only informs', { answers: { bor: 'ja', upplysning: 'Tack' } }, {}, 422, { errors: [{ key: 'upplysning', problem: 'no-such-choice' }] }],
    ['5: a key that every object has', '{"answers":{"bor":"ja","__proto__":"x"}}', {}, 422, { errors: [{ key: '__proto__', problem: 'unknown-question' }] }],
    ['16: without what must be answered', { answers: { ar: 3 } }, {}, 422, { errors: [{ key: 'bor', problem: 'required' }] }],
    ['nothing', { answers: {} }, {}, 422, { type: '/api#incomplete' }],
    ['51: broken JSON', '{"answers":', {}, 400, { type: '/api#unreadable-json' }],
    ['1e309', '{"answers":{"bor":"ja","ar":1e309}}', {}, 422, {}],
    ['21: more than was asked for', { answers: { bor: 'ja' }, emailVerified: true }, {}, 422, { type: '/api#wrong-shape' }],
    ['47: a form of another site', 'answers=x', { 'content-type': 'text/plain', origin: 'https://evil.example' }, 415, {}],
    ['8: a key that is too short to be one', { answers: { bor: 'ja' } }, { 'idempotency-key': 'kort' }, 400, { type: '/api#no-key' }],
    ['53: NUL', { answers: { bor: 'ja', tycker: ['bad\u0000hus'] } }, {}, 422, { errors: [{ key: 'tycker', problem: 'unacceptable-characters' }] }],
    ['53: half a character', '{"answers":{"bor":"ja","tycker":["\\ud800"]}}', {}, 422, {}],
  ])('%s', async (_, body, headers, status, problem) => {
    const before = await rows()
    const answer = await send(body, headers)
    const said = (await answer.json()) as object
    expect([answer.status, said]).toEqual([status, expect.objectContaining(Object.fromEntries(Object.entries(problem).filter(([name]) => name === 'type')))])
    expect(said).toMatchObject(problem)
    expect(await rows()).toBe(before + (status === 201 ? 1 : 0))
    if (status >= 400) expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })
  test('is refused in the asked language', async () => {
    const swedish = (await (await send({ answers: {} })).json()) as { title: string }
    const english = (await (await send({ answers: {} }, { 'accept-language': 'en-GB' })).json()) as { title: string }
    expect([swedish.title, english.title]).toEqual(['Besvara minst en fråga', 'Answer at least one question'])
  })
  test('at an address that there is not is refused as the interface refuses, and not by a page', async () => {
    for (const answer of [await site.get('/api/v1/svar'), await send({}, {}, 'orten/extra'), await site.get('/api/v2/dialogues')])
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    expect((await site.get('/api/')).headers.get('content-type')).toContain('text/html')
  })
  test('to a draft, to notes and to nothing is not found, all alike', async () => {
    const said = await Promise.all(['utkast', 'gruppsamtal', 'finns-inte'].map(async (slug) => (await send({ answers: {} }, {}, slug)).text()))
    expect(new Set(said).size).toBe(1)
  })
})

describe('23: figures', () => {
  test('11: are shown nowhere while it is open, when that was not promised', async () => {
    expect((await site.get('/api/v1/dialogues/orten/figures')).status).toBe(404)
    expect(await (await site.get('/delta/orten/svar')).text()).toContain('visas när enkäten har stängt')
  })
  test('are what one counts by hand from the answers, option by option, with "vet ej" and the silent apart, and no small number', async () => {
    await pool().query('delete from participation_begun_answers')
    const one = async (answers: object) => expect((await send({ answers })).status).toBe(201)
    for (let at = 0; at < 30; at++)
      await one({
        bor: at < 20 ? 'ja' : 'nej',
        gillar: at < 12 ? ['skog', 'sjo'] : at < 18 ? ['skog'] : [],
        ...(at < 24 && { nojd: at < 8 ? 5 : at < 17 ? 3 : 'vet-ej' }),
        ar: at,
      })
    const { rows: answers } = await pool().query<{ answers: Record<string, unknown> }>('select answers from participation_responses where dialogue_id = $1', [dialogueId])
    const all = answers.map((row) => row.answers)
    await grantedBy(closeDialogue(stage.leader, { dialogueId, reason: 'Klart' }, now))
    const figures = (await json('/api/v1/dialogues/orten/figures')) as {
      responses: number
      questions: { key: string; answered: number; dontKnow: number; options: { key: string; count: number | null }[] }[]
    }
    expect(figures.responses).toBe(all.length)
    const of = (key: string) => figures.questions.find((question) => question.key === key)
    const byHand = (key: string, value: unknown) => all.filter((each) => (Array.isArray(each[key]) ? (each[key] as unknown[]).includes(value) : each[key] === value)).length
    expect(of('gillar')?.answered).toBe(all.filter((each) => 'gillar' in each).length)
    for (const { key, count } of of('gillar')?.options ?? []) {
      const [chose, answered] = [byHand('gillar', key), of('gillar')?.answered ?? 0]
      expect([key, count]).toEqual([key, chose < 5 || answered - chose < 5 ? null : chose])
    }
    const shown = of('nojd')?.options.filter(({ count }) => count !== null) ?? []
    for (const { key, count } of shown) expect(count).toBe(byHand('nojd', Number(key)))
    expect(shown.every(({ count }) => (count ?? 0) >= 5)).toBe(true)
    for (const { options } of figures.questions) for (const { count } of options) expect(count === null || count === 0 || count >= 5).toBe(true)
    const page = await (await site.get('/delta/orten/svar')).text()
    expect(page).toContain(`${all.length} svar`)
    expect(page).toContain('Den som ville fick svara')
  })
})
