import { expect, test } from 'vitest'
import { resemblingTexts } from '#text'
import { resemblingOnce } from './resemble-once.ts'

const texts = ['Rusta upp badplatsen vid sjön nu.', 'Hej! Rusta upp badplatsen vid sjön, nu', 'Fler bussar'].map((text) => ({ text, times: 1 }))

test('what resembles what is reckoned once for the same texts, and anew when one is another, is written once more or has gone', async () => {
  let reckoned = 0
  const once = (of: typeof texts, dialogue = 'a') =>
    resemblingOnce(dialogue, of, async (...given) => {
      reckoned++
      return resemblingTexts(...given)
    })
  const both = await Promise.all([once(texts), once(texts)])
  expect([both[0], both[1], reckoned]).toEqual([await resemblingTexts(texts), both[0], 1])
  expect([await once(texts), reckoned]).toEqual([both[0], 1])
  expect([await once(texts, 'b'), reckoned]).toEqual([both[0], 2])
  const masked = texts.map((each, at) => (at === 1 ? { ...each, text: '[maskerat]' } : each))
  expect([await once(masked), reckoned]).toEqual([[], 3])
  await once(texts.map((each) => ({ ...each, times: 2 })))
  await once(texts.slice(1))
  expect(reckoned).toBe(5)
})

test('a reckoning that fails is not kept', async () => {
  await expect(resemblingOnce('c', texts, () => Promise.reject(new Error('no memory')))).rejects.toThrow('no memory')
  expect(await resemblingOnce('c', texts)).toHaveLength(1)
})
