import { expect, test } from 'vitest'
import { dayOf } from './clock.ts'

test('the half hour after midnight in Sweden belongs to the new day, in winter and in summer, as the database writes it too', () => {
  expect(['2020-12-31T23:30:00.000Z', '2020-06-30 22:30:00+00', '2020-12-31T22:59:59.999Z', '2020-06-30 21:59:59.5+00'].map(dayOf)).toEqual([
    '2021-01-01',
    '2020-07-01',
    '2020-12-31',
    '2020-06-30',
  ])
})
