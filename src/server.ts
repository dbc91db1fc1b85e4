import { existsSync, mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as build from 'virtual:react-router/server-build'
import { serve } from '@hono/node-server'
import type { ServerBuild } from 'react-router'
import { modelOf } from '#analysis'
import { announceAddress } from '#db/embedded.server'
import { openDatabase } from '#db/open.server'
import { antivirusAt } from '#files'
import { proxiesBefore } from '#http/client-address'
import { presentMoment } from '#http/clock'
import { loadInstallationSecret } from '#http/secret'
import { demoDoorsAreOpen, isOnLoopback, setSurroundings } from '#http/surroundings'
import { startTelemetry, type Telemetry } from '#http/telemetry'
import { countWaitingMails, issueFirstKey, prepareAuthentication, readMunicipality, readProviders } from '#people'
import { createApp } from './create-app.ts'
import { startHousekeeping } from './start-housekeeping.ts'
import { stopListening } from './stop-listening.ts'

export { connectDatabase, disconnectDatabase } from '#db/database.server'
export { presentMoment } from '#http/clock'
export { loadInstallationSecret, useInstallationSecret } from '#http/secret'
export { setSurroundings } from '#http/surroundings'
export { issueToken, prepareAuthentication, spendToken, useProviders } from '#people'
export { createApp } from './create-app.ts'
export { build }

export type Wishes = {
  readonly host: string
  readonly port: number
  readonly dataDir: string
  readonly databaseUrl?: string
  readonly start: 'demo' | 'empty'
  readonly progress?: (sentence: string) => void
}
export type Running = { readonly address: string; readonly firstAdministratorLink?: string; readonly isDemo: boolean; readonly demoDoors: boolean; stop(): Promise<void> }

/** Opens the database, loads the demo if it is wished for and the database is empty, and serves until stopped. */
export async function startServer({ host, port, dataDir, databaseUrl, start, progress = () => {} }: Wishes): Promise<Running> {
  readProviders(process.env.SAMSYN_SIGN_IN)
  antivirusAt(process.env.SAMSYN_ANTIVIRUS)
  modelOf(process.env)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const secret = loadInstallationSecret(dataDir)
  const database = await openDatabase({ databaseUrl, dataDir })
  if (start === 'demo' && (await isEmpty())) {
    progress('Läser in demon Ånge, exempel.')
    const { loadDemo } = await import('./load-demo.ts')
    await loadDemo()
  }
  const municipality = await readMunicipality()
  const isDemo = municipality?.kind === 'demo'
  const telemetry = telemetryTo(process.env.OTEL_EXPORTER_OTLP_ENDPOINT)
  const server = await listen({ host, port, telemetry, dataDir: database.kind === 'embedded' ? dataDir : undefined })
  const bound = (server.address() as AddressInfo).port
  const address = process.env.SAMSYN_ADDRESS ?? `http://${host.includes(':') ? `[${host}]` : host}:${bound}`
  setSurroundings({ loopback: isOnLoopback(host), demo: isDemo, address })
  prepareAuthentication({ baseUrl: address, secret: secret.toString() })
  // Not before: its letters say the address, and to read the demo in may take longer than the first of them waits.
  const housekeeping = startHousekeeping({
    secret,
    headFile: resolve(dataDir, 'trail-head.json'),
    host: new URL(process.env.SAMSYN_ADDRESS ?? 'http://localhost').hostname,
    database: database.kind,
  })
  if (database.kind === 'embedded') announceAddress(dataDir, address)
  const key = isDemo ? undefined : await issueFirstKey(presentMoment())
  return {
    address,
    isDemo,
    demoDoors: demoDoorsAreOpen(),
    firstAdministratorLink: key && `${address}/forsta?nyckel=${key}`,
    stop: async () => {
      await stopListening(server)
      await housekeeping.stop()
      await telemetry?.stop()
      await database.close()
    },
  }
}

async function isEmpty(): Promise<boolean> {
  return (await readMunicipality()) === undefined
}

function telemetryTo(endpoint: string | undefined): Telemetry | undefined {
  return endpoint ? startTelemetry({ endpoint, queues: async () => ({ mails: await countWaitingMails() }) }) : undefined
}

type Listening = { readonly host: string; readonly port: number; readonly dataDir: string | undefined; readonly telemetry: Telemetry | undefined }

function listen({ host, port, dataDir, telemetry }: Listening): Promise<ReturnType<typeof serve>> {
  const clientFolder = fileURLToPath(new URL('../client', import.meta.url))
  if (!existsSync(clientFolder)) throw new Error('The client folder of the build is missing.')
  const app = createApp({
    build: build as unknown as ServerBuild,
    clientFolder,
    secure: process.env.SAMSYN_ADDRESS?.startsWith('https:') ?? false,
    proxies: proxiesBefore(process.env.SAMSYN_PROXIES),
    readOnly: process.env.SAMSYN_READ_ONLY === '1',
    ...(dataDir ? { dataDir } : {}),
    ...(telemetry ? { telemetry } : {}),
  })
  return new Promise((done, fail) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, () => done(server))
    server.on('error', fail)
  })
}
