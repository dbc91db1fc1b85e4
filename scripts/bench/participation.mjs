// npm run --silent bench -- participation --json: how many answers a second are taken in durably, beside bare durable inserts in the same run.
// With --soak: whether what was acknowledged is stored, at half that rate with a restart in the middle.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { startPostgres } from '../private-postgres.mjs'
import { putSurvey, rowOfAnswer } from './participation-survey.mjs'
import { cpuMsOf, enter, runLoad, startServer, stopServer } from './served.mjs'

const json = process.argv.includes('--json')
const isShort = process.argv.includes('--short')
const connections = 64
const seconds = isShort ? 5 : 15
const waves = isShort
  ? [{ newcomers: 200, overSeconds: 0 }]
  : [
      { newcomers: 1_000, overSeconds: 60 },
      { newcomers: 200, overSeconds: 0 },
    ]
const answersOfFigures = 100_000
// --soak[=600] [--rate=N]: half of what can be taken, for so many seconds, with a restart in the middle.
const [soakSeconds, soakRate] = [numberOf('soak', 600), numberOf('rate')]
const insert = `insert into bench_bare (answers) values ('${rowOfAnswer}'::jsonb)`

// Without PostgreSQL's programs on the machine it is not measured, and says so.
const postgres = await startPostgres({ durable: true }).catch(() => undefined)
try {
  const result = {
    postgres: postgres ? await measure({ databaseUrl: postgres.address, connection: { connectionString: postgres.address }, bare: () => pgbench(postgres.address) }) : null,
    embedded: await measure({}),
  }
  console.log(json ? JSON.stringify(result, null, 2) : words(result))
  if (soakSeconds && Object.values(result).some((each) => each && each.acknowledged !== each.stored)) process.exitCode = 1
} finally {
  await postgres?.stop()
}

async function measure({ databaseUrl = '', connection, bare }) {
  const folder = mkdtempSync(join(tmpdir(), 'samsyn-bench-'))
  let server = await startServer(folder, databaseUrl)
  const database = new pg.Client(connection ?? { host: join(folder, 'run'), user: 'postgres', database: 'postgres' })
  await database.connect()
  try {
    const survey = await putSurvey(database)
    const load = (wish) => runLoad('participation-load.mjs', { address: server.address, ids: survey.ids, ...wish })
    if (soakSeconds) {
      await database.end()
      const restart = async () => {
        await stopServer(server)
        server = await startServer(folder, databaseUrl, new URL(server.address).port)
      }
      return await soak({ load, restart, speak: (work) => speak(folder, connection, work), questionId: survey.ids.ovrigt })
    }
    const countRows = async () => Number((await database.query('select count(*) from participation_responses where dialogue_id = $1', [survey.id])).rows[0].count)
    await makeBareTable(database)
    const barePerSecond = await (bare ?? (() => insertOneByOne(database)))()
    // What is compiled in its first seconds is no part of what one more answer takes.
    await load({ connections, seconds: 2 })
    const [had, before] = [await countRows(), cpuMsOf(server.process.pid)]
    const { submissionsPerSecond, p95ms, refused } = await load({ connections, seconds })
    const stored = (await countRows()) - had
    const cpuMsEach = Number(((cpuMsOf(server.process.pid) - before) / stored).toFixed(2))
    const newcomers = { came: 0, refused: 0, lost: 0, doubled: 0 }
    for (const wave of waves) {
      const before = await countRows()
      const { refused: turnedAway } = await load(wave)
      const stored = (await countRows()) - before
      const sent = wave.newcomers - turnedAway
      newcomers.came += wave.newcomers
      newcomers.refused += turnedAway
      newcomers.lost += Math.max(0, sent - stored)
      newcomers.doubled += Math.max(0, stored - sent)
    }
    const ratioToBareInsert = Number((submissionsPerSecond / barePerSecond).toFixed(3))
    return {
      submissionsPerSecond,
      p95ms,
      refused,
      barePerSecond,
      ratioToBareInsert,
      cpuMsEach,
      newcomers,
      figures: await figures(server.address, database, survey, await countRows()),
    }
  } finally {
    await database.end()
    await stopServer(server)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What was acknowledged is stored, once, also over a restart. Each answer has words of its own, so that it is known again. */
async function soak({ load, restart, speak, questionId }) {
  const perSecond = soakRate ?? Math.floor((await load({ connections, seconds: isShort ? 5 : 15 })).submissionsPerSecond / 2)
  const answering = load({ connections, perSecond, seconds: soakSeconds })
  await wait((soakSeconds * 1_000) / 2)
  const began = performance.now()
  await restart()
  const restartMs = Math.round(performance.now() - began)
  const { sent, acknowledged, again, p95ms, longestMs } = await answering
  const stored = await speak(
    async (database) => (await database.query("select text from participation_statements where question_id = $1 and text like 'svar nummer %'", [questionId])).rows,
  )
  const kept = new Set(stored.map(({ text }) => text))
  return {
    ...{ seconds: soakSeconds, perSecond, sent, acknowledged: acknowledged.length, stored: stored.length },
    ...{ lost: acknowledged.filter((text) => !kept.has(text)).length, doubled: stored.length - kept.size, sentAgain: again, p95ms, longestMs, restartMs },
  }
}

/** The embedded database is gone with its server: it is spoken to anew. */
async function speak(folder, connection, work) {
  const database = new pg.Client(connection ?? { host: join(folder, 'run'), user: 'postgres', database: 'postgres' })
  await database.connect()
  try {
    return await work(database)
  } finally {
    await database.end()
  }
}

function numberOf(name, usual) {
  const word = process.argv.find((each) => each === `--${name}` || each.startsWith(`--${name}=`))
  return word && Number(word.split('=')[1] ?? usual)
}

async function makeBareTable(database) {
  await database.query('create table if not exists bench_bare (id uuid primary key default gen_random_uuid(), answers jsonb not null)')
}

/** The least that a durable answer can cost on PostgreSQL: one row of the same size and one commit, by as many at once. */
function pgbench(address) {
  const script = join(tmpdir(), `samsyn-bare-${process.pid}.sql`)
  writeFileSync(script, `begin;\n${insert};\ncommit;\n`)
  const { stdout, stderr } = spawnSync('pgbench', ['-n', '-f', script, '-c', String(connections), '-j', '2', '-T', '5', address], { encoding: 'utf8' })
  rmSync(script)
  const tps = Number(/tps = ([\d.]+)/.exec(stdout)?.[1])
  if (!tps) throw new Error(`pgbench: ${stderr.slice(0, 300)}`)
  return Math.round(tps)
}

/** The same on the embedded database's socket, which has one backend. */
async function insertOneByOne(database) {
  const ends = performance.now() + 3_000
  let done = 0
  for (; performance.now() < ends; done++) await database.query(insert)
  return Math.round(done / 3)
}

/** The pages of figures with a hundred thousand answers, the leader's and the open one, the first time and then. */
async function figures(address, database, { id }, have) {
  if (isShort) return null
  await database.query(
    `insert into participation_responses select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'received_on', r.received_on - 1, 'receipt_hash', md5(random()::text || n), 'submission_hash', md5(random()::text || n)))).*
     from participation_responses r, generate_series(1, $2::int) n where r.id = (select id from participation_responses where dialogue_id = $1 limit 1)`,
    [id, Math.max(0, answersOfFigures - have)],
  )
  await database.query('analyze')
  const leader = await timed(`${address}/arbete/dialoger/matningens-enkat/siffror`, await enter(address, 'pia@ange.example'))
  return { answers: answersOfFigures, ...leader, open: await timed(`${address}/delta/matningens-enkat/svar`, '') }
}

/** A page that isn't there is quick: it must have the figures of as many as there are. */
async function timed(page, cookie) {
  const times = []
  for (let turn = 0; turn < 8; turn++) {
    const began = performance.now()
    const answer = await fetch(page, { headers: { cookie } })
    const html = await answer.text()
    times.push(performance.now() - began)
    if (answer.status !== 200 || !/\d{2,3}\s\d{3} svar/u.test(html)) throw new Error(`${page} answers ${answer.status}, without the figures.`)
  }
  const [first, ...rest] = times.map(Math.round)
  return { firstMs: first, medianMs: rest.sort((a, b) => a - b)[rest.length >> 1] }
}

function words(result) {
  return Object.entries(result)
    .map(([name, row]) => `${name}: ${row ? JSON.stringify(row) : 'inte mätt'}`)
    .join('\n')
}
