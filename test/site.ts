import { join, resolve } from 'node:path'
import { serve } from '@hono/node-server'
import type pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { useInstallationSecret } from '#http/secret'
import { useDatabase } from './database.ts'

type Bundle = typeof import('../src/server.ts')

/** The built site on a database of the test file's own, entered by HTTP as everybody enters it. */
export type Site = {
  /** Any request, as it is. */
  request(path: string, init: RequestInit): Promise<Response>
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, form: Record<string, string | readonly string[]> | string | Uint8Array<ArrayBuffer>, headers?: Record<string, string>): Promise<Response>
  /** The cookie of a new session for somebody who is assigned here. */
  signIn(email: string): Promise<string>
  useProviders: Bundle['useProviders']
  /** Connects the site to its database by another way. */
  reconnect(connection: pg.PoolConfig): Promise<void>
  connection(): pg.PoolConfig
  /** On a port of its own, for requests that no client of ours would write. */
  listen(): Promise<{ readonly port: number; stop(): Promise<void> }>
}

const here = 'http://127.0.0.1'

/** Called at the top of a test file, after what `npm test` has built. */
export function useSite({ address = here, ...wishes }: { readonly proxies?: number; readonly readOnly?: boolean; readonly address?: string } = {}): Site {
  const database = useDatabase()
  let bundle: Bundle
  let app: ReturnType<Bundle['createApp']>
  beforeAll(async () => {
    useInstallationSecret('a secret for the tests, and for nothing else')
    // By a computed name: the bundle is not there when the types are checked.
    bundle = await import(join(resolve(import.meta.dirname, '..'), 'build/server/server.js'))
    bundle.connectDatabase(database.connection())
    bundle.useInstallationSecret('a secret for the tests, and for nothing else')
    bundle.prepareAuthentication({ baseUrl: address, secret: 'a secret for the tests, and for nothing else' })
    bundle.setSurroundings({ loopback: true, demo: true, address })
    app = bundle.createApp({ build: bundle.build as never, clientFolder: resolve('build/client'), secure: address.startsWith('https:'), ...wishes })
  })
  afterAll(() => bundle?.disconnectDatabase())
  return {
    request: async (path, init) => app.request(`${address}${path}`, init),
    get: async (path, headers = {}) => app.request(`${address}${path}`, { headers }),
    post: async (path, form, headers = {}) =>
      app.request(`${address}${path}`, {
        method: 'POST',
        body: bodyOf(form),
        headers: { origin: address, host: new URL(address).host, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      }),
    connection: () => database.connection(),
    listen: () =>
      new Promise((done) => {
        const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => done({ port, stop: () => new Promise((ended) => server.close(() => ended())) }))
      }),
    reconnect: async (connection) => {
      await bundle.disconnectDatabase()
      bundle.connectDatabase(connection)
    },
    useProviders: (providers) => bundle.useProviders(providers),
    signIn: async (email) => {
      const token = await bundle.issueToken(email)
      const cookies = token ? await bundle.spendToken(token) : undefined
      if (!cookies) throw new Error(`Nobody here has ${email}`)
      return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
    },
  }
}

function bodyOf(form: Record<string, string | readonly string[]> | string | Uint8Array<ArrayBuffer>): string | Uint8Array<ArrayBuffer> {
  if (typeof form === 'string' || form instanceof Uint8Array) return form
  return new URLSearchParams(Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : value.map((each) => [name, each])))).toString()
}
