import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyPostgres } from '#test/database'
import { type Installation, startInstallation } from './installation.ts'

let database: Awaited<ReturnType<typeof emptyPostgres>>
let servers: Installation[] = []
beforeAll(async () => {
  database = await emptyPostgres()
  // Servers that share a database share its secret.
  process.env.SAMSYN_SECRET = 'a secret that two servers share between them'
  const start = () => startInstallation({ start: 'empty', databaseUrl: database.address })
  servers = await Promise.all([start(), start()])
})
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()))
  await database?.remove()
})

test('the same program runs on PostgreSQL, and what one server stores the other one shows', async () => {
  // Of two links for the first administrator the latest holds.
  const [one, other] = (await opens(servers[0])) ? servers : servers.toReversed()
  const link = new URL(one?.firstAdministratorLink ?? '')
  const form = new URLSearchParams({ nyckel: link.searchParams.get('nyckel') ?? '', municipality: 'Provkommun', name: 'Prov Person', email: 'prov@example.se' })
  const welcome = await fetch(link, { method: 'POST', body: form, headers: { origin: link.origin }, redirect: 'manual' })
  expect(welcome.status).toBe(302)
  const page = await fetch(`${other?.address}/logga-in`)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Provkommun')
  const spent = await fetch(`${other?.address}${link.pathname}${link.search}`)
  expect(spent.status).toBe(404)
})

async function opens(server: Installation | undefined): Promise<boolean> {
  return (await fetch(server?.firstAdministratorLink ?? '')).ok
}
