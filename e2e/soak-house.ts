import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { startMailServer } from '#test/mail-server'
import { runSamsynIn } from '#test/run-samsyn'
import { startPostgres } from '../scripts/private-postgres.mjs'
import { freePort } from './free-port.ts'
import { type Installation, startInstallation } from './installation.ts'
import { besideTheServer } from './open-survey.ts'

/** A whole installation whose parts can be taken away one at a time: servers, database, mail server. */
export type House = {
  /** Where somebody may answer just now. */
  addresses(): readonly string[]
  readonly firstLink: string
  readonly troubles: readonly { readonly name: string; happen(): Promise<void> }[]
  speak<Value>(work: (client: pg.Client) => Promise<Value>): Promise<Value>
  /** What the mail servers took, in the order it came. */
  mails(): readonly { readonly recipient: string; readonly id: string }[]
  /** What the servers have complained of. */
  complaints(): readonly string[]
  /** The last words of servers that have ended by themselves. */
  fallen(): readonly string[]
  verify(): ReturnType<typeof runSamsynIn>
  stop(): Promise<void>
}

// As long as a part is away before it comes back.
const awayMs = 3000
const secret = 'a secret for the soak that both servers share'

export async function buildHouse(kind: 'embedded' | 'postgres'): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'samsyn-soak-'))
  const postgres = kind === 'postgres' ? await startPostgres({ durable: true }) : undefined
  const surroundings = { DATABASE_URL: postgres?.address ?? '', SAMSYN_SECRET: secret }
  let mail = await startMailServer()
  const { address: smtp, port: smtpPort } = mail
  const taken: { recipient: string; source: string }[][] = [mail.taken]
  const said: string[] = []
  const servers: { running: Installation; up: boolean }[] = []
  const start = (at: number, port: number) =>
    startInstallation({
      start: 'empty',
      dataDir: join(folder, String(at)),
      port,
      databaseUrl: surroundings.DATABASE_URL,
      // Each of those who write comes from an address of their own, as behind a proxy.
      environment: { SAMSYN_SECRET: secret, SMTP_URL: smtp, SAMSYN_PROXIES: '1' },
    })
  servers.push({ running: await start(0, await freePort()), up: true })
  if (postgres) servers.push({ running: await start(1, await freePort()), up: true })
  // Of two links for the first administrator the latest holds.
  const firstLink = servers.at(-1)?.running.firstAdministratorLink ?? ''

  const restart = (at: number, end: (running: Installation) => Promise<void>) => async () => {
    const server = servers[at]
    if (!server) return
    server.up = false
    await end(server.running)
    said.push(server.running.said())
    server.running = await start(at, Number(new URL(server.running.address).port))
    server.up = true
  }
  const inGoodOrder = (running: Installation) => running.stop({ keepData: true })
  const atOnce = (running: Installation) => running.kill()
  const withoutDatabase = (signal: 'SIGINT' | 'SIGQUIT') => async () => {
    await postgres?.end(signal)
    await wait(awayMs)
    await postgres?.start()
  }
  const withoutMail = async () => {
    await mail.stop()
    await wait(awayMs)
    mail = await startMailServer(undefined, smtpPort)
    taken.push(mail.taken)
  }
  return {
    addresses: () => servers.filter(({ up }) => up).map(({ running }) => running.address),
    firstLink,
    troubles: [
      { name: 'SIGTERM to the server', happen: restart(0, inGoodOrder) },
      { name: 'the mail server away', happen: withoutMail },
      { name: 'kill -9 of the server', happen: restart(0, atOnce) },
      ...(postgres
        ? [
            { name: 'SIGTERM to the second server', happen: restart(1, inGoodOrder) },
            { name: 'the database stopped and started', happen: withoutDatabase('SIGINT') },
            { name: 'kill -9 of the second server', happen: restart(1, atOnce) },
            { name: 'the database crashed and started', happen: withoutDatabase('SIGQUIT') },
          ]
        : []),
    ],
    speak: async (work) => {
      const client = postgres ? new pg.Client({ connectionString: postgres.address }) : await besideTheServer(join(folder, '0'))
      if (postgres) await client.connect()
      try {
        return await work(client)
      } finally {
        await client.end()
      }
    },
    mails: () => taken.flat().map(({ recipient, source }) => ({ recipient, id: /^Message-ID: (\S+)/im.exec(source)?.[1] ?? '' })),
    complaints: () =>
      [...said, ...servers.map(({ running }) => running.said())]
        .join('\n')
        .split('\n')
        .filter((line) => line.startsWith('{"level":"error"')),
    fallen: () =>
      servers.filter(({ up, running }) => up && (running.process.exitCode !== null || running.process.signalCode !== null)).map(({ running }) => running.said().slice(-4000)),
    verify: () => runSamsynIn(surroundings, 'verify', '--data', join(folder, '0')),
    stop: async () => {
      await Promise.all(servers.map(({ running }) => running.stop({ keepData: true })))
      await mail.stop()
      await postgres?.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
