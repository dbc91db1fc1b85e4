import { expect, test } from 'vitest'
import { gatherWrites } from './gather-writes.server.ts'

test('those who come while a write is in flight are stored by the next, all together, each with an answer of their own', async () => {
  const writes: (readonly number[])[] = []
  const put = gatherWrites(async (items: readonly number[]) => {
    writes.push(items)
    await Promise.resolve()
    return items.map((item) => item * 2)
  })
  expect(await Promise.all([1, 2, 3, 4].map(put))).toEqual([2, 4, 6, 8])
  expect(writes).toEqual([[1], [2, 3, 4]])
  expect(await put(5)).toBe(10)
})

test('when a write fails all that were in it are told, and the next is made as if nothing had happened', async () => {
  let isDown = true
  const put = gatherWrites(async (items: readonly number[]) => {
    await Promise.resolve()
    if (isDown) throw new Error('down')
    return items
  })
  const told = await Promise.allSettled([put(1), put(2), put(3)])
  expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  isDown = false
  expect(await Promise.all([put(4), put(5)])).toEqual([4, 5])
})

test('what is refused for the sake of one doesn’t fall on those who came at the same moment; when the database is gone nobody tries it again', async () => {
  let writes = 0
  let fault = new Error('a question that was not asked')
  const put = gatherWrites(async (items: readonly number[]) => {
    writes++
    await Promise.resolve()
    if (items.includes(3)) throw fault
    return items
  })
  const told = await Promise.allSettled([1, 2, 3, 4].map(put))
  expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  await new Promise(setImmediate)
  writes = 0
  fault = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' })
  const gone = await Promise.allSettled([1, 2, 3, 4].map(put))
  expect(gone.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected'])
  expect(writes).toBe(2)
})
