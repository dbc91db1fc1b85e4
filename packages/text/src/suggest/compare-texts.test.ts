import { expect, test } from 'vitest'
import { keepCompared } from './compare-texts.ts'
import { madeFeatures } from './made-features.ts'
import { someRows } from './some-rows.ts'

const size = 40
const { features } = madeFeatures(size, 11)
const rows = (which: readonly number[]) => someRows(features, which)
const texts = (holds: (text: number) => boolean) => Array.from({ length: size }, (_, text) => text).filter(holds)

test('what is kept from before is to the last figure what comparing anew gives, when texts have come, gone and come back', () => {
  const compare = keepCompared(rows)
  for (const which of [texts((text) => text % 2 === 0), texts((text) => text % 2 === 0 || text === 7), texts((text) => text > 3), [], texts(() => true)])
    expect(compare(which)).toEqual(keepCompared(rows)(which))
})

test('more texts than are compared are not, and what was compared before is kept', () => {
  const compare = keepCompared(rows, 10)
  const few = compare(texts((text) => text < 10)).products
  expect(few?.some((product) => product > 1)).toBe(true)
  expect(compare(texts(() => true)).products).toBeUndefined()
  expect(compare(texts((text) => text < 10)).products).toEqual(few)
})
