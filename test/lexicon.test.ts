import { expect, test } from 'vitest'
import { readLexicon, readWords } from '../src/modules/analysis/lexicon-store.server.ts'

test('the lexicon is made while others have their turn, once for all who ask at once', async () => {
  let [turns, isMade] = [0, false]
  const takeTurn = () => {
    turns++
    if (!isMade) setImmediate(takeTurn)
  }
  setImmediate(takeTurn)
  const [one, other] = await Promise.all([readLexicon(), readLexicon()])
  isMade = true
  expect(other).toBe(one)
  // No more than a thousand words between two turns.
  expect(turns).toBeGreaterThanOrEqual(readWords().forms.length / 1_000)
})
