// npm run --silent bench -- house --json: how fast the house starts, answers and stores. Quote ratios of one run: machines differ.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { makeReady, project } from '../make-ready.mjs'
import { startPostgres } from '../private-postgres.mjs'

const json = process.argv.includes('--json')
const node = await makeReady({ quiet: true })
const rounds = 30
const writers = 16
const secondsOfWriting = 5
const tenThousand = 10_000

const folder = mkdtempSync(join(tmpdir(), 'samsyn-bench-'))
try {
  const freshStart = await timed(() => start(folder))
  await stop(freshStart.value)
  const restart = await timed(() => start(folder))
  const server = restart.value
  const pages = []
  for (const path of await paths(server.address)) pages.push(await measure(server.address, path))
  const pagesAtTenThousand = []
  const statements = await growTo(tenThousand, folder)
  for (const path of await paths(server.address)) pagesAtTenThousand.push({ statements, ...(await measure(server.address, path)) })
  const embedded = await submissions(server.address)
  const memoryMb = memoryOf(server.process.pid)
  await stop(server)
  const result = { freshStart: freshStart.seconds, restart: restart.seconds, pages, pagesAtTenThousand, submissionsPerSecond: { embedded, postgres: await onPostgres() }, memoryMb }
  console.log(json ? JSON.stringify(result, null, 2) : words(result))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function timed(work) {
  const began = performance.now()
  const value = await work()
  return { value, seconds: round((performance.now() - began) / 1000, 2) }
}

function start(dataDir, databaseUrl = '') {
  return new Promise((done, fail) => {
    const child = spawn(node, [join(project, 'scripts/serve.mjs'), '--data', dataDir, '--port', '0'], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl },
    })
    child.once('message', async ({ ready }) => {
      await fetch(ready.address)
      done({ process: child, address: ready.address })
    })
    child.once('exit', (code) => fail(new Error(`The server ended with ${code}.`)))
  })
}

function stop(server) {
  return new Promise((done) => {
    server.process.removeAllListeners('exit')
    server.process.once('exit', done)
    server.process.kill('SIGTERM')
  })
}

async function paths(address) {
  const links = async (path, kind) => [...(await (await fetch(address + path)).text()).matchAll(new RegExp(`href="(/${kind}/[^"#]+)`, 'g'))].map(([, link]) => link).slice(0, 1)
  return [
    '/',
    '/processen',
    '/delta/hur-gar-det-2026',
    '/samsyn',
    '/tema/natur',
    '/visionen',
    ...(await links('/visionen', 'ord')),
    '/resultat',
    ...(await links('/resultat', 'mal')),
  ]
}

// Answers as a file by the front door; then their codings and reviews as rows, as many a statement as in the demo.
async function growTo(wanted, dataDir) {
  const database = new pg.Client({ host: join(dataDir, 'run'), user: 'postgres', database: 'postgres' })
  await database.connect()
  const count = async () => Number((await database.query('select count(*) from participation_statements')).rows[0].count)
  const missing = wanted - (await count())
  const file = join(dataDir, 'answers.csv')
  const head = 'Vad är bra här och ska finnas kvar?'
  writeFileSync(file, `${head}\n${Array.from({ length: missing }, (_, at) => `Ett svar till om skogen och bussen nummer ${at}`).join('\n')}\n`)
  const samsyn = [join(project, 'build/command/samsyn.js'), 'import', 'answers', file, '--dialogue', 'hur-gar-det-2026', '--data', dataDir]
  const { status, stderr } = spawnSync(node, samsyn, { encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } })
  if (status !== 0) throw new Error(`The answers could not be imported: ${stderr}`)
  await database.query(`
    insert into analysis_codings (id, statement_id, theme_id, stance, coded_by, coded_at)
    select gen_random_uuid(), s.id, (array(select id from analysis_themes order by position))[1 + s.n % (select count(*)::int from analysis_themes)], 'keep', c.coded_by, c.coded_at
    from (select id, row_number() over (order by id) as n from participation_statements where not exists (select 1 from analysis_codings where statement_id = participation_statements.id)) s,
      (select coded_by, coded_at from analysis_codings limit 1) c`)
  await database.query(`
    insert into participation_reviews (id, statement_id, verdict, reviewed_by, reviewed_at)
    select gen_random_uuid(), s.id, 'may-be-shown', r.reviewed_by, r.reviewed_at
    from participation_statements s, (select reviewed_by, reviewed_at from participation_reviews limit 1) r
    where not exists (select 1 from participation_reviews where statement_id = s.id)`)
  const grown = await count()
  await database.end()
  return grown
}

async function measure(address, path) {
  const times = []
  let bytes = 0
  for (let turn = 0; turn < rounds + 3; turn++) {
    const began = performance.now()
    const page = await fetch(address + path, { headers: { 'accept-encoding': 'gzip' } })
    const body = await page.arrayBuffer()
    // The first three warm it up.
    if (turn >= 3) times.push(performance.now() - began)
    bytes = Number(page.headers.get('content-length')) || body.byteLength
  }
  times.sort((a, b) => a - b)
  return { path: path.replace(/[0-9a-f-]{36}/, ':id'), medianMs: round(times[rounds >> 1], 1), p95Ms: round(times[Math.floor(rounds * 0.95)], 1), bytes }
}

async function submissions(address) {
  const survey = `${address}/delta/hur-gar-det-2026`
  const form = await (await fetch(survey)).text()
  const question = /name="([0-9a-f-]{36})"/.exec(form)?.[1]
  const ends = performance.now() + secondsOfWriting * 1000
  let acknowledged = 0
  const write = async (writer) => {
    for (let turn = 0; performance.now() < ends; turn++) {
      const body = new URLSearchParams({ submissionKey: `bench-${writer}-${turn}-${crypto.randomUUID()}`.slice(0, 60), [question]: `Ett svar till, nummer ${turn}` })
      const answer = await fetch(survey, { method: 'POST', body, headers: { origin: address } })
      await answer.arrayBuffer()
      if (answer.status === 200) acknowledged++
    }
  }
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
  return round(acknowledged / secondsOfWriting, 1)
}

async function onPostgres() {
  // Without PostgreSQL's programs on the machine it is not measured, and says so.
  const postgres = await startPostgres({ durable: true }).catch(() => undefined)
  if (!postgres) return null
  const data = mkdtempSync(join(tmpdir(), 'samsyn-bench-'))
  try {
    const server = await start(data, postgres.address)
    const perSecond = await submissions(server.address)
    await stop(server)
    return perSecond
  } finally {
    await postgres.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

function memoryOf(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Math.round(Number(stdout) / 1024)
}

function round(number, decimals) {
  return Number(number.toFixed(decimals))
}

function words({ freshStart, restart, pages, pagesAtTenThousand, submissionsPerSecond, memoryMb }) {
  return [
    `Första starten med demon: ${freshStart} s. Igen: ${restart} s. Minne: ${memoryMb} MB.`,
    ...pages.map(({ path, medianMs, p95Ms, bytes }) => `${path}: ${medianMs} ms (95 % under ${p95Ms} ms), ${bytes} byte`),
    ...pagesAtTenThousand.map(({ path, statements, medianMs, p95Ms }) => `Vid ${statements} utsagor ${path}: ${medianMs} ms (95 % under ${p95Ms} ms)`),
    `Svar i sekunden, ${writers} samtidigt: ${submissionsPerSecond.embedded} inbyggt, ${submissionsPerSecond.postgres ?? 'inte mätt'} på PostgreSQL.`,
  ].join('\n')
}
