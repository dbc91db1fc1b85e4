// Counts what passed and failed over many tools, and ends with one line that says so.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { project } from './make-ready.mjs'

/** As it stands in the names of tests (test/shared.ts). */
const needsShared = '(needs ../shared)'
/** A small disk can only be mounted by root, who runs .ci/run. */
const needsRoot = '(needs root)'

const counted = { passed: 0, failed: 0, withoutShared: 0, withoutRoot: 0 }

/** Runs a tool that is no test runner: it counts as one, and is only heard when it fails. */
export async function runTool(name, node, ...commands) {
  const started = Date.now()
  for (const words of commands) {
    const { code, output } = await run(node, words, { quiet: true })
    if (code === 0) continue
    counted.failed += 1
    console.log(`✗ ${name}\n${output}`)
    return
  }
  counted.passed += 1
  console.log(`✓ ${name} (${seconds(started)} s)`)
}

/** Runs Vitest, and counts its tests one by one. A test that is skipped without reason has failed. */
export async function runVitest(name, node, words, env = {}) {
  const report = join(project, `.cache/${name.replaceAll(' ', '-')}.json`)
  mkdirSync(join(project, '.cache'), { recursive: true })
  rmSync(report, { force: true })
  const { code } = await run(node, [join(project, 'node_modules/.bin/vitest'), 'run', ...words, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { env })
  const files = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : []
  const before = { ...counted }
  for (const file of files) countFile(file)
  // Vitest also fails on what belongs to no test: a file that can't be read, an error between the tests, no tests at all.
  if ((code !== 0 && counted.failed === before.failed) || files.length === 0) fail(`${name} ended with ${code}`)
}

function countFile({ name, status, assertionResults }) {
  if (status === 'failed' && !assertionResults.some((result) => result.status === 'failed')) fail(`${name} could not be run`)
  for (const { status: outcome, fullName } of assertionResults) {
    if (outcome === 'passed') counted.passed += 1
    else if (outcome !== 'failed' && fullName.includes(needsShared)) counted.withoutShared += 1
    else if (outcome !== 'failed' && fullName.includes(needsRoot)) counted.withoutRoot += 1
    else fail(outcome === 'failed' ? fullName : `${fullName} was skipped`)
  }
}

export function pass(sentence) {
  counted.passed += 1
  console.log(`✓ ${sentence}`)
}

export function fail(sentence) {
  counted.failed += 1
  console.log(`✗ ${sentence}`)
}

/** Prints the last line, and lets the process end with what it says. */
export function conclude() {
  if (counted.withoutRoot > 0) console.log(`not run: a disk of its own can’t be mounted here (${counted.withoutRoot})`)
  if (counted.withoutShared > 0) console.log(`not run: ../shared absent (${counted.withoutShared})`)
  console.log(`${counted.passed} passed, ${counted.failed} failed`)
  process.exitCode = counted.failed === 0 && counted.passed > 0 ? 0 : 1
}

function run(node, words, { quiet = false, env = {} } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(node, words, { cwd: project, env: { ...process.env, ...env }, stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'] })
    let output = ''
    for (const channel of [child.stdout, child.stderr])
      channel?.on('data', (bytes) => {
        output += bytes
      })
    child.on('error', fail)
    child.on('close', (code) => done({ code, output }))
  })
}

const seconds = (started) => Math.round((Date.now() - started) / 1000)
