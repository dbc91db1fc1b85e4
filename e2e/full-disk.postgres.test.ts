import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { asAdmin, databaseAddress } from '#test/database-address'
import { ownerOfPostgres, startPostgres } from '../scripts/private-postgres.mjs'
import { type Installation, startInstallation } from './installation.ts'
import { openSurvey, slug } from './open-survey.ts'
import { canMount, mountDisk, type SmallDisk } from './small-disk.ts'

const database = `samsyn_full_${randomBytes(6).toString('hex')}`
// More than what PostgreSQL has free in the pages it holds already.
const longAnswers = 60
let disk: SmallDisk | undefined
let samsyn: Installation | undefined
// A PostgreSQL of its own: while one tablespace is full no checkpoint succeeds, and then nobody else can drop a database.
let postgres: Awaited<ReturnType<typeof startPostgres>> | undefined
afterEach(async () => {
  await samsyn?.stop()
  disk?.empty()
  await postgres?.stop()
  disk?.remove()
})

test.skipIf(!canMount())(
  'when PostgreSQL’s disk is full that is said, nothing acknowledged is lost, reading goes on, and all is well by itself when there is room (needs root)',
  async () => {
    disk = mountDisk(100, ownerOfPostgres())
    postgres = await startPostgres()
    const address = databaseAddress(postgres.address, database)
    for (const statement of [`create tablespace ${database} location '${disk.folder}'`, `create database ${database} tablespace ${database} template template0`])
      await asAdmin(postgres.address, statement)
    samsyn = await startInstallation({ start: 'empty', databaseUrl: address, environment: { SAMSYN_SECRET: 'a secret of the disk that becomes full' } })
    const client = new pg.Client({ connectionString: address })
    await client.connect()
    const question = await openSurvey(client)
    const answer = async (text: string) => {
      const form = new URLSearchParams({ submissionKey: randomBytes(18).toString('base64url'), [question]: text })
      const answered = await fetch(`${samsyn?.address}/delta/${slug}`, { method: 'POST', body: form, headers: { origin: samsyn?.address ?? '' } })
      return { status: answered.status, page: await answered.text() }
    }
    const stored = async () => Number((await client.query('select count(*) from participation_responses')).rows[0].count)
    let acknowledged = 0
    const refusals: string[] = []
    disk.fill(0)
    for (let n = 0; n < longAnswers; n++) {
      const { status, page } = await answer(`${n} ${randomBytes(900).toString('hex')}`)
      if (status === 200) acknowledged += 1
      else {
        expect(status).toBe(503)
        refusals.push(page)
      }
      expect(await stored()).toBe(acknowledged)
    }
    expect(refusals.length).toBeGreaterThan(0)
    for (const page of refusals) expect(page).toContain('Just nu kan inget sparas')
    for (const path of ['/', `/delta/${slug}`, '/redo']) expect((await fetch(`${samsyn.address}${path}`)).status).toBe(200)
    disk.empty()
    expect((await answer(`efter ${randomBytes(900).toString('hex')}`)).status).toBe(200)
    expect(await stored()).toBe(acknowledged + 1)
    await client.end()
  },
)
