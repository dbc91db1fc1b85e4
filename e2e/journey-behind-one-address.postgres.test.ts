import { expect, test } from 'vitest'
import { type Pair, startPair } from './one-address.ts'
import { walkTheThread } from './walk-the-thread.ts'

let pair: Pair
walkTheThread({
  javaScriptEnabled: true,
  start: async () => {
    pair = await startPair()
    return pair
  },
})

test('both servers behind the one address took half of the way each, and neither had a fault', () => {
  const [one = 0, other = 0] = pair.answered
  expect(one).toBeGreaterThan(50)
  expect(Math.abs(one - other)).toBeLessThanOrEqual(1)
  expect(pair.servers.map((server) => server.said()).join('\n')).not.toContain('"level":"error"')
})
