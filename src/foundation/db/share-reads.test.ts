import { expect, test } from 'vitest'
import { shareReads } from './share-reads.server.ts'

const tick = () => new Promise((done) => setTimeout(done, 5))

test('all who ask while a read is in flight share the next, and nobody gets what is older than their question', async () => {
  let [value, reads] = [1, 0]
  const read = shareReads(async () => {
    reads++
    const seen = value
    await tick()
    return seen
  })
  const first = read('')
  value = 2
  const rest = Array.from({ length: 64 }, () => read(''))
  expect([await first, ...new Set(await Promise.all(rest))]).toEqual([1, 2])
  expect(reads).toBe(2)
})

test('different keys are read apart, and what has been read is not kept', async () => {
  const asked: string[] = []
  const read = shareReads(async (key) => {
    asked.push(key)
    return key
  })
  expect(await Promise.all([read('a'), read('b')])).toEqual(['a', 'b'])
  expect(await read('a')).toBe('a')
  expect(asked).toEqual(['a', 'b', 'a'])
})

test('a read that fails is the fault of those who shared it only', async () => {
  let fails = true
  const read = shareReads(async () => {
    await tick()
    if (fails) throw new Error('gone')
    return 'back'
  })
  const [one, other] = [read(''), read('')]
  await expect(one).rejects.toThrow('gone')
  fails = false
  expect(await other).toBe('back')
  expect(await read('')).toBe('back')
})
