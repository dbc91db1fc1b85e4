import { expect, test } from 'vitest'
import { useInstallationSecret } from '#http/secret'
import { useDatabase } from '#test/database'
import { countWrite } from './count-write.ts'

useDatabase()
useInstallationSecret('a secret for the tests, and for nothing else')

test('a hundred forms at the same instant from one address are counted as a hundred, in four lots', async () => {
  const now = new Date('2026-11-27T12:00:00Z')
  const counted = await Promise.all(Array.from({ length: 100 }, () => countWrite('203.0.113.7', now)))
  expect([...counted].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1))
})
