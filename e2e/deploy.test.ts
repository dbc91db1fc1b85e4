import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { freePort } from './free-port.ts'

const container = readFileSync('deploy/Containerfile', 'utf8')
const unit = readFileSync('deploy/samsyn.service', 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'samsyn-deploy-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const lastStage = container.split(/^FROM /m).at(-1) ?? ''
const command = (kind: 'CMD' | 'HEALTHCHECK') => JSON.parse(new RegExp(`^${kind} .*?(\\[.*\\])$`, 'm').exec(lastStage)?.[1] ?? '[]') as string[]

test('the container is built from what there is, and is run by somebody who may nothing', () => {
  for (const line of container.matchAll(/^COPY (?!--from)(.+) \S+$/gm)) for (const path of (line[1] ?? '').split(' ')) expect([path, existsSync(path)]).toEqual([path, true])
  expect(lastStage).toMatch(/^USER node$/m)
  expect(lastStage).toMatch(/^STOPSIGNAL SIGTERM$/m)
  expect(lastStage).not.toMatch(/npm|apt|react-router/)
  for (const image of container.matchAll(/^FROM (\S+)/gm)) expect(image[1]).toBe('docker.io/library/node:24-bookworm-slim')
  expect(container).not.toMatch(/SECRET=|PASSWORD/i)
  // What draws images and PDFs is compiled for each machine, and npm calls that optional.
  expect(container).not.toContain('omit=optional')
})

test('what the last stage copies is enough to run what it says, and its health check tells when it is ready', async () => {
  for (const path of ['build', 'package.json', 'migrations', 'packages', 'scripts/serve.mjs', 'scripts/parent.mjs']) {
    expect(lastStage).toContain(path)
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    cpSync(path, join(folder, path), { recursive: true })
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  const [, ...words] = command('CMD')
  const port = String(await freePort())
  const here = words.map((word) => (word === '/data' ? join(folder, 'data') : word === '3000' ? port : word))
  const server = spawn(process.execPath, here, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, DATABASE_URL: '' } })
  const check = command('HEALTHCHECK')
    .slice(1)
    .map((word) => word.replace('3000', port))
  const isReady = () => spawnSync(process.execPath, check).status === 0
  expect(isReady()).toBe(false)
  for (let tries = 0; !isReady(); tries++) {
    if (tries > 900 || server.exitCode !== null) throw new Error('It was never ready.')
    await new Promise((done) => setTimeout(done, 200))
  }
  const ended = new Promise((done) => server.once('exit', done))
  server.kill('SIGTERM')
  expect(await ended).toBe(0)
})

test('the unit starts what there is, may write in one folder, and is found in order by systemd where there is one', () => {
  expect(unit).toContain('node scripts/serve.mjs')
  for (const line of ['DynamicUser=yes', 'ProtectSystem=strict', 'NoNewPrivileges=yes', 'StateDirectory=samsyn', 'Restart=on-failure']) expect(unit).toContain(line)
  // Longer than the server's own patience.
  expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(60)
  const analyze = ['/usr/bin/systemd-analyze', '/bin/systemd-analyze'].find((program) => existsSync(program))
  if (!analyze) return console.log('not run: systemd-analyze verify, which is not installed here')
  const said = spawnSync(analyze, ['verify', '--man=no', resolve('deploy/samsyn.service')], { encoding: 'utf8' })
  expect(`${said.stdout}${said.stderr}`.split('\n').filter((line) => line.includes('samsyn.service'))).toEqual([])
  expect(execFileSync('sh', ['-n', '-c', /sh -c '(.*)'$/m.exec(unit)?.[1] ?? 'exit 1'], { encoding: 'utf8' })).toBe('')
})
