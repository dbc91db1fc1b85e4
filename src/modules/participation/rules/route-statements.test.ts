import { expect, test } from 'vitest'
import { drawNextStatement, seededRandom } from '#statistics'
import { statementPriorities, type VoteCounts } from './route-statements.ts'

test('each statement is served enough, also one that nobody agrees with and one that comes late', () => {
  const random = seededRandom(11)
  const counts = Array.from({ length: 30 }, () => ({ agree: 0, pass: 0, disagree: 0 }))
  for (let who = 0; who < 300; who++) {
    if (who === 150) counts.push({ agree: 0, pass: 0, disagree: 0 })
    const seen = new Set<number>()
    for (let vote = 0; vote < 10; vote++) {
      const next = drawNextStatement(statementPriorities(counts), seen, random) ?? 0
      seen.add(next)
      const count = counts[next] as { -readonly [Key in keyof VoteCounts]: number }
      // Nobody agrees with the first three; the rest divide.
      if (next < 3) count.disagree++
      else if (random() < 0.6) count.agree++
      else count.disagree++
    }
  }
  const seen = counts.map(({ agree, pass, disagree }) => agree + pass + disagree)
  const mean = seen.reduce((sum, each) => sum + each, 0) / seen.length
  expect(Math.min(...seen)).toBeGreaterThan(mean / 3)
})

test('what is shown is never what has been seen, and nothing is left when all has', () => {
  const priorities = statementPriorities(Array.from({ length: 5 }, () => ({ agree: 1, pass: 0, disagree: 0 })))
  const seen = new Set<number>()
  for (let turn = 0; turn < 5; turn++) {
    const next = drawNextStatement(priorities, seen, Math.random)
    expect(seen.has(next ?? -1)).toBe(false)
    seen.add(next ?? -1)
  }
  expect(drawNextStatement(priorities, seen, Math.random)).toBeUndefined()
})
