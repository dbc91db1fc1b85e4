import { expect, test } from 'vitest'
import { day } from './day.ts'
import { asShownInSweden, instantInSweden, isNight } from './wall-clock.ts'

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
test('an instant is said as it is shown in Sweden, in winter, in summer and in the hour that comes twice', () => {
  expect(asShownInSweden(instantInSweden(day('2026-11-29'), '24:00'))).toBe('2026-11-30T00:00:00+01:00')
  expect(asShownInSweden('2026-07-01T10:00:00.987Z')).toBe('2026-07-01T12:00:00+02:00')
  expect(asShownInSweden(instantInSweden(day('2026-10-25'), '02:30'))).toBe('2026-10-25T02:30:00+02:00')
  expect(asShownInSweden(instantInSweden(day('2026-10-25'), '02:30', 'last'))).toBe('2026-10-25T02:30:00+01:00')
})
