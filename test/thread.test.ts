import { beforeAll, expect, test } from 'vitest'
import { codeStatement, readThemes } from '#analysis'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import { mintActor } from '#people'
import { listProcesses } from '#process'
import { tellStory } from '../seeds/ange/tell-story.ts'
import { mergeThemes } from '../src/modules/analysis/merge-themes.ts'
import { useSite } from './site.ts'

const site = useSite()
let code = ''
let goal = ''
let phrase = ''

const now = presentMoment()
const query = async <Row>(sql: string, values: unknown[] = []) => (await pool().query(sql, values)).rows as Row[]
const pageOf = async (path: string) => (await site.get(path)).text()
/** What a stop of the strip says. */
const stopOf = (page: string, name: string) =>
  new RegExp(`<li[^>]*>(?:(?!</li>).)*class="stop"[^>]*>${name}(?:(?!</li>).)*</li>`, 's').exec(page)?.[0].replaceAll('\u00a0', ' ') ?? ''
const follow = async () => (await site.post('/folj', { code })).text()
/** Deletes a link of the thread behind the back of the triggers that keep it. */
const cut = (sql: string) => pool().query(`set session_replication_role = replica; ${sql}; set session_replication_role = origin`)

beforeAll(async () => {
  await tellStory('seeds/ange/voices')
  const survey = '/delta/hur-gar-det-2026'
  const question = /name="([0-9a-f-]{36})"/.exec(await pageOf(survey))?.[1] ?? ''
  const answered = await (await site.post(survey, { submissionKey: 'the-key-of-the-thread-test', [question]: 'Håll skogen öppen för alla' })).text()
  code = /(?:[0-9A-Z]{4}-){4}[0-9A-Z]/.exec(answered.replaceAll(/<[^>]+>|\s/g, ''))?.[0] ?? ''
  const [statement] = await query<{ id: string }>("select id from participation_statements where text = 'Håll skogen öppen för alla'")
  const [analyst] = await query<{ id: string }>("select id from people_persons where email = 'anders@ange.example'")
  const [process] = await listProcesses(now.day)
  const theme = (await readThemes({ processId: process?.id ?? '' })).find(({ slug }) => slug === 'natur')
  const actor = await mintActor(analyst?.id ?? '', now.day)
  if (!actor || !theme || !statement) throw new Error('The story lacks what the thread begins with.')
  expect((await codeStatement(actor, { statementId: statement.id, readings: [{ themeId: theme.id, stance: 'keep' }] }, now)).granted).toBe(true)
  goal = /\/mal\/[0-9a-f-]{36}/.exec(await pageOf('/resultat'))?.[0] ?? ''
  phrase = /\/ord\/[0-9a-f-]{36}/.exec(await pageOf('/visionen'))?.[0] ?? ''
})

test('an answer is followed to the words it became, to what was decided, and to the goals', async () => {
  const page = await follow()
  for (const words of ['Håll skogen öppen för alla', 'Skog, vatten och natur', 'Här är skogen granne', 'Kommunfullmäktige']) expect(page).toContain(words)
})

test('when a theme is merged into another after it was published, the answer still reaches the words that rest on it', async () => {
  const now = presentMoment()
  const [process] = await listProcesses(now.day)
  const analyst = (await pool().query("select id from people_persons where email like 'anders%'")).rows[0]
  const [actor, themes] = [await mintActor(analyst?.id ?? '', now.day), await readThemes({ processId: process?.id ?? '' })]
  const theme = themes.find(({ slug }) => slug === 'natur')
  const into = themes.find(({ slug }) => slug === 'vindkraft')
  if (!actor || !theme || !into) throw new Error('The story lacks what is merged.')
  expect(await mergeThemes(actor, { themeId: theme.id, intoThemeId: into.id, reason: 'De handlar om samma sak' }, now)).toMatchObject({ granted: true })
  const page = await follow()
  for (const words of ['Håll skogen öppen för alla', into.name, 'Här är skogen granne', 'Kommunfullmäktige']) expect(page).toContain(words)
  expect(await pageOf('/tema/natur')).toContain('Skog, vatten och natur')
  expect(stopOf(await pageOf('/tema/natur'), 'Orden i visionen')).not.toContain('Inga ord')
})

test('a page asks the database as many times at a thousand roots as at one', async () => {
  const counted = (path: string) => countQueries(() => site.get(path))
  const at = await counted(phrase)
  const id = phrase.slice('/ord/'.length)
  await cut(`
    insert into analysis_themes (process_id, slug, name, definition, when_to_use, when_not, position) select (select id from process_processes limit 1), 'rot-' || n, 'Rot ' || n, 'x', 'x', 'x', 100 + n from generate_series(1, 1000) n;
    insert into vision_phrase_roots (phrase_id, theme_id, rooted_by, rooted_at) select '${id}', t.id, (select id from people_persons limit 1), now() from analysis_themes t where t.slug like 'rot-%'`)
  expect(await counted(phrase)).toBe(at)
  expect(at).toBeLessThanOrEqual(40)
  await cut("delete from vision_phrase_roots where theme_id in (select id from analysis_themes where slug like 'rot-%'); delete from analysis_themes where slug like 'rot-%'")
})

// From the end of the thread towards its beginning, so that each page still reaches the link that is cut.
test('result: a goal that nobody has judged says so', async () => {
  await cut('delete from followup_looked_at; delete from followup_judgements')
  const page = await pageOf(goal)
  expect(stopOf(page, 'Resultat')).toContain('Ingen bedömning än')
  expect(page).toContain('Målet har inte bedömts än')
})

test('indicator: a goal without a target says so', async () => {
  await cut('delete from plans_targets')
  expect(stopOf(await pageOf(goal), 'Mått')).toContain('Inget mått')
})

test('goal: words that no goal comes from say so', async () => {
  await cut('update plans_goals set focus_area_id = null')
  expect(stopOf(await pageOf(phrase), 'Mål')).toContain('Inget mål kommer ur orden')
})

test('decision: words that nobody has decided say so', async () => {
  await cut('delete from vision_adoptions')
  expect(stopOf(await pageOf(phrase), 'Beslut')).toContain('Inget beslut än')
})

test('phrase: a theme that no words rest on says so, and words that rest on nothing say so', async () => {
  await cut('delete from vision_phrase_roots')
  expect(stopOf(await pageOf('/tema/natur'), 'Ord')).toContain('Inga ord i visionen vilar på det här')
  expect(await pageOf(phrase)).toContain('Inga röster ligger bakom den här formuleringen.')
})

test('theme: an answer that is read as nothing says so', async () => {
  await cut('delete from analysis_codings')
  expect(await follow()).toContain('Det här har inte lästs under något tema än.')
})

test('voice: a receipt that leads to no answer says so, and nothing more', async () => {
  await cut("delete from participation_responses where source = 'web'")
  const answer = await site.post('/folj', { code })
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('Vi hittar inget svar med den koden')
})

/** How many statements the server sends while something is done. */
async function countQueries(work: () => Promise<unknown>): Promise<number> {
  const { default: pg } = await import('pg')
  const { prototype } = pg.Client
  const original = prototype.query
  let count = 0
  prototype.query = function counting(this: unknown, ...given: unknown[]) {
    count += 1
    return (original as (...all: unknown[]) => unknown).apply(this, given)
  } as typeof original
  try {
    await work()
  } finally {
    prototype.query = original
  }
  return count
}
