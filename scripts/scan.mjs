// node scripts/scan.mjs: what others wrote that we run (licences, pins, install scripts, known flaws), and what must not be told (secrets).
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { faultsInLock, faultsInPins, faultsInText } from './scan-rules.mjs'

const folder = resolve(process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url)))
const patienceMs = 60_000
let [passed, failed] = [0, 0]

const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
report('every package has a licence that we may use, comes with its checksum, and runs nothing when it is installed unless we allowed it', faultsInLock(lock, licenceOf))
report(
  'every dependency is pinned',
  ['package.json', ...workspaces()].flatMap((file) => faultsInPins(JSON.parse(readFileSync(join(folder, file), 'utf8'))).map((fault) => `${file}: ${fault}`)),
)
report('no file holds a secret', trackedFiles().flatMap(faultsInFile))
audit()
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

function report(sentence, faults) {
  if (faults.length === 0) {
    passed += 1
    console.log(`✓ ${sentence}`)
    return
  }
  failed += faults.length
  for (const fault of faults) console.log(`✗ ${fault}`)
}

// npm's lock leaves some licences out; the package itself says it.
function licenceOf(path) {
  const file = join(folder, path, 'package.json')
  if (!existsSync(file)) return undefined
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8'))
  return typeof license === 'string' ? license : (license?.type ?? licenses?.map(({ type }) => type).join(' OR '))
}

function workspaces() {
  return Object.keys(lock.packages)
    .filter((path) => path !== '' && !path.includes('node_modules/'))
    .map((path) => `${path}/package.json`)
}

function trackedFiles() {
  return execFileSync('git', ['ls-files', '-z'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(folder, file)))
}

function faultsInFile(file) {
  const bytes = readFileSync(join(folder, file))
  return bytes.includes(0) ? [] : faultsInText(file, bytes.toString())
}

/** Asks the registry of known flaws, which not everybody reaches: a scan that did not happen is said, and is no pass. */
function audit() {
  const { stdout } = spawnSync('npm', ['audit', '--json', '--omit=dev'], { cwd: folder, encoding: 'utf8', timeout: patienceMs, maxBuffer: 1 << 26 })
  const answer = readJson(stdout)
  if (!answer?.metadata?.vulnerabilities) return console.log('not run: npm audit, for the registry does not answer on advisories')
  const grave = Object.values(answer.vulnerabilities).filter(({ severity }) => severity === 'high' || severity === 'critical')
  report(
    'npm knows of no grave flaw in what we run',
    grave.map(({ name, severity, range }) => `${name} ${range}: ${severity}`),
  )
}

function readJson(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
