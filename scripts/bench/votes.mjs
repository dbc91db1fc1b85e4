// npm run --silent bench -- votes --json: how many votes a second are taken durably over HTTP on PostgreSQL, beside bare durable upserts in the same run.
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '../private-postgres.mjs'
import { cpuMsOf, runLoad, startServer, stopServer } from './served.mjs'

const json = process.argv.includes('--json')
const isShort = process.argv.includes('--short')
const connections = 16
const seconds = isShort ? 5 : 15
const waves = isShort
  ? [{ newcomers: 200, overSeconds: 0 }]
  : [
      { newcomers: 1_000, overSeconds: 60 },
      { newcomers: 200, overSeconds: 0 },
    ]

// Without PostgreSQL's programs on the machine it is not measured, and says so.
const postgres = await startPostgres({ durable: true }).catch(() => undefined)
try {
  const result = postgres ? await measure(postgres.address) : null
  console.log(json ? JSON.stringify(result, null, 2) : result ? JSON.stringify(result) : 'inte mätt: PostgreSQL finns inte här')
} finally {
  await postgres?.stop()
}

async function measure(databaseUrl) {
  const folder = mkdtempSync(join(tmpdir(), 'samsyn-bench-'))
  const server = await startServer(folder, databaseUrl)
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  try {
    const countRows = async () => Number((await database.query('select count(*) from participation_opinion_votes')).rows[0].count)
    await database.query('create table bench_bare (participant uuid, statement integer, vote smallint, primary key (participant, statement))')
    // Before and after, because the machine may have had more or less to do.
    const bareBefore = pgbench(databaseUrl)
    const [votesPerSecond, p95ms, cpuMsEach, refused] = [{}, {}, {}, {}]
    for (const statements of [50, 500]) {
      const slug = await putDialogue(database, statements)
      const [rows, cpu] = [await countRows(), cpuMsOf(server.process.pid)]
      const told = await runLoad('votes-load.mjs', { address: server.address, slug, connections, seconds })
      const stored = (await countRows()) - rows
      if (stored !== told.acknowledged) throw new Error(`${told.acknowledged} votes were acknowledged, and ${stored} are stored.`)
      Object.assign(votesPerSecond, { [statements]: told.votesPerSecond })
      Object.assign(p95ms, { [statements]: told.p95ms })
      Object.assign(refused, { [statements]: told.refused })
      Object.assign(cpuMsEach, { [statements]: Number(((cpuMsOf(server.process.pid) - cpu) / stored).toFixed(3)) })
    }
    const bareUpsertsPerSecond = Math.round((bareBefore + pgbench(databaseUrl)) / 2)
    const newcomers = { came: 0, refused: 0, lost: 0, doubled: 0 }
    const slug = await putDialogue(database, 50, 'matningens-nykomlingar')
    for (const wave of waves) {
      const before = await countParticipants(database)
      const { refused: turnedAway } = await runLoad('votes-load.mjs', { address: server.address, slug, ...wave })
      const [stored, sent] = [(await countParticipants(database)) - before, wave.newcomers - turnedAway]
      newcomers.came += wave.newcomers
      newcomers.refused += turnedAway
      newcomers.lost += Math.max(0, sent - stored)
      newcomers.doubled += Math.max(0, stored - sent)
    }
    const ratioToBareUpsert = Number((Math.min(...Object.values(votesPerSecond)) / bareUpsertsPerSecond).toFixed(3))
    return { database: 'postgres', connections, votesPerSecond, p95ms, refused, cpuMsEach, bareUpsertsPerSecond, ratioToBareUpsert, newcomers }
  } finally {
    await database.end()
    await stopServer(server)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function countParticipants(database) {
  return Number((await database.query('select count(*) from participation_opinion_participants')).rows[0].count)
}

/** A dialogue of so many statements, open until next week, as rows beside those of the demo. */
async function putDialogue(database, statements, slug = `matningens-pastaenden-${statements}`) {
  const id = randomUUID()
  const days = (number) => new Date(Date.now() + number * 86_400_000).toISOString().slice(0, 10)
  const model = (await database.query("select id from participation_dialogues where slug = 'hur-gar-det-2026'")).rows[0].id
  const like = (table, where, own) =>
    database.query(`insert into ${table} select (jsonb_populate_record(t, $1::jsonb)).* from ${table} t where ${where} limit 1`, [JSON.stringify(own)])
  await like('participation_dialogues', `id = '${model}'`, { id, slug, kind: 'opinion', title: 'Mätningens påståenden', opens_on: days(-2), closes_on: days(7) })
  await database.query(
    `insert into participation_opinion_statements (dialogue_id, number, text, grouping, origin, source, added_by, added_at)
     select $1, n, 'Påstående nummer ' || n || ' om orten, lagom långt för att läsas på en telefon', 'nummer ' || n, 'seed', 'Mätningen', (select id from people_persons limit 1), now()
     from generate_series(1, $2::int) n`,
    [id, statements],
  )
  await like('participation_openings', `dialogue_id = '${model}'`, { id: randomUUID(), dialogue_id: id, opened_at: new Date(Date.now() - 86_400_000).toISOString() })
  return slug
}

/** The least that a durable vote can cost on PostgreSQL: one upserted row and one commit, by as many at once. */
function pgbench(address) {
  const script = join(tmpdir(), `samsyn-bare-${process.pid}.sql`)
  writeFileSync(script, 'insert into bench_bare values (gen_random_uuid(), 1, 1) on conflict (participant, statement) do update set vote = excluded.vote;\n')
  const { stdout, stderr } = spawnSync('pgbench', ['-n', '-f', script, '-c', String(connections), '-j', '2', '-T', isShort ? '3' : '5', address], { encoding: 'utf8' })
  rmSync(script)
  const tps = Number(/tps = ([\d.]+)/.exec(stdout)?.[1])
  if (!tps) throw new Error(`pgbench: ${stderr.slice(0, 300)}`)
  return tps
}
