import { beforeAll, expect, test } from 'vitest'
import { createTheme } from '#analysis'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { useSite } from './site.ts'

const site = useSite()
const desk = '/arbete/kodning'
// More than one statement of PostgreSQL takes as parameters: 65,535 codings, and a sixth of that as rows.
const [statements, readings] = [11_000, 6]
let stage: Stage
let [analyst, theme] = ['', '']

const query = async <Row>(sql: string, values: unknown[] = []) => (await pool().query(sql, values)).rows as Row[]
const holding = async () => (await query<{ count: number }>('select count(*)::int as count from analysis_codings where withdrawn_at is null'))[0]?.count

beforeAll(async () => {
  stage = await stageDialogue()
  analyst = await site.signIn('analyst@example.se')
  const words = { name: 'Buss', definition: 'Bussar', whenToUse: 'När bussar nämns', whenNot: 'Tåg' }
  theme = (await grantedBy(createTheme(stage.analyst, { ...words, processId: stage.processId }, presentMoment()))).id
  const client = await pool().connect()
  // Rows as they would have come, without asking of each what was asked.
  await client.query('set session_replication_role = replica')
  await client.query(
    `with made as (insert into participation_responses (id, dialogue_id, group_id, received_on, source, answers, version, seal_salt)
        values (gen_random_uuid(), $1, $2, '2020-10-12', 'import', '{}', 1, 'salt') returning id)
      insert into participation_statements (id, response_id, question_id, position, text, grouping)
        select gen_random_uuid(), id, $3, n, 'Bussen ' || n, 'bussen ' || n from made, generate_series(1, $4::int) n`,
    [stage.survey.id, stage.residents, stage.survey.questionIds[0], statements],
  )
  await client.query('set session_replication_role = origin')
  client.release()
})

test('a file of tens of thousands of codings that was taken in is told of at the desk, and undone as one act', async () => {
  await query(
    `with made as (insert into analysis_codings (statement_id, theme_id, coded_by, coded_at) select id, $1, $2, now() from participation_statements, generate_series(1, $3::int) returning id)
      insert into analysis_desk_acts (process_id, statement_id, kind, made_codings, done_by, done_at)
        select $4, (select id from participation_statements limit 1), 'coded', array_agg(id), $2, now() from made`,
    [theme, stage.analyst.person, readings, stage.processId],
  )
  const page = await site.get(`${desk}?lage=kodat`, { cookie: analyst })
  expect([page.status, (await page.text()).includes(`Du kodade nyss ${statements} yttranden.`)]).toEqual([200, true])
  const [act] = await query<{ id: string; statement: string }>('select id, statement_id as statement from analysis_desk_acts')
  expect((await site.post(desk, { act: 'undo', actId: String(act?.id), statementId: act?.statement ?? '' }, { cookie: analyst })).status).toBe(302)
  expect(await holding()).toBe(0)
  expect(await query("select subject_kind, subject_id, why from trail_events where act = 'desk-act-undone'")).toEqual([
    { subject_kind: 'process', subject_id: stage.processId, why: `${statements}` },
  ])
})

test('a bulk of more than ten thousand suggestions is accepted, and taken back', async () => {
  const [bulk] = await query<{ id: string }>(
    `insert into analysis_bulks (process_id, number, certainty, seed, learnt_from, gathered_by, gathered_at) values ($1, 1, 0.9, 1, 100, $2, now()) returning id`,
    [stage.processId, stage.analyst.person],
  )
  await query(
    `insert into analysis_bulk_statements (bulk_id, statement_id, theme_id, certainty, position, is_right, judged_by, judged_at)
      select $1, id, $2, 0.95, case when position = 1 then 0 end, case when position = 1 then true end, case when position = 1 then $3::uuid end, case when position = 1 then now() end
      from participation_statements`,
    [bulk?.id, theme, stage.analyst.person],
  )
  const decide = (act: string) => site.post(`${desk}/forslag/1`, { act, bulkId: bulk?.id ?? '' }, { cookie: analyst })
  expect((await decide('accepted')).status).toBe(302)
  expect(await holding()).toBe(statements)
  expect(await query('select 1 from analysis_bulk_statements s join analysis_codings c on c.id = s.coding_id where c.statement_id <> s.statement_id')).toEqual([])
  expect((await decide('undo')).status).toBe(302)
  expect(await holding()).toBe(0)
})

test('what is not coded is found by joining, however many codings there are', async () => {
  // More than fit in the memory that is set aside for a table to look up in.
  const client = await pool().connect()
  await client.query('set session_replication_role = replica')
  const begun = performance.now()
  await client.query(`insert into analysis_codings (statement_id, theme_id, coded_by, coded_at) select gen_random_uuid(), $1, $2, now() from generate_series(1, 250000)`, [
    theme,
    stage.analyst.person,
  ])
  const written = performance.now() - begun
  await client.query('set session_replication_role = origin')
  await client.query('analyze analysis_codings')
  client.release()
  const began = performance.now()
  expect((await site.get(desk, { cookie: analyst })).status).toBe(200)
  // On a machine that is so slow that writing them took longer, that long.
  expect(performance.now() - began).toBeLessThan(Math.max(30_000, written))
})
