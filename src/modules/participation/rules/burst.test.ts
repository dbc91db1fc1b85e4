import { expect, test } from 'vitest'
import { isOver, slotOf } from './burst.ts'

test('a slot is ten minutes of the clock, and over when the next begins', () => {
  expect(slotOf('2026-05-04T08:10:00.000Z')).toBe('2026-05-04T08:10:00.000Z')
  expect(slotOf('2026-05-04T08:19:59.999Z')).toBe('2026-05-04T08:10:00.000Z')
  expect(isOver('2026-05-04T08:10:00.000Z', '2026-05-04T08:19:59.999Z')).toBe(false)
  expect(isOver('2026-05-04T08:10:00.000Z', '2026-05-04T08:20:00.000Z')).toBe(true)
})
