import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** A Samsyn of its own, in a folder of its own: the built server in a process, as `npm start` runs it. */
export type Installation = {
  readonly address: string
  readonly firstAdministratorLink?: string
  readonly dataDir: string
  readonly process: ChildProcess
  /** Everything it has said, on both its channels. */
  said(): string
  /** Stops it in good order, and removes its data unless they are to be kept. */
  stop(options?: { keepData?: boolean }): Promise<void>
  kill(): Promise<void>
}

type Wishes = {
  readonly start: 'demo' | 'empty'
  readonly dataDir?: string
  readonly host?: string
  readonly port?: number
  readonly databaseUrl?: string
  readonly environment?: Record<string, string>
}

export async function startInstallation({
  start,
  dataDir = mkdtempSync(join(tmpdir(), 'samsyn-e2e-')),
  host = '127.0.0.1',
  port = 0,
  databaseUrl = '',
  environment = {},
}: Wishes): Promise<Installation> {
  const words = ['--data', dataDir, '--host', host, '--port', String(port), ...(start === 'empty' ? ['--empty'] : [])]
  const server = spawn(process.execPath, [resolve(import.meta.dirname, '../scripts/serve.mjs'), ...words], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, DATABASE_URL: databaseUrl, ...environment },
  })
  let said = ''
  for (const channel of [server.stdout, server.stderr]) channel?.on('data', (bytes: Buffer) => (said += bytes))
  const ended = new Promise<void>((done) => server.once('exit', () => done()))
  const ready = await new Promise<{ address: string; firstAdministratorLink?: string }>((done, fail) => {
    server.once('message', (message: { ready: { address: string; firstAdministratorLink?: string } }) => done(message.ready))
    server.once('exit', (code) => fail(new Error(`The server ended with ${code}.\n${said}`)))
  })
  return {
    ...ready,
    dataDir,
    process: server,
    said: () => said,
    stop: async ({ keepData = false } = {}) => {
      server.kill('SIGTERM')
      await ended
      if (!keepData) rmSync(dataDir, { recursive: true, force: true })
    },
    kill: async () => {
      server.kill('SIGKILL')
      await ended
    },
  }
}
