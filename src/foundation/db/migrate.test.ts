import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { useDatabase } from '#test/database'
import { migrate } from './migrate.server.ts'

const database = useDatabase()
let folder: string
let pool: pg.Pool

// Each test has a schema to itself, so that it starts from a database that has seen nothing.
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samsyn-migrations-'))
  pool = new pg.Pool({ ...database.connection(), max: 1 })
  await pool.query('drop schema if exists empty cascade; create schema empty; set search_path to empty')
})
afterEach(async () => {
  await pool.query('reset search_path')
  await pool.end()
  rmSync(folder, { recursive: true })
})

const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql)

test('migrations run once, in the order of their names, statement by statement', async () => {
  write('0010_second.sql', 'insert into words values (1)\n--> statement-breakpoint\ninsert into words values (2)')
  write('0000_first.sql', 'create table words (n int)')
  mkdirSync(join(folder, 'meta'))
  expect(await migrate(pool, folder)).toEqual(['0000_first.sql', '0010_second.sql'])
  expect(await migrate(pool, folder)).toEqual([])
  expect((await pool.query('select n from words order by n')).rows).toEqual([{ n: 1 }, { n: 2 }])
})

test('a later migration runs on what is there', async () => {
  write('0000_first.sql', 'create table words (n int)')
  await migrate(pool, folder)
  write('0001_more.sql', 'insert into words values (1)')
  expect(await migrate(pool, folder)).toEqual(['0001_more.sql'])
})

test('an edited migration is refused in words', async () => {
  write('0000_first.sql', 'create table words (n int)')
  await migrate(pool, folder)
  write('0000_first.sql', 'create table words (n bigint)')
  await expect(migrate(pool, folder)).rejects.toThrow('The migration 0000_first.sql was edited after it ran.')
})

test('a database that is ahead of the program is refused in words', async () => {
  write('0000_first.sql', 'create table words (n int)')
  write('0001_second.sql', 'create table verbs (n int)')
  await migrate(pool, folder)
  rmSync(join(folder, '0001_second.sql'))
  await expect(migrate(pool, folder)).rejects.toThrow('Is the program older than the database?')
})

test('a migration that fails leaves nothing of itself, and can be mended', async () => {
  write('0000_first.sql', 'create table words (n int)\n--> statement-breakpoint\ninsert into nowhere values (1)')
  await expect(migrate(pool, folder)).rejects.toThrow('The migration 0000_first.sql failed: relation "nowhere" does not exist')
  write('0000_first.sql', 'create table words (n int)')
  expect(await migrate(pool, folder)).toEqual(['0000_first.sql'])
})
