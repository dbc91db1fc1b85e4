import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { tellStory } from '../seeds/ange/tell-story.ts'
import { useSite } from './site.ts'

const site = useSite()
const survey = '/delta/hur-gar-det-2026'
const script = '<svg onload=alert(1)>"\'><script>alert(2)</script>'
let questions: string[] = []
let leader = ''
let administrator = ''

beforeAll(async () => {
  await tellStory('seeds/ange/voices')
  questions = [...new Set([...(await (await site.get(survey)).text()).matchAll(/name="([0-9a-f-]{36})"/g)].map((match) => match[1] ?? ''))]
  ;[leader, administrator] = [await site.signIn('pia@ange.example'), await site.signIn('ali@ange.example')]
})

const rows = async () => {
  const { rows: tables } = await pool().query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public' order by 1")
  const counted: Record<string, number> = {}
  // That somebody sent something is counted, whatever it was.
  for (const { name } of tables) if (name !== 'people_attempts') counted[name] = Number((await pool().query(`select count(*) from ${name}`)).rows[0].count)
  return counted
}
let key = 0
const answer = (lines: Record<string, string | string[]>, more: Record<string, string> = {}) =>
  site.post(survey, { submissionKey: `key-of-an-attack-number-${key++}`, ...lines, ...more })
const first = (text: string | string[]) => ({ [questions[0] ?? '']: text })

describe('surveys', () => {
  test('4: a refused answer leaves no trace, whatever was wrong with it', async () => {
    const before = await rows()
    const refused: (() => Promise<Response>)[] = [
      () => answer({}),
      () => answer(first('   ')),
      () => answer(first('x'.repeat(2001))),
      () => answer(first('noll\u0000tecken')),
      () => answer(first(['ett', 'två', 'tre', 'fyra', 'fem'])),
      () => site.post(survey, `submissionKey=key-of-an-attack-invalid-utf8&${questions[0]}=%ff%fe`),
      () => site.post('/delta/vision-2020', { submissionKey: 'key-of-an-attack-when-closed', ...first('För sent') }),
      () => site.post('/delta/finns-inte', { submissionKey: 'key-of-an-attack-on-nothing', ...first('Ingenstans') }),
      () => site.post(survey, { submissionKey: 'kort', ...first('Ingen nyckel') }),
      () => answer(first('x'.repeat(1_000_000))),
    ]
    for (const send of refused) expect((await send()).status).toBeGreaterThanOrEqual(400)
    expect(await rows()).toEqual(before)
  })

  test('14 and 15: the same form sent twice, also at the same instant, is one answer with one receipt', async () => {
    const before = (await rows()).participation_responses ?? 0
    const send = async () =>
      /(?:[0-9A-Z]{4}-){4}[0-9A-Z]/.exec(
        (await (await site.post(survey, { submissionKey: 'the-same-form-sent-several-times', ...first('En gång') })).text()).replaceAll(/<[^>]+>|\s/g, ''),
      )?.[0]
    const codes = await Promise.all(Array.from({ length: 8 }, send))
    expect(new Set(codes).size).toBe(1)
    expect(codes[0]).toBeDefined()
    expect((await rows()).participation_responses).toBe(before + 1)
  })

  test('16: an answer to a question of another survey is not taken in', async () => {
    const [{ id } = { id: '' }] = (
      await pool().query<{ id: string }>("select q.id from participation_questions q join participation_dialogues d on d.id = q.dialogue_id where d.slug = 'vision-2020'")
    ).rows
    const before = await rows()
    expect((await answer({ [id]: 'Till fel fråga' })).status).toBeGreaterThanOrEqual(400)
    expect(await rows()).toEqual(before)
  })

  test('17: two people never share an answer, and a blank key is nobody’s', async () => {
    const before = await rows()
    for (const submissionKey of ['', ' ', '                        ']) expect((await site.post(survey, { submissionKey, ...first('Ingen') })).status).toBeGreaterThanOrEqual(400)
    expect(await rows()).toEqual(before)
  })

  test('53: right-to-left marks, joiners, emoji and letters composed either way are kept as written, and group as one', async () => {
    for (const text of ['مرحبا بالعالم', '👩‍👩‍👧 är välkomna', 'Mer ljus på A\u030alids', 'Mer ljus på Ålids']) expect((await answer(first(text))).status).toBe(200)
    const kept = (
      await pool().query<{ text: string; grouping: string }>("select text, grouping from participation_statements where text like '%lids' or text like '%👩%' or text like 'م%'")
    ).rows
    expect(kept.map(({ text }) => text)).toEqual(expect.arrayContaining(['👩‍👩‍👧 är välkomna', 'Mer ljus på A\u030alids', 'مرحبا بالعالم']))
    expect(new Set(kept.filter(({ text }) => text.endsWith('lids')).map(({ grouping }) => grouping)).size).toBe(1)
  })
})

describe('script that is stored or reflected', () => {
  test('26 and 28: a name that is script is shown as text, to those who work here and in the trail', async () => {
    const invited = await site.post(
      '/arbete/personer',
      { act: 'invite', name: script, email: 'script@ange.example', role: 'analyst', organId: (await pool().query("select id from people_organs where key = 'ks'")).rows[0].id },
      { cookie: administrator },
    )
    expect(invited.status).toBe(302)
    for (const path of ['/arbete/personer', '/arbete/handelser']) await expectNoScript(await site.get(path, { cookie: administrator }))
  })
  test('27: an answer that is script is shown as text', async () => {
    const sent = await answer(first(script))
    await expectNoScript(sent)
    await expectNoScript(await site.get('/arbete/granska', { cookie: leader }))
  })
  test('29, 30 and 31: what stands in an address is never drawn as script, and never breaks a page', async () => {
    for (const path of [
      '/arbete/granska?sida=',
      '/arbete/handelser?fore=',
      '/arbete/kodning?yttrande=',
      '/arbete/matt/nytt?sok=',
      '/logga-in?till=',
      '/sprak/sv?till=',
      '/tema/',
      '/handling/',
    ]) {
      const response = await site.get(path + encodeURIComponent(script), { cookie: leader })
      expect(response.status, path).toBeLessThan(500)
      await expectNoScript(response)
    }
  })
})

describe('access', () => {
  test('40: a foreign id and one that doesn’t exist answer the same', async () => {
    const [{ id: foreign } = { id: '' }] = (await pool().query<{ id: string }>('select id from people_persons limit 1')).rows
    for (const path of ['/mal/', '/ord/', '/beslut/', '/arbete/planer/', '/arbete/arenden/', '/arbete/uppfoljning/']) {
      const answers = await Promise.all(
        [foreign, crypto.randomUUID(), 'inget-id', "'; drop table people_persons; --"].map((id) => site.get(path + encodeURIComponent(id), { cookie: leader })),
      )
      expect(
        answers.map(({ status }) => status),
        path,
      ).toEqual([404, 404, 404, 404])
      const texts = await Promise.all(answers.map(async (each) => (await each.text()).replaceAll(/[0-9a-f]{10}/g, '').replaceAll(/till=[^"]*"/g, '')))
      expect(new Set(texts).size, path).toBe(1)
    }
  })
  test('42: what is not published is reached by no open address', async () => {
    await pool().query(
      "alter table process_releases disable trigger all; delete from process_releases where step_id in (select id from process_steps where key in ('implementation', 'followup'))",
    )
    const goal = (await pool().query('select id from plans_goals limit 1')).rows[0].id
    const document = (await pool().query("select sha256 from documents_frozen where kind = 'plan' limit 1")).rows[0].sha256
    for (const path of [`/mal/${goal}`, `/handling/${document}`, '/matt/invanare']) expect((await site.get(path)).status, path).toBe(404)
    expect(await (await site.get('/resultat')).text()).not.toContain('10 000 invånare')
    expect(await (await site.get('/')).text()).not.toContain('10 000 invånare')
  })
  test('41: nobody comes into the workroom without signing in, and none of it is drawn', async () => {
    for (const path of ['/arbete/granska', '/arbete/handelser', '/arbete/personer', '/arbete/kodning', '/arbete/dialoger']) {
      const response = await site.get(path)
      expect(response.status, path).toBe(302)
      expect(response.headers.get('location')).toMatch(/^\/logga-in/)
    }
  })
  test('47: a form from another site is refused, and cookies are kept from scripts and other sites', async () => {
    const before = await rows()
    for (const origin of ['https://elak.example', 'null', 'http://127.0.0.1.elak.example'])
      expect(
        (await site.post('/arbete/personer', { act: 'invite', name: 'x', email: 'x@y.zz', role: 'analyst', organId: crypto.randomUUID() }, { cookie: administrator, origin }))
          .status,
      ).toBe(403)
    expect(await rows()).toEqual(before)
    const signed = await site.post('/demo/logga-in', { email: 'pia@ange.example' })
    for (const cookie of signed.headers.getSetCookie()) expect(cookie).toMatch(/HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/)
  })
})

describe('injection and secrets', () => {
  test('48: words that are SQL are words', async () => {
    const before = (await rows()).people_persons
    const sql = "'; drop table people_persons cascade; --"
    for (const path of ['/arbete/matt/nytt?sok=', '/arbete/handelser?fore=', '/arbete/granska?sida=', '/sprak/'])
      expect((await site.get(path + encodeURIComponent(sql), { cookie: leader })).status).toBeLessThan(500)
    expect((await site.post('/folj', { code: sql })).status).toBe(404)
    expect((await rows()).people_persons).toBe(before)
  })
  test('52: no page holds a secret, a stack, or where the data lies', async () => {
    for (const path of ['/', survey, '/logga-in', '/finns-inte', '/folj']) {
      const page = await (await site.get(path)).text()
      expect(page).not.toMatch(/a secret for the tests|node_modules|at .*\.ts:\d|postgres:\/\//)
    }
  })
  test('every page is sent with a policy that allows no script of its own, and nothing from elsewhere', async () => {
    const { headers } = await site.get('/')
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})

async function expectNoScript(response: Response): Promise<void> {
  const page = await response.text()
  expect(page).not.toContain('<svg onload')
  // Our own small one on the survey runs by its nonce; nothing else does.
  expect(page.replace(/<script src="\/svar\.js" nonce="[^"<>]+" defer=""[^<>]*>/, '')).not.toMatch(/<script/i)
}
