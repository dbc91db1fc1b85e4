// npm run --silent bench -- learning --json: a statement is coded at the desk, and the next ones are suggested for by it: from the coding that is sent to the page that
// shows it, at 10,000 statements of which 500 are coded, beside fifty requests a second. Machines differ: quote ratios of one run.
import { fork } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { project } from '../make-ready.mjs'
import { startPostgres } from '../private-postgres.mjs'
import { cpuMsOf, enter, loopOf, startServer, stopServer } from './served.mjs'

const json = process.argv.includes('--json')
const [wantedStatements, wantedCoded, turns] = [10_000, 500, 15]
const { readWordTable } = await import('../../build/command/bench.js')
const { madeTexts } = await import('./made-texts.mjs')
const made = madeTexts(readWordTable(readFileSync(join(project, 'packages/text/data/swedish-words.bin'))), wantedStatements)

const result = { load: round(loadavg()[0]), embedded: [await measure('', 20), await measure('', 120)], postgres: null }
const postgres = await startPostgres({ durable: true }).catch(() => undefined)
if (postgres) {
  result.postgres = [await measure(postgres.address, 20)]
  await postgres.stop()
}
console.log(json ? JSON.stringify(result, null, 2) : said(result))

async function measure(databaseUrl, themes) {
  const folder = mkdtempSync(join(tmpdir(), 'samsyn-bench-'))
  const server = await startServer(folder, databaseUrl, '0', { isWatched: true })
  const load = fork(fileURLToPath(new URL('steady-load.mjs', import.meta.url)), [JSON.stringify({ address: `${server.address}/halsa`, perSecond: 50 })])
  try {
    const grown = await grow(databaseUrl ? { connectionString: databaseUrl } : { host: join(folder, 'run'), user: 'postgres', database: 'postgres' }, themes)
    const cookie = await enter(server.address)
    await loopOf(server)
    await wait(3_000)
    const idle = await loopOf(server)
    // The first visit reads the statements, and starts the thread.
    const began = performance.now()
    let shown = await until(server.address, cookie, '', ({ learntFrom }) => learntFrom !== undefined)
    const firstSeconds = round((performance.now() - began) / 1000)
    await wait(10_000)
    const start = await loopOf(server)
    const cpuBefore = cpuMsOf(server.process.pid)
    const times = []
    for (let turn = 0; turn < turns; turn++) {
      const coding = performance.now()
      const { statementId, seen, words, theme, learntFrom } = shown
      await post(server.address, cookie, { act: 'code', statementId, seen, shown: words, 'theme-1': theme, 'stance-1': '' })
      shown = await until(server.address, cookie, `?efter=${statementId}`, (page) => page.learntFrom > learntFrom)
      times.push(performance.now() - coding)
      // As long as one reads a short one.
      await wait(2_000)
    }
    const loop = await loopOf(server)
    const cpuMs = (cpuMsOf(server.process.pid) - cpuBefore) / turns
    times.sort((one, other) => one - other)
    const served = await new Promise((done) => {
      load.once('message', done)
      load.send('stop')
    })
    return {
      ...grown,
      firstSeconds,
      learnMs: { p50: Math.round(times[turns >> 1]), slowest: Math.round(times[turns - 1]) },
      cpuMsATurn: Math.round(cpuMs),
      loop: { idle, start, learning: loop },
      served,
    }
  } finally {
    load.kill()
    await stopServer(server)
    rmSync(folder, { recursive: true, force: true })
  }
}

// Statements, themes and codings as rows beside the demo's: as many are coded as are wanted, and no more.
async function grow(connection, themes) {
  // Each says something of a theme, and sixteen words by chance.
  const texts = made.map((text, at) => `${themeWords(made[at % themes])} ${text}`)
  const database = new pg.Client(connection)
  await database.connect()
  const {
    rows: [place],
  } = await database.query(`select r.dialogue_id, r.group_id, s.question_id, g.process_id from participation_statements s join participation_responses r on r.id = s.response_id
    join participation_groups g on g.id = r.group_id join participation_dialogues d on d.id = r.dialogue_id where d.kind = 'survey' limit 1`)
  // Rows as they would have come, without asking again of each what was asked.
  await database.query('set session_replication_role = replica')
  const count = async (what) => Number((await database.query(`select count(*) from ${what}`)).rows[0].count)
  await database.query(
    `with made as (insert into participation_responses (id, dialogue_id, group_id, received_on, source, answers, version, seal_salt)
        select gen_random_uuid(), $1, $2, '2021-01-10', 'import', '{}', 1, md5(n::text) from generate_series(1, $4::int) n returning id),
      numbered as (select id, row_number() over () as n from made)
    insert into participation_statements (id, response_id, question_id, position, text, grouping)
    select gen_random_uuid(), id, $3, 1, ($5::text[])[n], lower(($5::text[])[n]) from numbered`,
    [place.dialogue_id, place.group_id, place.question_id, wantedStatements - (await count('participation_statements')), texts],
  )
  await database.query('create temporary table coder as select coded_by, coded_at from analysis_codings limit 1')
  for (const table of ['codings', 'set_asides']) await database.query(`delete from analysis_${table}`)
  await database.query('update analysis_themes set is_codable = false')
  await database.query(
    `insert into analysis_themes (id, process_id, slug, name, definition, when_to_use, when_not, position)
     select gen_random_uuid(), $1, 'tema-' || n, ($3::text[])[n], ($3::text[])[n], 'w', 'n', 100 + n from generate_series(1, $2::int) n`,
    [place.process_id, themes, made.map(themeWords)],
  )
  await database.query(
    `insert into analysis_codings (id, statement_id, theme_id, stance, coded_by, coded_at)
    select gen_random_uuid(), s.id, t.id, 'keep', c.coded_by, c.coded_at
    from (select id, text from participation_statements where text like any (select name || '%' from analysis_themes where is_codable) order by id limit $1) s
      join analysis_themes t on t.is_codable and starts_with(s.text, t.name), coder c`,
    [wantedCoded],
  )
  // As the server's hourly chore does with the embedded one, and PostgreSQL of its own accord.
  await database.query('analyze')
  const grown = {
    statements: await count('participation_statements'),
    coded: await count('analysis_codings'),
    themes: await count('analysis_themes where is_codable and retired_at is null'),
  }
  await database.end()
  return grown
}

function themeWords(text) {
  return text.split(' ').slice(0, 3).join(' ')
}

async function post(address, cookie, fields) {
  const answer = await fetch(`${address}/arbete/kodning`, { method: 'POST', redirect: 'manual', headers: { cookie, origin: address }, body: new URLSearchParams(fields) })
  if (answer.status !== 302) throw new Error(`The coding was answered with ${answer.status}: ${(await answer.text()).slice(0, 2000)}`)
}

// The page of the desk, until it says what it is waited for.
async function until(address, cookie, query, holds) {
  for (let turn = 0; turn < 1_000; turn++) {
    const answer = await fetch(`${address}/arbete/kodning${query}`, { headers: { cookie }, signal: AbortSignal.timeout(60_000) })
    if (answer.status !== 200) throw new Error(`The desk answers ${answer.status}`)
    const page = readPage(await answer.text())
    if (holds(page)) return page
    await wait(20)
  }
  throw new Error('It was never learnt from.')
}

function readPage(html) {
  const form = html.slice(html.indexOf('value="code"'))
  const hidden = (name) => new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? ''
  const words = hidden('shown')
  const [theme = '', , learntFrom] = (words.split(',')[0] ?? '').split(' ')
  return { statementId: hidden('statementId'), seen: hidden('seen'), words, theme, learntFrom: learntFrom === undefined ? undefined : Number(learntFrom) }
}

function round(number) {
  return Number(number.toFixed(2))
}

function said({ load, ...databases }) {
  const lines = Object.entries(databases).flatMap(([name, measured]) =>
    (measured ?? []).map(
      ({ statements, coded, themes, learnMs, loop }) =>
        `${name}, ${statements} yttranden, ${coded} kodade, ${themes} teman: förslagen är nya efter ${learnMs.p50} ms (som mest ${learnMs.slowest}); händelseslingan väntade ${loop.learning.p99Ms} ms (99 %), som mest ${loop.learning.maxMs} ms, och ${loop.start.maxMs} ms när tråden startade`,
    ),
  )
  return [`Belastning när mätningen började: ${load}`, ...lines].join('\n')
}
