// npm run --silent bench -- desk --json: next, previous and the list of the coding desk at 20,000 statements and 120 themes. Machines differ: quote ratios of one run.
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '../private-postgres.mjs'
import { enter, startServer, stopServer } from './served.mjs'

const json = process.argv.includes('--json')
const [wantedStatements, wantedThemes, rounds] = [20_000, 120, 40]
const words =
  'bussen skolan simhallen vindkraft skogen äldreomsorgen vägarna bredband centrum fritidsgård biblioteket torget cykelväg förskolan vården jobben bostäder älven turism näringslivet'.split(
    ' ',
  )

const result = { load: round(loadavg()[0]), embedded: await measure(''), postgres: null }
const postgres = await startPostgres({ durable: true }).catch(() => undefined)
if (postgres) {
  result.postgres = await measure(postgres.address)
  await postgres.stop()
}
console.log(json ? JSON.stringify(result, null, 2) : said(result))

async function measure(databaseUrl) {
  const folder = mkdtempSync(join(tmpdir(), 'samsyn-bench-'))
  const server = await startServer(folder, databaseUrl)
  try {
    const statements = await grow(databaseUrl ? { connectionString: databaseUrl } : { host: join(folder, 'run'), user: 'postgres', database: 'postgres' })
    const cookie = await enter(server.address)
    const began = performance.now()
    await page(server.address, '/arbete/kodning?lage=allt&sok=buss', cookie)
    const firstSearchMs = round(performance.now() - began)
    const pages = {}
    // All but twenty are coded: the hardest place to find the next one that isn't.
    for (const [name, path] of Object.entries({
      nextUncoded: '/arbete/kodning',
      nextOfAll: '/arbete/kodning?lage=allt',
      nextFound: '/arbete/kodning?lage=allt&sok=skola',
      list: '/arbete/kodning/lista?lage=allt',
      listFound: '/arbete/kodning/lista?lage=allt&sok=buss',
    }))
      pages[name] = await walk(server.address, path, cookie, name.startsWith('list') ? /href="([^"]+)"[^>]*>Nästa sida/ : /href="([^"]+)"[^>]*>Hoppa över till nästa/)
    pages.previousOfAll = await walk(server.address, pages.nextOfAll.last, cookie, /href="([^"]+)"[^>]*>Föregående/)
    const bare = await walk(server.address, '/arbete/mina-nycklar', cookie, /$^/)
    return { statements, themes: wantedThemes, firstSearchMs, pages, bareWorkroomPage: bare }
  } finally {
    await stopServer(server)
    rmSync(folder, { recursive: true, force: true })
  }
}

// Answers of two statements each, and two codings of all but twenty, as rows beside the demo's.
async function grow(connection) {
  const database = new pg.Client(connection)
  await database.connect()
  const {
    rows: [place],
  } = await database.query(`select r.dialogue_id, r.group_id, s.question_id, g.process_id from participation_statements s join participation_responses r on r.id = s.response_id
    join participation_groups g on g.id = r.group_id join participation_dialogues d on d.id = r.dialogue_id where d.kind = 'survey' limit 1`)
  // Rows as they would have come, without asking again of each what was asked.
  await database.query('set session_replication_role = replica')
  const count = async () => Number((await database.query('select count(*) from participation_statements')).rows[0].count)
  await database.query(
    `with made as (insert into participation_responses (id, dialogue_id, group_id, received_on, source, answers, version, seal_salt)
        select gen_random_uuid(), $1, $2, '2021-01-10', 'import', '{}', 1, md5(n::text) from generate_series(1, $4::int) n returning id),
      numbered as (select id, row_number() over () as n from made)
    insert into participation_statements (id, response_id, question_id, position, text, grouping)
    select gen_random_uuid(), id, $3, p, said, lower(said) from numbered, generate_series(1, 2) p,
      lateral (select concat_ws(' ', 'Vi vill ha', ($5::text[])[1 + (n * 7 + p) % 20], 'och', ($5::text[])[1 + (n * 13 + p * 5) % 20], 'nära', ($5::text[])[1 + (n / 20 + p) % 20], n) as said) s`,
    [place.dialogue_id, place.group_id, place.question_id, Math.ceil((wantedStatements - (await count())) / 2), words],
  )
  await database.query(
    `insert into analysis_themes (id, process_id, slug, name, definition, when_to_use, when_not, position)
     select gen_random_uuid(), $1, 'tema-' || n, 'Tema ' || n, 'd', 'w', 'n', 100 + n from generate_series(1, $2::int - (select count(*)::int from analysis_themes)) n`,
    [place.process_id, wantedThemes],
  )
  await database.query(`
    insert into analysis_codings (id, statement_id, theme_id, stance, coded_by, coded_at)
    select gen_random_uuid(), s.id, t.ids[1 + (s.n * 7 + k) % array_length(t.ids, 1)], 'keep', c.coded_by, c.coded_at
    from (select id, row_number() over (order by grouping) as n from participation_statements where not exists (select 1 from analysis_codings where statement_id = participation_statements.id) offset 20) s,
      generate_series(0, 1) k, (select array_agg(id) as ids from analysis_themes) t, (select coded_by, coded_at from analysis_codings limit 1) c`)
  // As the server's hourly chore does with the embedded one, and PostgreSQL of its own accord.
  await database.query('analyze')
  const grown = await count()
  await database.end()
  return grown
}

async function page(address, path, cookie) {
  const answer = await fetch(address + path, { headers: { cookie } })
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
  return answer.text()
}

// From page to page by the link that is asked for, or the same page where there is none; the first three warm it up.
async function walk(address, path, cookie, link) {
  const times = []
  let last = path
  for (let turn = 0; turn < rounds + 3; turn++) {
    const began = performance.now()
    const html = await page(address, last, cookie)
    if (turn >= 3) times.push(performance.now() - began)
    last = link.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? path
  }
  times.sort((a, b) => a - b)
  return { p50Ms: round(times[rounds >> 1]), p95Ms: round(times[Math.floor(rounds * 0.95)]), last }
}

function round(number) {
  return Number(number.toFixed(1))
}

function said({ load, ...databases }) {
  const lines = Object.entries(databases).flatMap(([name, measured]) =>
    measured ? Object.entries(measured.pages).map(([what, { p50Ms, p95Ms }]) => `${name}, ${what}: ${p50Ms} ms (95 % under ${p95Ms} ms)`) : [`${name}: inte mätt`],
  )
  return [`Belastning när mätningen började: ${load}`, ...lines].join('\n')
}
