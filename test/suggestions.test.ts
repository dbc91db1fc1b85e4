import { beforeAll, describe, expect, test } from 'vitest'
import { codeStatement, createTheme, readCodings, readMatrix, readVoicesOfThemes } from '#analysis'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import { readAcceptance } from '../src/modules/analysis/read-acceptance.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { residentsAnswer } from './residents-answer.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = presentMoment()
const words = { whenToUse: 'När det sägs.', whenNot: 'Annars.' }
let stage: Stage
let [analyst, leader] = ['', '']
let [bus, forest] = ['', '']

const desk = '/arbete/kodning'
const query = async <Row>(sql: string, values: unknown[] = []) => (await pool().query(sql, values)).rows as Row[]
const pageOf = async (path: string, cookie = analyst) => (await (await site.get(path, { cookie })).text()).replaceAll('<!-- -->', '')
const post = (path: string, form: Record<string, string | readonly string[]>, cookie = analyst) => site.post(path, form, { cookie })
const hidden = (page: string, name: string) => new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(page.slice(page.indexOf('value="code"')))?.[1] ?? ''
/** All that anything is counted from. */
const countsNow = async () => ({
  rows: await query('select (select count(*)::int from analysis_codings) as codings, (select count(*)::int from analysis_set_asides) as asides'),
  voices: await readVoicesOfThemes([bus, forest]),
  matrix: await readMatrix(stage.processId, now),
})
const lately = (act: string) => query<{ id: string }>('select subject_id as id from trail_events where act = $1', [act])

/** Opens a page until it says what it is waited for: suggestions are learnt beside what is going on. */
async function waitFor(path: string, says: (page: string) => boolean, cookie = analyst): Promise<string> {
  for (let turn = 0; turn < 2_000; turn++) {
    const page = await pageOf(path, cookie)
    if (says(page)) return page
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`${path} never said it.`)
}
// After the one that was refused, for which nothing else is likely.
let next = desk
const proposes = (page: string) => page.includes('Förslag 1')

beforeAll(async () => {
  stage = await stageDialogue()
  analyst = await site.signIn('analyst@example.se')
  leader = await site.signIn('process-leader@example.se')
  const [questionId = ''] = stage.survey.questionIds
  const places = ['Fränsta', 'Torpshammar', 'Östavall', 'Alby', 'Ljungaverk', 'Parteboda']
  await residentsAnswer(
    stage,
    Array.from({ length: 60 }, (_, at) => [
      { questionId, text: at % 2 === 0 ? `Bussen till ${places[at % 6]} går för sällan, tur ${at}` : `Skogen vid ${places[at % 6]} är vacker, stig ${at}` },
    ]),
  )
  const add = async (name: string, definition: string) => (await grantedBy(createTheme(stage.analyst, { ...words, definition, name, processId: stage.processId }, now))).id
  bus = await add('Buss och resor', 'Bussar, turer och resor med kollektivtrafiken.')
  forest = await add('Skog och natur', 'Skogen, stigar och natur.')
})

describe('themes proposed as coding goes on', () => {
  test('a proposal comes with the words that counted, marked, and how sure it is, and is ticked by nobody', async () => {
    const page = await waitFor(desk, proposes)
    const proposal = page.slice(page.indexOf('Förslag 1'), page.indexOf('Hållning till förslag 1'))
    expect(proposal).toMatch(/\d+\s%\s*säkert, på orden.*<mark>(bussen|tur|skogen|stig|vacker)/i)
    expect(proposal).not.toContain('checked')
  })

  test('no proposal is in any count before a person has confirmed it', async () => {
    const before = await countsNow()
    expect(before.rows).toEqual([{ codings: 0, asides: 0 }])
    await waitFor(desk, proposes)
    await waitFor('/arbete/kodning/forslag', (page) => page.includes('Okodade yttranden med ett så säkert förslag'))
    expect(await countsNow()).toEqual(before)
    expect(await readCodings((await query<{ id: string }>('select id from participation_statements')).map(({ id }) => id))).toEqual([])
  })

  test('what a coder confirms says that the suggestion was seen, and is learnt from', async () => {
    const page = await waitFor(desk, proposes)
    const [statementId, shown] = [hidden(page, 'statementId'), hidden(page, 'shown')]
    const [first = ''] = shown.split(' ')
    const answer = await post(`${desk}?yttrande=${statementId}`, { act: 'code', statementId, seen: hidden(page, 'seen'), shown, 'theme-1': first, 'stance-1': 'keep' })
    expect(answer.status).toBe(302)
    expect(await query('select theme_id, suggestion from analysis_codings where statement_id = $1', [statementId])).toEqual([{ theme_id: first, suggestion: 'seen' }])
    expect(await query('select answer, was_seen, learnt_from from analysis_suggestion_answers where statement_id = $1 and theme_id = $2', [statementId, first])).toEqual([
      { answer: 'taken', was_seen: true, learnt_from: 0 },
    ])
    await waitFor(desk, (next) => proposes(next) && hidden(next, 'shown').split(',')[0]?.split(' ')[2] === '1')
    expect(await pageOf('/arbete/kodning/forslag')).toContain('syntes')
  })

  test('a statement that is coded, undone and coded anew counts once in how often proposals are right', async () => {
    const page = await waitFor(desk, proposes)
    const [statementId, shown] = [hidden(page, 'statementId'), hidden(page, 'shown')]
    const [first = ''] = shown.split(' ')
    const save = (seen: string, theme: string) => post(`${desk}?yttrande=${statementId}`, { act: 'code', statementId, seen, shown, 'theme-1': theme, 'stance-1': 'keep' })
    const counted = async () => (await readAcceptance(stage.processId)).reduce((sum, { all, taken }) => ({ all: sum.all + all, taken: sum.taken + taken }), { all: 0, taken: 0 })
    const before = await counted()
    expect((await save(hidden(page, 'seen'), first)).status).toBe(302)
    const all = shown.split(',').length
    expect(await counted()).toEqual({ all: before.all + all, taken: before.taken + 1 })
    const [act] = await query<{ id: string }>('select max(id) as id from analysis_desk_acts')
    expect((await post(desk, { act: 'undo', actId: `${act?.id}`, statementId })).status).toBe(302)
    const again = await pageOf(`${desk}?yttrande=${statementId}`)
    expect((await save(hidden(again, 'seen'), first === bus ? forest : bus)).status).toBe(302)
    expect((await counted()).all).toBe(before.all + all)
  })

  test('a refused proposal is not made again for that statement, and codes nothing', async () => {
    const page = await waitFor(desk, proposes)
    const [statementId, before] = [hidden(page, 'statementId'), await countsNow()]
    const refused = / value="([^"]+)"/.exec(/<button[^>]*name="refused"[^>]*>/.exec(page)?.[0] ?? '')?.[1] ?? ''
    expect((await post(`${desk}?yttrande=${statementId}`, { act: 'refuse', statementId, refused })).status).toBe(302)
    const [theme = ''] = refused.split(' ')
    expect(await pageOf(`${desk}?yttrande=${statementId}`)).not.toContain(`value="${refused}"`)
    expect(hidden(await pageOf(`${desk}?yttrande=${statementId}`), 'shown')).not.toContain(theme)
    expect(await countsNow()).toEqual(before)
    next = `${desk}?efter=${statementId}`
    expect((await lately('suggestion-refused')).map(({ id }) => id)).toContain(statementId)
  })

  test('a forged proposal stores nothing', async () => {
    const page = await waitFor(next, proposes)
    const [statementId, before] = [hidden(page, 'statementId'), await query('select count(*) from analysis_suggestion_answers')]
    for (const shown of ['x', 'x 2 3', `${bus} 7 1`, `${bus} NaN 1`, `${bus} 0.5 -1`, Array(9).fill(`${bus} 0.5 1`).join(',')])
      expect(
        (await post(`${desk}?yttrande=${statementId}`, { act: 'code', statementId, seen: hidden(page, 'seen'), shown, 'theme-1': bus, 'stance-1': '' })).status,
      ).toBeGreaterThanOrEqual(400)
    for (const refused of ['', 'x', `${statementId} 0.5 1`, `${bus} 2 1`])
      expect((await post(`${desk}?yttrande=${statementId}`, { act: 'refuse', statementId, refused })).status).toBeGreaterThanOrEqual(400)
    expect(await query('select count(*) from analysis_suggestion_answers')).toEqual(before)
    expect(await query('select 1 from analysis_codings where statement_id = $1', [statementId])).toEqual([])
  })
})

describe('a coder who reads blind', () => {
  test('meets no suggestion in the page, and the coding says that it was hidden', async () => {
    await post('/arbete/kodning/forslag', { act: 'hide', processId: stage.processId }, leader)
    const page = await waitFor(next, (each) => each.includes('Förslagen är gömda för dig'), leader)
    expect(page).not.toMatch(/säkert, på orden|name="refused"|Förslag \d/)
    expect(hidden(page, 'shown')).toBe('')
    // Each theme stands once in every list to choose from, and nowhere else: one of them is the filter's.
    for (const theme of [bus, forest]) expect(page.match(new RegExp(theme, 'g'))?.length).toBe(page.match(/<select id="[^"]*(?:theme-\d|tema)"/g)?.length)
    const statementId = hidden(page, 'statementId')
    expect(
      (await post(`${desk}?yttrande=${statementId}`, { act: 'code', statementId, seen: hidden(page, 'seen'), shown: '', 'theme-1': bus, 'stance-1': '' }, leader)).status,
    ).toBe(302)
    expect(await query('select suggestion from analysis_codings where statement_id = $1', [statementId])).toEqual([{ suggestion: 'hidden' }])
    expect(await query('select was_seen from analysis_suggestion_answers where statement_id = $1', [statementId])).toEqual([{ was_seen: false }])
    expect(await pageOf('/arbete/kodning/forslag', leader)).toContain('var gömt')
    // Whoever else codes sees them still.
    await waitFor(next, proposes)
  })
  test('sees them again when wanted, and both times are kept', async () => {
    await post('/arbete/kodning/forslag', { act: 'show', processId: stage.processId }, leader)
    await waitFor(next, proposes, leader)
    expect(await query('select ended_at is null as still from analysis_blind_spells')).toEqual([{ still: false }])
  })
})

describe('many at once', () => {
  const page = '/arbete/kodning/forslag'
  const gather = async (certainty: string) => post(page, { act: 'gather', processId: stage.processId, certainty })
  const idOf = (text: string) => /name="bulkId" value="([^"]+)"/.exec(text)?.[1] ?? ''
  const rows = (text: string) => [...new Set([...text.matchAll(/name="right-([0-9a-f-]{36})"/g)].map((match) => match[1] ?? ''))]

  test('what is no certainty, or too high a one, is refused in words', async () => {
    const wrong = await gather('många')
    expect([wrong.status, (await wrong.text()).includes('Skriv ett tal')]).toEqual([422, true])
    expect(await (await gather('20')).text()).toContain('Skriv ett tal mellan 50 och 100')
    expect(await (await gather('100')).text()).toContain('Inga förslag är så säkra')
    expect(await query('select 1 from analysis_bulks')).toEqual([])
  })

  test('the sample is judged and its result shown before anything is accepted; all of it is undone as one act', async () => {
    // Enough is coded for the suggestions to be sure.
    const statements = await query<{ id: string; text: string }>(
      'select id, text from participation_statements s where not exists (select 1 from analysis_codings c where c.statement_id = s.id) order by position, text limit 20',
    )
    for (const { id, text } of statements)
      await grantedBy(codeStatement(stage.analyst, { statementId: id, readings: [{ themeId: text.startsWith('Buss') ? bus : forest, stance: '', from: null, to: null }] }, now))
    const before = await countsNow()
    const made = await gather('50')
    expect(made.status).toBe(302)
    const path = made.headers.get('location') ?? ''
    const first = await pageOf(path)
    const [bulkId, sample] = [idOf(first), rows(first)]
    expect(sample.length).toBeGreaterThan(10)
    expect(first).not.toContain('rätt. Bland alla')
    expect(first).not.toContain('Godta')
    expect((await post(path, { act: 'accepted', bulkId })).status).toBe(409)
    // Neither does the database let it through.
    await expect(query("update analysis_bulks set outcome = 'accepted', decided_by = gathered_by, decided_at = gathered_at where id = $1", [bulkId])).rejects.toThrow('judged')
    expect((await post(path, { act: 'judge', bulkId })).status).toBe(422)
    expect(await countsNow()).toEqual(before)
    const judgement = Object.fromEntries(sample.map((id, at) => [`right-${id}`, at < 2 ? 'nej' : 'ja']))
    expect((await post(path, { act: 'judge', bulkId, ...judgement })).status).toBe(302)
    expect(await pageOf(path)).toMatch(new RegExp(`${sample.length - 2} av ${sample.length} rätt\\. Bland alla är mellan \\d+`))
    expect(await countsNow()).toEqual(before)
    // One that somebody codes meanwhile is left as it is.
    const [meanwhile] = await query<{ id: string }>('select statement_id as id from analysis_bulk_statements where bulk_id = $1 and position = 5', [bulkId])
    await grantedBy(codeStatement(stage.leader, { statementId: meanwhile?.id ?? '', readings: [{ themeId: forest, stance: 'want', from: null, to: null }] }, now))
    expect((await post(path, { act: 'accepted', bulkId })).status).toBe(302)
    const became = await query<{ coding_id: string | null; is_right: boolean | null; statement_id: string }>(
      'select coding_id, is_right, statement_id from analysis_bulk_statements where bulk_id = $1',
      [bulkId],
    )
    expect(became.filter(({ is_right, coding_id }) => is_right === false && coding_id !== null)).toEqual([])
    expect(became.find(({ statement_id }) => statement_id === meanwhile?.id)?.coding_id).toBeNull()
    const marked = await query<{ suggestion: string; coded_by: string }>(
      'select distinct suggestion, coded_by from analysis_codings c join analysis_bulk_statements b on b.coding_id = c.id',
    )
    expect(new Set(marked.map(({ coded_by }) => coded_by))).toEqual(new Set([stage.analyst.person]))
    for (const { suggestion } of marked) expect(['seen', 'in-bulk']).toContain(suggestion)
    expect((await post(path, { act: 'declined', bulkId })).status).toBe(409)
    expect((await post(path, { act: 'judge', bulkId, ...judgement })).status).toBe(409)
    expect((await post(path, { act: 'undo', bulkId })).status).toBe(302)
    expect(await query('select 1 from analysis_codings c join analysis_bulk_statements b on b.coding_id = c.id where c.withdrawn_at is null')).toEqual([])
    expect(await query('select 1 from analysis_codings where statement_id = $1 and withdrawn_at is null', [meanwhile?.id])).toHaveLength(1)
    expect((await post(path, { act: 'undo', bulkId })).status).toBe(409)
    for (const act of ['suggestions-gathered', 'sample-judged', 'bulk-accepted', 'bulk-undone']) expect((await lately(act)).map(({ id }) => id)).toContain(bulkId)
  })

  test('a coding of a bulk that was taken back is not brought back by undoing what a coder did with it', async () => {
    const made = await gather('50')
    const path = made.headers.get('location') ?? ''
    const first = await pageOf(path)
    const bulkId = idOf(first)
    await post(path, { act: 'judge', bulkId, ...Object.fromEntries(rows(first).map((id) => [`right-${id}`, 'ja'])) })
    expect((await post(path, { act: 'accepted', bulkId })).status).toBe(302)
    const [coding] = await query<{ id: string; statement: string }>(
      'select coding_id as id, statement_id as statement from analysis_bulk_statements where bulk_id = $1 and coding_id is not null limit 1',
      [bulkId],
    )
    expect((await post(desk, { act: 'withdraw', codingId: coding?.id ?? '', statementId: coding?.statement ?? '' })).status).toBe(302)
    const [act] = await query<{ id: string }>('select max(id) as id from analysis_desk_acts')
    expect((await post(path, { act: 'undo', bulkId })).status).toBe(302)
    expect((await post(desk, { act: 'undo', actId: `${act?.id}`, statementId: coding?.statement ?? '' })).status).toBe(302)
    expect(await query('select 1 from analysis_codings where statement_id = $1 and withdrawn_at is null', [coding?.statement])).toEqual([])
  })

  test('what was gathered half an hour after midnight was gathered on the new day', async () => {
    await query(`insert into analysis_bulks (process_id, number, certainty, seed, learnt_from, gathered_by, gathered_at) values ($1, 50, 0.9, 1, 1, $2, '2020-06-30T22:30:00Z')`, [
      stage.processId,
      stage.analyst.person,
    ])
    expect(await pageOf(page)).toContain('1 juli 2020')
    expect(await pageOf(page)).not.toContain('30 juni 2020')
  })

  test('a bulk of another process, an unknown one and one without the right are not found or forbidden', async () => {
    expect((await site.get(`${page}/99`, { cookie: analyst })).status).toBe(404)
    expect((await site.get(`${page}/x`, { cookie: analyst })).status).toBe(404)
    expect((await post(`${page}/1`, { act: 'judge', bulkId: stage.processId, [`right-${stage.processId}`]: 'ja' })).status).toBe(404)
    const secretary = await site.signIn('secretary@example.se')
    expect((await site.get(page, { cookie: secretary })).status).toBe(403)
    expect((await post(page, { act: 'gather', processId: stage.processId, certainty: '90' }, secretary)).status).toBe(403)
  })
})
