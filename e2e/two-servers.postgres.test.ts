import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyPostgres } from '#test/database'
import { type Installation, startInstallation } from './installation.ts'

let database: Awaited<ReturnType<typeof emptyPostgres>>
let servers: Installation[] = []
const folder = mkdtempSync(join(tmpdir(), 'samsyn-two-'))
beforeAll(async () => {
  database = await emptyPostgres()
  // Servers that share a database share its secret.
  process.env.SAMSYN_SECRET = 'a secret that two servers share between them'
  // Into folders that aren't there yet.
  const start = (name: string) => startInstallation({ start: 'empty', databaseUrl: database.address, dataDir: join(folder, name) })
  servers = await Promise.all([start('one'), start('other')])
})
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()))
  await database?.remove()
  rmSync(folder, { recursive: true, force: true })
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

test('whichever links the trail keeps its head in a folder of its own, made when it wasn’t there', async () => {
  await expect.poll(() => ['one', 'other'].some((name) => existsSync(join(folder, name, 'trail-head.json'))), { timeout: 300_000 }).toBe(true)
  expect(servers.map((server) => server.said()).join('')).not.toContain('"level":"error"')
})

async function opens(server: Installation | undefined): Promise<boolean> {
  return (await fetch(server?.firstAdministratorLink ?? '')).ok
}
