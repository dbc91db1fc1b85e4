import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { useInstallationSecret } from '#http/secret'
import { useDatabase } from '#test/database'
import { startSealer } from '#trail'
import { tellStory } from '../seeds/ange/tell-story.ts'
import { runSamsynIn } from './run-samsyn.ts'

const secret = 'a secret for the tests, and for nothing else'
const database = useDatabase()
const folder = () => mkdtempSync(join(tmpdir(), 'samsyn-backup-'))
const samsyn = (...args: string[]) => runSamsynIn({ SAMSYN_SECRET: secret, DATABASE_URL: '' }, ...args)
const home = folder()
const file = join(home, 'allt.samsyn')

/** The tests' own database, as an address that a command takes. */
const address = () => {
  const { connectionString, host } = database.connection()
  return connectionString ?? `postgres:///postgres?host=${host}&user=postgres`
}
const atTheDatabase = (...args: string[]) => runSamsynIn({ SAMSYN_SECRET: secret, DATABASE_URL: address() }, ...args)
const linesOf = (path: string) => gunzipSync(readFileSync(path)).toString().split('\n')
const changed = (name: string, change: (lines: string[]) => string[]) => {
  const path = join(folder(), name)
  writeFileSync(path, gzipSync(change(linesOf(file)).join('\n')))
  return path
}

beforeAll(async () => {
  useInstallationSecret(secret)
  await tellStory('seeds/ange/voices')
  const sealer = startSealer({ secret: Buffer.from(secret), headFile: join(home, 'trail-head.json'), everyMs: 60_000 })
  await sealer.sealNow()
  await sealer.stop()
})

test('a backup is one file for its owner alone, and is tried by restoring it', async () => {
  const { status, said, complained } = atTheDatabase('backup', file, '--data', home)
  expect([status, complained]).toEqual([0, ''])
  expect(said).toContain('Provad: återställd till en egen mapp med')
  expect(said).toContain('Kedjan är hel')
  expect(statSync(file).mode & 0o077).toBe(0)
  expect(readdirSync(home).filter((name) => name.endsWith('.del'))).toEqual([])
})

test('it holds every row of every table, but no session and no one-time key', async () => {
  const tables = linesOf(file).flatMap((line) => (line.startsWith('{"table"') ? [JSON.parse(line).table as string] : []))
  const { rows } = await pool().query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public'")
  expect(
    rows
      .map(({ name }) => name)
      .filter((name) => !tables.includes(name))
      .sort(),
  ).toEqual(['people_attempts', 'people_sessions', 'people_verifications', 'samsyn_migrations'])
  const written = linesOf(file).filter((line) => line.startsWith('[')).length
  const counted = await Promise.all(tables.map(async (table) => Number((await pool().query(`select count(*) from "${table}"`)).rows[0].count)))
  expect(written).toBe(counted.reduce((sum, each) => sum + each, 0))
})

test('restored and backed up again it says the same, line for line', () => {
  const [data, again] = [folder(), join(folder(), 'igen.samsyn')]
  expect(samsyn('restore', file, '--data', data).status).toBe(0)
  expect(samsyn('backup', again, '--data', data, '--untested').status).toBe(0)
  expect(linesOf(again).slice(1).sort()).toEqual(linesOf(file).slice(1).sort())
})

test('everything is moved to another place, with as many rows in every table, and what was is left', () => {
  const data = join(folder(), 'ny')
  const moved = atTheDatabase('move', '--to', data, '--data', home)
  expect(moved.complained).toBe('')
  expect(moved.said).toContain('varje tabell har lika många som före')
  expect(samsyn('verify', '--data', data).said).toContain('Kedjan är hel')
  expect(atTheDatabase('verify', '--data', home).status).toBe(0)
})

describe('a backup of an older release', () => {
  const releases = readdirSync(resolve(import.meta.dirname, 'releases'))
  test('is kept for each', () => expect(releases.length).toBeGreaterThan(0))
  test.each(releases)('%s is restored and brought up to date, and all of it verified', (release) => {
    const { status, said, complained } = samsyn('restore', resolve(import.meta.dirname, 'releases', release), '--data', folder())
    expect([status, complained]).toEqual([0, ''])
    expect(said).toMatch(/Kedjan är hel: \d{3} händelser/)
    expect(said).toContain('1029 förseglade svar är orörda')
  })
})

describe('what can’t be restored is refused in a sentence, and leaves nothing', () => {
  const data = folder()
  test.each<[string, () => string, string]>([
    ['a file that is not there', () => join(folder(), 'borta.samsyn'), 'finns inte.'],
    ['another file', () => resolve('README.md'), 'är ingen hel säkerhetskopia'],
    ['another zipped file', () => changed('annan.gz', () => ['hej', 'du']), 'är ingen säkerhetskopia av Samsyn'],
    [
      'half a file',
      () => {
        const path = join(folder(), 'halv.samsyn')
        writeFileSync(path, readFileSync(file).subarray(0, 50_000))
        return path
      },
      'den går inte att packa upp',
    ],
    ['a file that ends too soon', () => changed('kort.samsyn', (lines) => lines.slice(0, 300)), 'filen tar slut mitt i'],
    ['a file with a row too few', () => changed('utan.samsyn', (lines) => lines.filter((_, at) => at !== 40)), 'Inget är återställt'],
    [
      'a value that somebody has changed',
      () => changed('andrad.samsyn', (lines) => lines.map((line) => (line.includes('"executive-board"') ? line.replace('Kommunstyrelsen', 'Kommunstyrelser') : line))),
      'kontrollsumman stämmer inte',
    ],
    [
      'a table that is not ours',
      () => changed('tabell.samsyn', (lines) => lines.map((line) => line.replace('"table":"people_mails"', '"table":"pg_authid"'))),
      'Inget är återställt',
    ],
    [
      'a program that is newer',
      () => changed('ny.samsyn', (lines) => lines.map((line) => line.replace('"migrations":[', '"migrations":[{"name":"9999_later.sql","sha256":"0"},'))),
      'ett annat program',
    ],
  ])('%s', (_, make, sentence) => {
    const { status, said, complained } = samsyn('restore', make(), '--data', data)
    expect(complained).toContain(sentence)
    expect([status, said, complained.includes('    at ')]).toEqual([2, '', false])
  })
  test('and the folder is as good as new: the whole file fits in it', () => {
    expect(samsyn('restore', file, '--data', data).status).toBe(0)
  })
  test('a database that has something in it', () => {
    const { status, complained } = atTheDatabase('restore', file, '--data', folder())
    expect([status, complained.includes('är inte tom')]).toEqual([2, true])
  })
  test('a secret other than the one that the receipts are keyed with', () => {
    const withSecret = changed('hemlig.samsyn', ([front = '', ...rest]) => [front.replace('"secret":null', '"secret":"another one that is also long enough"'), ...rest])
    const { status, complained } = samsyn('restore', withSecret, '--data', folder())
    expect([status, complained.includes('en annan hemlighet')]).toEqual([2, true])
  })
})
