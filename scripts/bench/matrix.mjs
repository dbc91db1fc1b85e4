// npm run --silent bench -- matrix --json: the samsyn matrix of 20,000 statements, 120 themes and 12 groups, beside a bare select of its codings in the same run.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { project } from '../make-ready.mjs'
import { startPostgres } from '../private-postgres.mjs'
import { cpuMsOf, startServer, stopServer } from './served.mjs'

const json = process.argv.includes('--json')
const { connectDatabase, disconnectDatabase, readMatrix } = await import(pathToFileURL(join(project, 'build/command/bench.js')).href)
const size = { statements: 20_000, themes: 120, groups: 12 }
const rounds = 20

// Without PostgreSQL's programs on the machine it is not measured, and says so.
const postgres = await startPostgres({ durable: true }).catch(() => undefined)
try {
  const result = { ...size, embedded: await measure(), postgres: postgres ? await measure(postgres.address) : null }
  console.log(json ? JSON.stringify(result, null, 2) : words(result))
} finally {
  await postgres?.stop()
}

async function measure(databaseUrl = '') {
  const folder = mkdtempSync(join(tmpdir(), 'samsyn-bench-'))
  const server = await startServer(folder, databaseUrl)
  const connection = databaseUrl ? { connectionString: databaseUrl } : { host: join(folder, 'run'), user: 'postgres', database: 'postgres' }
  const database = new pg.Client(connection)
  await database.connect()
  try {
    const processId = await fill(database)
    connectDatabase(connection)
    const now = { at: new Date().toISOString(), day: new Date().toISOString().slice(0, 10) }
    const before = cpuMsOf(server.process.pid)
    const matrix = await timed(() => readMatrix(processId, now))
    // The embedded database works in the server's process; PostgreSQL's own processors are not seen here.
    const databaseCpuMs = databaseUrl ? null : round((cpuMsOf(server.process.pid) - before) / (rounds + 3))
    const bare = await timed(() =>
      database.query(
        'select c.statement_id, c.theme_id, c.stance from analysis_codings c join analysis_themes t on t.id = c.theme_id where t.process_id = $1 and c.withdrawn_at is null',
        [processId],
      ),
    )
    const { rows, groups, parts, statements, coded } = matrix.value
    const { value: _, ...times } = matrix
    return {
      ...times,
      databaseCpuMs,
      bareP50ms: bare.p50ms,
      ratioToBareSelect: round(times.p50ms / bare.p50ms),
      read: { rows: rows.length, groups: groups.length, parts: parts.length, statements, coded },
    }
  } finally {
    await disconnectDatabase()
    await database.end()
    await stopServer(server)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function timed(work) {
  const [times, cpu] = [[], []]
  let value
  for (let turn = 0; turn < rounds + 3; turn++) {
    const [began, used] = [performance.now(), process.cpuUsage()]
    value = await work()
    const { user, system } = process.cpuUsage(used)
    // The first three warm it up.
    if (turn >= 3) times.push(performance.now() - began)
    if (turn >= 3) cpu.push((user + system) / 1000)
  }
  for (const each of [times, cpu]) each.sort((a, b) => a - b)
  return { value, p50ms: round(times[rounds >> 1]), p95ms: round(times[Math.floor(rounds * 0.95)]), cpuMs: round(cpu[rounds >> 1]) }
}

/** A process of its own beside the demo's: groups that are asked their age and place, a codebook where every sixth theme gathers the five after it, and codings. */
async function fill(database) {
  const like = (table, where, own) =>
    database.query(`insert into ${table} select (jsonb_populate_record(t, $1::jsonb)).* from ${table} t where ${where} limit 1`, [JSON.stringify(own)])
  const model = (await database.query("select * from participation_dialogues where slug = 'hur-gar-det-2026'")).rows[0]
  const processId = randomUUID()
  await like('process_processes', 'true', { id: processId, slug: 'matningen', name: 'Mätningen' })
  const themes = Array.from({ length: size.themes }, () => randomUUID())
  for (const [position, id] of themes.entries())
    await like('analysis_themes', 'true', {
      ...{
        id,
        process_id: processId,
        slug: `tema-${position}`,
        name: `Tema ${position}`,
        dimension: 'tema',
        position,
        revision: 1,
        is_codable: true,
        retired_at: null,
        superseded_by: null,
      },
      parent_id: position % 6 === 0 ? null : themes[position - (position % 6)],
    })
  const choices = (labels) => ({ choices: labels.map((label) => ({ key: label, label, labelEnglish: null })) })
  const ages = ['16–24 år', '25–44 år', '45–64 år', '65–79 år', '80 år eller äldre']
  const places = ['Norr', 'Söder', 'Öster', 'Väster', 'Mitten']
  const perGroup = size.statements / size.groups
  for (let at = 0; at < size.groups; at++) {
    const [groupId, dialogueId, questionId] = [randomUUID(), randomUUID(), randomUUID()]
    await like('participation_groups', `id = '${model.group_id}'`, { id: groupId, process_id: processId, key: `grupp-${at}`, name: `Grupp ${at}`, position: at })
    await like('participation_dialogues', `id = '${model.id}'`, { id: dialogueId, process_id: processId, group_id: groupId, slug: `matning-${at}` })
    const asked = [
      { id: questionId, key: 'bra', kind: 'lines', form: {}, background: null },
      // Only the largest group is asked who it is, as residents are.
      ...(at === 0 ? [{ id: randomUUID(), key: 'alder', kind: 'one', form: choices(ages), background: 'age' }] : []),
      ...(at === 0 ? [{ id: randomUUID(), key: 'plats', kind: 'one', form: choices(places), background: 'place' }] : []),
    ]
    for (const [position, question] of asked.entries())
      await like('participation_questions', `dialogue_id = '${model.id}'`, {
        ...{ ...question, dialogue_id: dialogueId, position, axis: 'place', show_if: null, required: false, section_heading: null, section_heading_english: null },
      })
    await like('participation_openings', `dialogue_id = '${model.id}'`, { id: randomUUID(), dialogue_id: dialogueId })
    await database.query(
      `insert into participation_responses (id, dialogue_id, group_id, received_on, source, answers, persons, seal_salt, import_id)
       select gen_random_uuid(), $1, $2, current_date, 'import', jsonb_build_object('alder', ($3::text[])[1 + n % 5], 'plats', ($4::text[])[1 + (n / 5) % 5]), 1, 'salt', null from generate_series(1, $5::int) n`,
      [dialogueId, groupId, ages, places, Math.round(perGroup / 2)],
    )
    await database.query(
      `insert into participation_statements (id, response_id, question_id, position, text, grouping)
       select gen_random_uuid(), r.id, $1, p, 'Skogen och bussen', 'skogen och bussen' from participation_responses r, generate_series(1, 2) p where r.dialogue_id = $2`,
      [questionId, dialogueId],
    )
  }
  await database.query(
    `insert into analysis_codings (id, statement_id, theme_id, stance, coded_by, coded_at)
     select gen_random_uuid(), s.id, ($1::uuid[])[1 + (s.n * 7 + turn * 31) % $2::int], (array['keep', 'want', 'want', 'leave', null])[1 + (s.n + turn) % 5], c.coded_by, c.coded_at
     from (select s.id, (row_number() over (order by s.id))::int as n from participation_statements s join participation_responses r on r.id = s.response_id
       join participation_groups g on g.id = r.group_id where g.process_id = $3) s,
       generate_series(0, 1) turn, (select coded_by, coded_at from analysis_codings limit 1) c
     where turn = 0 or s.n % 4 = 0`,
    [themes, size.themes, processId],
  )
  await database.query('analyze')
  return processId
}

function round(number) {
  return Number(number.toFixed(1))
}

function words({ statements, themes, groups, ...measured }) {
  return [
    `${statements} yttranden, ${themes} teman, ${groups} grupper.`,
    ...Object.entries(measured).map(
      ([name, row]) => `${name}: ${row ? `${row.p50ms} ms (95 % under ${row.p95ms} ms), ${row.ratioToBareSelect} gånger ett naket urval av kodningarna` : 'inte mätt'}`,
    ),
  ].join('\n')
}
