import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { createDialogue, openDialogue } from '#participation'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { asked, choices } from './asked.ts'
import { receiptIn } from './receipt.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = momentOf(new Date())
const survey = '/delta/vid-affischen'
let stage: Stage
let leader = ''
let id: Record<string, string> = {}
let made = 0

async function ask(slug: string, questions: never[]) {
  const texts = { slug, title: 'Vid affischen', information: 'Vad och varför', legalBasis: 'Allmänt intresse', promise: 'Svaren läses', contact: 'Växeln' }
  const place = { processId: stage.processId, stepId: stage.stepId, groupId: stage.residents, kind: 'survey' as const, opensOn: now.day, closesOn: addDays(now.day, 5) }
  const dialogue = await grantedBy(createDialogue(stage.leader, { ...place, ...texts, questions }, now))
  await grantedBy(openDialogue(stage.leader, { dialogueId: dialogue.id }, now))
  return dialogue.questionIds
}

beforeAll(async () => {
  stage = await stageDialogue()
  leader = await site.signIn('process-leader@example.se')
  const [tycker = '', var_ = ''] = await ask('vid-affischen', [asked('tycker', 'lines'), asked('var', 'place', { form: { choices: choices('Alby', 'Matfors', 'Ljungaverk') } })])
  id = { tycker, var: var_ }
})

const rows = async (sql: string, ...values: unknown[]) => (await pool().query(sql, values)).rows
const key = () => `the-key-of-somebody-at-a-poster-${made++}`
const answer = (via: string | undefined, form: Record<string, string> = {}, path = survey) =>
  site.post(path, { submissionKey: key(), act: 'send', [id.tycker ?? '']: 'En tanke', ...(via === undefined ? {} : { via }), ...form })
const known = new Set<string>()
/** The one answer that has come since this was asked last: where a row is put says nothing of when. */
async function last() {
  const fresh = (await rows('select id, poster, answers, source from participation_responses')).filter(({ id }) => !known.has(id))
  for (const row of fresh) known.add(row.id)
  expect(fresh).toHaveLength(1)
  return fresh[0]
}
const hidden = (html: string) => /<input type="hidden" name="via" value="([^"]*)"/.exec(html)?.[1]

describe('the poster that somebody came by', () => {
  test('is carried by the form and kept with the answer, and is never the answer’s own place', async () => {
    const page = await (await site.get(`${survey}?via=alby`)).text()
    expect(hidden(page)).toBe('alby')
    expect(page).not.toMatch(/<option[^>]*selected[^>]*value="alby"|<option[^>]*value="alby"[^>]*selected/)
    expect(page).toContain('till=%2Fdelta%2Fvid-affischen%3Fvia%3Dalby')
    expect((await site.get('/sprak/en?till=%2Fdelta%2Fvid-affischen%3Fvia%3Dalby')).headers.get('location')).toBe('/delta/vid-affischen?via=alby')
    expect((await answer('alby')).status).toBe(200)
    expect(await last()).toMatchObject({ poster: 'alby', answers: {}, source: 'web' })
    await answer('alby', { [id.var ?? '']: 'matfors' })
    expect(await last()).toMatchObject({ poster: 'alby', answers: { var: 'matfors' } })
  })
  test.each(['hej', '', "alby' or 1=1", 'ALBY', '../alby', 'x'.repeat(3000), '\u0000', '<script>'])('is nothing when it says %j', async (via) => {
    expect(hidden(await (await site.get(`${survey}?via=${encodeURIComponent(via)}`)).text())).toBe(undefined)
    expect((await answer(via)).status).toBe(200)
    expect(await last()).toMatchObject({ poster: null })
  })
  test('is there after an error, with or without the address’s own words, and once however often it is sent', async () => {
    const refused = await answer('alby', { [id.tycker ?? '']: '' })
    expect([refused.status, hidden(await refused.text())]).toEqual([422, 'alby'])
    const form = { submissionKey: key(), act: 'send', via: 'alby', [id.tycker ?? '']: 'Skickas två gånger' }
    const [before] = await rows('select count(*)::int n from participation_responses')
    for (const via of ['alby', 'alby', 'ljungaverk']) expect((await site.post(survey, { ...form, via })).status).toBe(200)
    expect(await rows('select count(*)::int n from participation_responses')).toEqual([{ n: before.n + 1 }])
    expect(await last()).toMatchObject({ poster: 'alby' })
  })
  test('is kept through the parts of a long survey, on another device, and when the answer is changed', async () => {
    const [en = '', tva = ''] = await ask('langre', [asked('en', 'lines'), asked('tva', 'lines', { sectionHeading: 'Mer' })])
    await ask('langre-plats', [asked('en', 'lines')])
    // It asks about no place, so its posters are those of the municipality's list.
    const [{ id: placeId }] = await rows(
      "insert into people_places (name, position, valid_from, set_by, set_at) values ('Torpshammar', 0, '2020-01-01', $1, now()) returning id",
      stage.leader.person,
    )
    const at = '/delta/langre'
    expect(hidden(await (await site.get(`${at}?via=${placeId}`)).text())).toBe(placeId)
    const next = await site.post(at, { del: '1', act: 'next', submissionKey: key(), via: placeId, [en]: 'Början' })
    expect([next.status, next.headers.get('location')]).toEqual([302, `${at}?del=2`])
    const begun = next.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const second = await (await site.get(`${at}?del=2`, { cookie: begun })).text()
    expect(hidden(second)).toBe(placeId)
    expect(JSON.stringify(await rows('select * from participation_begun_answers'))).not.toContain(placeId)
    // Another device has the code only.
    const resumed = await site.post(`${at}/fortsatt`, { kod: begun.split('=')[1] ?? '' })
    const elsewhere = resumed.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const sent = await (await site.post(at, { del: '2', act: 'send', submissionKey: key(), [tva]: 'Slutet' }, { cookie: elsewhere })).text()
    expect(await last()).toMatchObject({ poster: placeId })
    const code = receiptIn(sent)
    const change = await site.post('/folj', { code, act: 'change' })
    const changing = change.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect((await site.post(at, { del: '2', act: 'send', submissionKey: key(), [tva]: 'Ändrat' }, { cookie: changing })).status).toBe(200)
    expect(await rows("select r.poster from participation_responses r join participation_statements s on s.response_id = r.id where s.text = 'Ändrat'")).toEqual([
      { poster: placeId },
    ])
  })
})

describe('where it is told', () => {
  test('the leader’s figures say how many came by each poster, but not where they are fewer than may be shown', async () => {
    for (let more = 0; more < 6; more++) await answer('ljungaverk')
    await answer('matfors')
    const shown = (await (await site.get('/arbete/dialoger/vid-affischen/siffror', { cookie: leader })).text()).replaceAll('<!-- -->', '')
    expect(shown).toMatch(/Ljungaverk<\/th><td[^>]*>6<\/td>/)
    expect(shown).toMatch(/Övriga platser<\/th><td[^>]*>färre än 5<\/td>/)
    expect([shown.includes('Matfors</th>'), shown.includes('Alby</th>')]).toEqual([false, false])
    const other = await (await site.get('/arbete/dialoger/langre-plats/siffror', { cookie: leader })).text()
    expect(other).not.toContain('Kom via affisch')
  })
  const file = async () => {
    const fetched = await site.post('/arbete/dialoger/vid-affischen/utlamning/fil', { format: 'machine', texts: 'shown' }, { cookie: leader })
    return new TextDecoder().decode(unzipSync(new Uint8Array(await fetched.arrayBuffer()))['vid-affischen-svar.csv'])
  }
  test('the file says nothing of the posters of so few that their rows would say who they are', async () => {
    expect(await rows("select poster, count(*)::int n from participation_responses where poster in ('alby', 'matfors') group by 1 order by 1")).toEqual([
      { poster: 'alby', n: 3 },
      { poster: 'matfors', n: 1 },
    ])
    expect(await file()).not.toContain('[för få]')
  })
  test('the file of answers has it in a column, and hides the place of the few', async () => {
    await answer('matfors')
    const shown = (await (await site.get('/arbete/dialoger/vid-affischen/siffror', { cookie: leader })).text()).replaceAll('<!-- -->', '')
    expect(shown).toMatch(/Övriga platser<\/th><td[^>]*>5<\/td>/)
    const fetched = await site.post('/arbete/dialoger/vid-affischen/utlamning/fil', { format: 'machine', texts: 'shown' }, { cookie: leader })
    const files = unzipSync(new Uint8Array(await fetched.arrayBuffer()))
    const text = (name: string) => new TextDecoder().decode(files[name])
    const csv = text('vid-affischen-svar.csv')
    expect(csv.split('\r\n')[0]).toBe('_grupp,_version,_affisch,tycker,var')
    expect(csv.match(/,ljungaverk,/g)).toHaveLength(6)
    expect(csv).not.toMatch(/^invanare,1,matfors/m)
    expect(csv.match(/\[för få\]/g)).toHaveLength(5)
    expect(text('vid-affischen-kodbok.csv')).toContain('säger inte var den som svarade bor')
    const without = await site.post('/arbete/dialoger/langre-plats/utlamning/fil', { format: 'machine', texts: 'shown' }, { cookie: leader })
    expect(new TextDecoder().decode(unzipSync(new Uint8Array(await without.arrayBuffer()))['langre-plats-svar.csv'])).toMatch(/^_grupp,_version,en\r\n/)
  })
  test('the page of what is stored says so, in both languages', async () => {
    expect(await (await site.get(`${survey}/sparas`)).text()).toContain('på vilken plats affischen satt')
    expect(await (await site.get(`${survey}/sparas`, { cookie: 'sprak=en' })).text()).toContain('at which place the poster hung')
  })
  test('an answer by code has no poster, and the database refuses one by any other way', async () => {
    await expect(
      pool().query(
        "insert into participation_responses (dialogue_id, group_id, received_on, source, poster, seal_salt) select dialogue_id, group_id, received_on, 'paper', 'alby', 'x' from participation_responses limit 1",
      ),
    ).rejects.toThrow('participation_responses_poster')
  })
})
