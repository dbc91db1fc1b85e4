import type { Socket } from 'node:net'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { useDatabase } from '#test/database'
import { db, pool, standsInTransaction, transaction } from './database.server.ts'

const database = useDatabase()

beforeAll(() => db().execute(sql`create table notes (word text)`))

const words = async () => (await db().execute<{ word: string }>(sql`select word from notes order by word`)).rows.map(({ word }) => word)

test('a file gets the migrated database', async () => {
  const { rows } = await db().execute<{ ran: number }>(sql`select count(*)::int as ran from samsyn_migrations`)
  expect(rows[0]?.ran).toBeGreaterThan(0)
})

test('another pool reaches the same database', async () => {
  await db().execute(sql`insert into notes values ('seen from elsewhere')`)
  const other = new pg.Pool(database.connection())
  expect((await other.query('select word from notes')).rows).toEqual([{ word: 'seen from elsewhere' }])
  await other.end()
})

test('what is thrown in a transaction undoes it, also from a nested one', async () => {
  const attempt = transaction(async () => {
    await db().execute(sql`insert into notes values ('outer')`)
    await transaction(async () => {
      await db().execute(sql`insert into notes values ('inner')`)
      throw new Error('no')
    })
  })
  await expect(attempt).rejects.toThrow('no')
  expect(await words()).not.toContain('outer')
  expect(await words()).not.toContain('inner')
})

test('db() inside a transaction is the transaction', async () => {
  expect(standsInTransaction()).toBe(false)
  await transaction(async () => expect(standsInTransaction()).toBe(true))
})

test('many at once, in and outside transactions, never get into each other', async () => {
  await db().execute(sql`create table tallies (who int, round int, kept boolean)`)
  await Promise.all(
    Array.from({ length: 20 }, async (_, who) => {
      for (let round = 0; round < 10; round++) {
        const keep = round % 3 !== 0
        if (who % 2 === 0) await db().execute(sql`insert into tallies values (${who}, ${round}, true)`)
        else
          await transaction(async () => {
            await db().execute(sql`insert into tallies values (${who}, ${round}, ${keep})`)
            if (!keep) throw new Error('undone')
          }).catch((fault: Error) => expect(fault.message).toBe('undone'))
      }
    }),
  )
  const { rows } = await db().execute<{ kept: number }>(sql`select count(*)::int as kept from tallies where kept`)
  expect(rows[0]?.kept).toBe(10 * 10 + 10 * 6)
})

test('a connection that dies in somebody’s hands between two queries fails the next one, and not the process', async () => {
  const client = await pool().connect()
  ;(client as typeof client & { connection: { stream: Socket } }).connection.stream.destroy(new Error('gone'))
  await expect(client.query('select 1')).rejects.toThrow()
  client.release(true)
  expect(await words()).toContain('seen from elsewhere')
})
