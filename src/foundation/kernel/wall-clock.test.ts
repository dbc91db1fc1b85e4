import { expect, test } from 'vitest'
import { day } from './day.ts'
import { isNight } from './wall-clock.ts'

const nightAt = (on: string) => (time: string) => isNight({ at: `${on}T${time}.000Z`, day: day(on) })

test('night is from eight to eight, in summer as in winter', () => {
  expect(['06:59:59', '07:00:00', '18:59:59', '19:00:00'].map(nightAt('2026-01-15'))).toEqual([true, false, false, true])
  expect(['05:59:59', '06:00:00', '17:59:59', '18:00:00'].map(nightAt('2026-07-15'))).toEqual([true, false, false, true])
})
test('on the days when the clock is changed, too', () => {
  expect(['05:59:59', '06:00:00', '17:59:59', '18:00:00'].map(nightAt('2026-03-29'))).toEqual([true, false, false, true])
  expect(['06:59:59', '07:00:00', '18:59:59', '19:00:00'].map(nightAt('2026-10-25'))).toEqual([true, false, false, true])
  expect(['00:00:00', '00:30:00', '01:00:00', '01:30:00', '02:30:00'].map(nightAt('2026-10-25'))).toEqual([true, true, true, true, true])
})
