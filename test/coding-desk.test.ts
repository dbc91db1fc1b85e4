import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { useSite } from '#test/site'
import { tellStory } from '../seeds/ange/tell-story.ts'

const site = useSite()
const people = ['pia', 'anders', 'eva', 'kim'] as const
type Name = (typeof people)[number]
const cookies = {} as Record<Name, string>
let themes: { id: string; name: string }[] = []
let foreign = { statement: '', theme: '' }

const query = async <Row>(sql: string, values: unknown[] = []) => (await pool().query(sql, values)).rows as Row[]
const one = async (sql: string, values: unknown[] = []) => (await query<{ id: string }>(sql, values))[0]?.id ?? ''
const desk = '/arbete/kodning'
const get = async (path: string, name: Name = 'anders') => (await site.get(path, { cookie: cookies[name] })).text()
const post = (path: string, form: Record<string, string | readonly string[]>, name: Name = 'anders') => site.post(path, form, { cookie: cookies[name] })
const hidden = (page: string, name: string) => new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(page.slice(page.indexOf('value="code"')))?.[1] ?? ''
const at = (page: string) => ({ statementId: hidden(page, 'statementId'), seen: hidden(page, 'seen') })
const held = (statementId: string) =>
  query<{ theme_id: string; stance: string | null; span_from: number | null; span_to: number | null }>(
    'select theme_id, stance, span_from, span_to from analysis_codings where statement_id = $1 and withdrawn_at is null order by theme_id',
    [statementId],
  )
const counts = () =>
  query(
    'select (select count(*) from analysis_codings) as codings, (select count(*) from analysis_set_asides) as asides, (select count(*) from analysis_desk_acts) as acts, (select count(*) from trail_events) as events',
  )
const code = (page: string, fields: Record<string, string | readonly string[]> = {}, name: Name = 'anders') =>
  post(`${desk}?yttrande=${at(page).statementId}`, { act: 'code', ...at(page), 'theme-1': themes[0]?.id ?? '', 'stance-1': 'want', ...fields }, name)

beforeAll(async () => {
  await tellStory('seeds/ange/voices')
  for (const name of people) cookies[name] = await site.signIn(`${name}@ange.example`)
  themes = await query('select id, name from analysis_themes order by position')
  // Another process with a theme and a statement of its own.
  const process = await one(
    "insert into process_processes select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'slug', 'en-annan', 'mandated_on', '2000-01-01'))).* from process_processes p limit 1 returning id",
  )
  foreign = {
    theme: await one(
      `insert into analysis_themes (process_id, slug, name, definition, when_to_use, when_not, position) values ($1, 'annat', 'Annat', 'x', 'x', 'x', 1) returning id`,
      [process],
    ),
    statement: '',
  }
})

describe('one statement at a time', () => {
  test('several themes are saved at once, each with its stance and the part that carries it, and the next is shown', async () => {
    const page = await get(desk)
    const { statementId } = at(page)
    const part = /<option value="(\d+)-(\d+)">1 /.exec(page)
    const answer = await code(page, { 'from-1': `${part?.[1]}-${part?.[2]}`, 'theme-2': themes[1]?.id ?? '', 'stance-2': 'leave' })
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe(`${desk}?efter=${statementId}`)
    expect(new Set((await held(statementId)).map(({ theme_id, stance, span_from, span_to }) => [theme_id, stance, span_from, span_to].join()))).toEqual(
      new Set([[themes[0]?.id, 'want', part?.[1], part?.[2]].join(), [themes[1]?.id, 'leave', '', ''].join()]),
    )
    const next = await get(`${desk}?efter=${statementId}`)
    expect(at(next).statementId).not.toBe(statementId)
    expect(next).toContain('Du kodade nyss ett yttrande.')
    expect(await get(`${desk}?yttrande=${statementId}`)).toMatch(/<mark[^>]*>/)
  })
  test('what is undone is as it was, and what was done stays readable', async () => {
    const page = await get(desk)
    const { statementId } = at(page)
    await code(page)
    await post(desk, { act: 'undo', actId: await one('select max(id) as id from analysis_desk_acts'), statementId })
    expect(await held(statementId)).toEqual([])
    expect(await query('select 1 from analysis_codings where statement_id = $1 and withdrawn_at is not null', [statementId])).toHaveLength(1)
    const again = await get(`${desk}?yttrande=${statementId}`)
    await post(desk, { act: 'aside', ...at(again), reason: 'Svarar inte på frågan' })
    expect(await one('select statement_id as id from analysis_set_asides where statement_id = $1 and withdrawn_at is null', [statementId])).toBe(statementId)
    await post(desk, { act: 'undo', actId: await one('select max(id) as id from analysis_desk_acts'), statementId })
    expect(await one('select statement_id as id from analysis_set_asides where statement_id = $1 and withdrawn_at is null', [statementId])).toBe('')
    // What was coded before and coded anew comes back.
    await code(await get(`${desk}?yttrande=${statementId}`))
    const before = await held(statementId)
    await code(await get(`${desk}?yttrande=${statementId}`), { 'theme-1': themes[2]?.id ?? '', 'stance-1': '' })
    expect(await held(statementId)).not.toEqual(before)
    await post(desk, { act: 'undo', actId: await one('select max(id) as id from analysis_desk_acts'), statementId })
    expect(await held(statementId)).toEqual(before)
  })
  test('nobody undoes what another did, nor what another has decided on since', async () => {
    const page = await get(desk)
    await code(page)
    const act = await one('select max(id) as id from analysis_desk_acts')
    expect((await post(desk, { act: 'undo', actId: act, statementId: at(page).statementId }, 'pia')).status).toBe(404)
    await code(await get(`${desk}?yttrande=${at(page).statementId}`, 'pia'), { 'theme-1': themes[3]?.id ?? '' }, 'pia')
    const answer = await post(desk, { act: 'undo', actId: act, statementId: at(page).statementId })
    expect(answer.status).toBe(409)
    expect((await held(at(page).statementId))[0]?.theme_id).toBe(themes[3]?.id)
  })
  test('those that say nearly the same are coded alike only when they are ticked', async () => {
    const rows = await query<{
      id: string
    }>(`select s.id from participation_statements s where not exists (select 1 from analysis_codings c where c.statement_id = s.id and c.withdrawn_at is null)
      and not exists (select 1 from analysis_set_asides a where a.statement_id = s.id and a.withdrawn_at is null) order by s.id`)
    for (const { id } of rows) {
      const page = await get(`${desk}?yttrande=${id}`)
      const alike = [...page.matchAll(/name="alike" value="([^"]+)"/g)].map((match) => match[1] ?? '')
      if (alike.length === 0) continue
      expect((await code(page, { alike: alike.slice(0, 1) })).status).toBe(302)
      expect(await held(alike[0] ?? '')).toEqual(await held(id))
      for (const other of alike.slice(1)) expect(await held(other)).toEqual([])
      return
    }
    throw new Error('The demo has statements that are alike and not coded.')
  })
})

describe('several at once', () => {
  test('2: coders who come at the same moment are given statements of their own', async () => {
    await pool().query('delete from analysis_claims')
    const pages = await Promise.all((['anders', 'pia'] as const).map((name) => get(desk, name)))
    const given = pages.map((page) => at(page).statementId)
    expect(new Set(given).size).toBe(2)
    expect(at(await get(desk)).statementId).toBe(given[0])
    // A claim that has run out holds nobody back.
    await pool().query("update analysis_claims set expires_at = '2020-01-01'")
    expect(given).toContain(at(await get(desk, 'pia')).statementId)
    expect(await get(`${desk}?yttrande=${given[0]}`, 'pia')).not.toContain('har det här yttrandet öppet')
  })
  test('whoever skips from one to the next holds only the one that is open', async () => {
    let page = await get(desk)
    for (let turn = 0; turn < 3; turn++) page = await get(/href="([^"]+)"[^>]*>Hoppa över till nästa/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '')
    const claimed = await query<{ id: string }>(
      "select statement_id as id from analysis_claims c join people_persons p on p.id = c.claimed_by where p.email = 'anders@ange.example'",
    )
    expect(claimed.map(({ id }) => id)).toEqual([at(page).statementId])
  })
  test('2: of twelve saves at the same moment one holds; the others are told what it was and keep what they chose', async () => {
    const page = await get(desk)
    const { statementId } = at(page)
    const answers = await Promise.all(Array.from({ length: 12 }, (_, turn) => code(page, { 'theme-1': themes[turn % 6]?.id ?? '' }, turn % 2 === 0 ? 'anders' : 'pia')))
    expect(answers.map(({ status }) => status).sort()).toEqual([302, ...Array.from({ length: 11 }, () => 409)])
    expect(await held(statementId)).toHaveLength(1)
    expect(await query('select 1 from analysis_codings where statement_id = $1', [statementId])).toHaveLength(1)
    const winner = themes.find(({ id }) => id === themes[answers.findIndex(({ status }) => status === 302) % 6]?.id)
    const late = answers.findIndex(({ status }, turn) => status === 409 && themes[turn % 6]?.id !== winner?.id)
    const told = await (answers[late] as Response).text()
    expect(told).toContain(`${winner?.name}, önska (`)
    expect(told).toContain(`<option value="${themes[late % 6]?.id}" selected="">`)
    // Saved again with what now stands, it holds.
    expect((await code(told, { 'theme-1': themes[late % 6]?.id ?? '' })).status).toBe(302)
    expect((await held(statementId))[0]?.theme_id).toBe(themes[late % 6]?.id)
  })
})

describe('what is refused leaves no trace', () => {
  test('4 and 5: no theme, one of another process, a statement that is none, a part outside the text, forged stances and places', async () => {
    const page = await get(desk)
    const before = await counts()
    for (const [fields, status] of [
      [{ 'theme-1': '' }, 422],
      [{ 'theme-1': foreign.theme }, 404],
      [{ 'theme-1': 'x' }, 422],
      [{ statementId: crypto.randomUUID() }, 404],
      [{ statementId: 'x' }, 422],
      [{ 'stance-1': 'maybe' }, 422],
      [{ 'from-1': '0-99999' }, 409],
      [{ 'from-1': '7-3' }, 422],
      [{ 'from-1': 'NaN-1e309' }, 422],
      [{ 'from-1': '-1-5' }, 422],
      [{ 'theme-2': themes[0]?.id ?? '' }, 422],
      [{ alike: [crypto.randomUUID()] }, 404],
      [{ shown: 'settled' }, 422],
      [{ seen: 'forged' }, 409],
    ] as const)
      expect([fields, (await code(page, fields)).status]).toEqual([fields, status])
    expect((await code(page, {}, 'kim')).status).toBe(403)
    expect((await code(page, {}, 'eva')).status).toBe(403)
    expect((await post(desk, { act: 'aside', ...at(page), reason: ' ' })).status).toBe(422)
    expect(await counts()).toEqual(before)
  })
  test('29, 43 and 48: forged filters show the desk as it is without them, and nothing is drawn as script', async () => {
    for (const path of [desk, `${desk}/lista`])
      for (const odd of [
        "kanal=' or 1=1",
        'grupp=<script>alert(1)</script>',
        'plats=__proto__',
        'fraga=1;drop table x',
        'tema=null',
        'lage=[]',
        'sok=\u202e%27%22%25',
        'efter=x',
        'fore=9',
        'yttrande=<b>',
      ]) {
        const answer = await site.get(`${path}?${odd}`, { cookie: cookies.anders })
        expect([odd, answer.status]).toEqual([odd, 200])
        expect(await answer.text()).not.toContain('<script>alert')
      }
    expect((await site.get(`${desk}?yttrande=${crypto.randomUUID()}`, { cookie: cookies.anders })).status).toBe(200)
  })
})

describe('the filters', () => {
  const listed = async (wish: string) => {
    const ids: string[] = []
    for (let path = `${desk}/lista?${wish}`; path; ) {
      const page = await get(path)
      ids.push(...[...page.matchAll(/yttrande=([0-9a-f-]{36})/g)].map((match) => match[1] ?? ''))
      path = /href="([^"]+)"[^>]*>Nästa sida/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    }
    return ids
  }
  test('show, page by page, each statement once, and those that the database says', async () => {
    const theme = themes[1]?.id ?? ''
    const expected = await query<{ id: string }>('select distinct statement_id as id from analysis_codings where theme_id = $1 and withdrawn_at is null order by 1', [theme])
    expect(await listed(`tema=${theme}`)).toEqual(expected.map(({ id }) => id))
    const group = await one('select group_id as id from analysis_material group by 1 order by count(*) limit 1')
    const ofGroup = await query<{ id: string }>('select statement_id as id from analysis_material where group_id = $1 order by 1', [group])
    expect(await listed(`lage=allt&grupp=${group}`)).toEqual(ofGroup.map(({ id }) => id))
  })
  test('a part of the codebook is looked for with what lies under it', async () => {
    const [parent, child] = [themes[4]?.id ?? '', themes[5]?.id ?? '']
    await pool().query('update analysis_themes set parent_id = $1 where id = $2', [parent, child])
    const expected = await query<{ id: string }>('select distinct statement_id as id from analysis_codings where theme_id = any($1) and withdrawn_at is null order by 1', [
      [parent, child],
    ])
    expect(await listed(`tema=${parent}`)).toEqual(expected.map(({ id }) => id))
    await pool().query('update analysis_themes set parent_id = null where id = $1', [child])
  })
  test('searching finds the word in its forms', async () => {
    const found = await listed('lage=allt&sok=skolor')
    const written = await query<{ id: string }>("select id from participation_statements where text ~* '\\mskolor(na)?\\M' order by 1")
    expect(found).toEqual(expect.arrayContaining(written.map(({ id }) => id)))
  })
})

describe('the basket, the memos and how far we have come', () => {
  test('a quote is put in with why, shown, and taken out; the row stays', async () => {
    const { statementId } = at(await get(desk))
    expect((await post(desk, { act: 'basket', statementId, why: '' })).status).toBe(422)
    expect((await post(desk, { act: 'basket', statementId, from: '', to: '', why: 'Säger det rakt' })).status).toBe(302)
    expect(await get(`${desk}/citat`)).toContain('Säger det rakt')
    await post(`${desk}/citat`, { quoteId: await one('select id from analysis_basket_quotes') })
    expect(await get(`${desk}/citat`)).not.toContain('Säger det rakt')
    expect(await query('select 1 from analysis_basket_quotes where taken_out_at is not null')).toHaveLength(1)
  })
  test('a memo that is edited takes the place of the first, once; a later edit is shown both texts', async () => {
    const processId = await one('select process_id as id from analysis_material limit 1')
    const memos = `${desk}/minnen`
    await post(memos, { act: 'write', processId, themeId: themes[0]?.id ?? '', text: 'Först tänkt' })
    const replaces = await one("select id from analysis_memos where text = 'Först tänkt'")
    const edit = (text: string) => post(memos, { act: 'edit', processId, themeId: themes[0]?.id ?? '', replaces, text })
    const answers = await Promise.all([edit('Ändrat så'), edit('Ändrat annorlunda')])
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 409])
    const late = await (answers.find(({ status }) => status === 409) as Response).text()
    for (const text of ['Ändrat så', 'Ändrat annorlunda']) expect(late).toContain(text)
    expect(await get(memos)).not.toContain('Först tänkt')
    expect(await query('select 1 from analysis_memos')).toHaveLength(2)
    await expect(pool().query("update analysis_memos set text = 'x'")).rejects.toThrow()
    expect((await post(memos, { processId, themeId: foreign.theme, text: 'x' })).status).toBe(404)
  })
  test('the page of progress adds up to what there is', async () => {
    const page = await get(`${desk}/laget`)
    const [row] = await query<{
      done: string
      all: string
    }>(`select count(*) filter (where exists (select 1 from analysis_codings c where c.statement_id = m.statement_id and c.withdrawn_at is null)
      or exists (select 1 from analysis_set_asides a where a.statement_id = m.statement_id and a.withdrawn_at is null)) as done, count(*) as all from analysis_material m`)
    expect(page).toContain(`<progress value="${row?.done}" max="${row?.all}"`)
    expect(page).toContain('Öppna nu:')
  })
})
