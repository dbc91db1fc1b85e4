import { expect, test } from 'vitest'
import { pool, transaction } from '#db/database.server'
import { momentOf } from '#http/clock'
import { useDatabase } from '#test/database'
import { recordEvent } from './record-event.ts'
import { recordSystemEvent } from './record-system-event.ts'
import { sealBatch } from './seal-batch.ts'
import { startSealer } from './start-sealer.ts'
import { verifyTrail } from './verify-trail.ts'

useDatabase()
const query = async <Row>(sql: string, values?: unknown[]) => (await pool().query(sql, values)).rows as Row[]
const secret = Buffer.from('the secret of the trail in this test')
const now = momentOf(new Date('2021-06-14T12:00:00Z'))

async function act(name: string) {
  await transaction(() => recordSystemEvent({ act: name, subject: { kind: 'test', id: name }, why: 'prov', now }))
}

test('an event outside a transaction is refused, for it would be a trace of nothing', async () => {
  await expect(recordSystemEvent({ act: 'alone', subject: { kind: 'test', id: '1' }, now })).rejects.toThrow('transaction')
  expect(recordEvent).toBeTypeOf('function')
})

test('an act that is rolled back leaves no event', async () => {
  await expect(
    transaction(async () => {
      await recordSystemEvent({ act: 'undone', subject: { kind: 'test', id: '1' }, now })
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  expect(await query('select * from trail_events where act = $1', ['undone'])).toHaveLength(0)
})

test('the sealer links every committed event once, and the chain holds', async () => {
  const sealer = startSealer({ secret, everyMs: 60_000 })
  await Promise.all(Array.from({ length: 20 }, (_, index) => act(`act-${index}`)))
  await Promise.all([sealer.sealNow(), sealer.sealNow()])
  expect(await verifyTrail({ secret })).toMatchObject({ ok: true, position: 20 })
  await sealer.stop()
})

test('the database refuses to change, delete or empty the trail', async () => {
  for (const table of ['trail_events', 'trail_seals', 'trail_batches']) {
    if (table === 'trail_batches') await transaction(() => sealBatch({ kind: 'test', leaves: ['a', 'b'], day: now.day }))
    const column = { trail_events: 'act', trail_seals: 'hash', trail_batches: 'root' }[table]
    await expect(query(`update ${table} set ${column} = 'x'`)).rejects.toThrow('append-only')
    await expect(query(`delete from ${table}`)).rejects.toThrow('append-only')
    await expect(query(`truncate ${table} cascade`)).rejects.toThrow('append-only')
  }
})

test('a changed event, a missing event and a cut-off tail are each named where they are', async () => {
  await query('alter table trail_events disable trigger all')
  await query('alter table trail_seals disable trigger all')
  const [fifth] = await query<{ event_id: string }>('select event_id from trail_seals where position = 5')
  await query(`update trail_events set why = 'annat' where id = $1`, [fifth?.event_id])
  expect(await verifyTrail({ secret })).toEqual({ ok: false, position: 5, because: 'event-changed' })
  await query(`update trail_events set why = 'prov' where id = $1`, [fifth?.event_id])
  expect(await verifyTrail({ secret })).toMatchObject({ ok: true })
  await query('delete from trail_seals where position > 18')
  expect(await verifyTrail({ secret })).toEqual({ ok: false, position: 19, because: 'cut-tail' })
  expect(await verifyTrail({ secret: Buffer.from('another secret') })).toMatchObject({ ok: false, because: 'head-forged' })
})
