// A PostgreSQL of our own for as long as somebody needs it: in a temporary folder, on a socket, gone afterwards.
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import pg from 'pg'

/** Starts it. `address` is a connection string that may make databases; `end` and `start` are for tests of an outage. Durable, it waits for the disk as a real one does. */
export async function startPostgres({ durable = false } = {}) {
  const programs = programFolder()
  // Short, because a socket's path has room for 107 bytes.
  const folder = mkdtempSync('/tmp/samsyn-pg-')
  const owner = ownerOfPostgres()
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid)
  const data = join(folder, 'data')
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'], {
    ...owner,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
    'max_connections=200',
    'log_min_messages=fatal',
  ]
  const address = `postgres:///postgres?host=${folder}&user=postgres`
  let server
  let ended
  const start = async () => {
    server = spawn(join(programs, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
    ended = new Promise((done) => server.once('exit', done))
    await untilItAnswers(address, ended)
  }
  // SIGINT is PostgreSQL's fast shutdown; SIGQUIT ends it as a crash does.
  const end = async (signal) => {
    server.kill(signal)
    await ended
  }
  await start()
  process.once('exit', () => server.kill('SIGQUIT'))
  return {
    address,
    end,
    start,
    stop: async () => {
      await end('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Whether there is a PostgreSQL here to start. */
export function hasPostgres() {
  return findPrograms() !== undefined
}

function programFolder() {
  const found = findPrograms()
  if (!found) throw new Error('PostgreSQL is not installed here: neither in PATH nor in /usr/lib/postgresql.')
  return found
}

/** Where initdb and postgres lie: in PATH, else where Debian keeps them (the newest version). */
function findPrograms() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : []
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...versions.map((version) => join(debian, version, 'bin'))]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

/** PostgreSQL refuses to run as root; then it runs as somebody who may do nothing. */
export function ownerOfPostgres() {
  if (process.getuid?.() !== 0) return {}
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user) throw new Error('PostgreSQL does not run as root, and there is neither a user postgres nor nobody.')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

async function untilItAnswers(address, ended) {
  let isOver = false
  ended.then(() => {
    isOver = true
  })
  for (let tries = 0; tries < 300 && !isOver; tries++) {
    const client = new pg.Client({ connectionString: address })
    const answers = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => {})
    if (answers) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('PostgreSQL did not start.')
}
