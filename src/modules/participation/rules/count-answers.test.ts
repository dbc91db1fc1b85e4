import { expect, test } from 'vitest'
import { ownMs } from '#test/processor-time'
import { countAnswers } from './count-answers.ts'

test('a hundred thousand who all answer with another number are counted as quickly as those who agree', () => {
  const most = 100_000
  const values = Array.from({ length: most }, (_, at) => ({ key: 'ar', row: null, value: String(at + 1), place: null, count: 1 }))
  const question = { id: '1', key: 'ar', kind: 'number', required: false, maxLines: 1, form: {}, showIf: null, sectionHeading: null } as const
  const began = ownMs()
  const [figures] = countAnswers([question], { responses: most, answered: { ar: most }, ideas: {}, values })
  expect(ownMs() - began).toBeLessThan(3000)
  expect(figures?.numbers).toEqual({ least: 1, median: 50_000.5, mean: 50_000.5, most })
})
