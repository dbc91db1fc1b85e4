import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { emptyPostgres } from '#test/database'
import { freePort } from './free-port.ts'
import { type Installation, startInstallation } from './installation.ts'
import type { Visited } from './roles.ts'

export type Pair = Visited & { readonly servers: readonly Installation[]; readonly answered: readonly number[]; readonly databaseUrl: string }

/** Two servers on one PostgreSQL behind one address, which gives each request to the next of them in turn. */
export async function startPair(environment: Record<string, string> = {}): Promise<Pair> {
  const database = await emptyPostgres()
  const servers: Installation[] = []
  const answered = [0, 0]
  const proxy = createServer((incoming, outgoing) => {
    const turn = answered.indexOf(Math.min(...answered))
    answered[turn] = (answered[turn] ?? 0) + 1
    const { hostname, port } = new URL(servers[turn]?.address ?? '')
    const headers = { ...incoming.headers, 'x-forwarded-for': incoming.headers['x-forwarded-for'] ?? incoming.socket.remoteAddress ?? '' }
    const passed = request({ hostname, port, method: incoming.method, path: incoming.url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
      answer.pipe(outgoing)
    })
    passed.on('error', () => outgoing.destroy())
    incoming.pipe(passed)
  })
  const address = await listening(proxy)
  const links: (string | undefined)[] = []
  for (const port of [await freePort(), await freePort()]) {
    const shared = { SAMSYN_SECRET: 'a secret that two servers share between them', SAMSYN_ADDRESS: address, SAMSYN_PROXIES: '1', ...environment }
    const server = await startInstallation({ start: 'empty', databaseUrl: database.address, port, environment: shared })
    links.push(server.firstAdministratorLink)
    // They say the address they stand behind; the proxy knows where they are.
    servers.push({ ...server, address: `http://127.0.0.1:${port}` })
  }
  return {
    address,
    servers,
    answered,
    databaseUrl: database.address,
    dataDir: servers[0]?.dataDir ?? '',
    // Of two links for the first administrator the latest holds.
    firstAdministratorLink: links.at(-1),
    stop: async () => {
      proxy.closeAllConnections()
      proxy.close()
      await Promise.all(servers.map((server) => server.stop()))
      await database.remove()
    },
  }
}

function listening(server: Server): Promise<string> {
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)))
}
