import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownMs } from '../../../test/processor-time.ts'
import { resemblance, resemblingTexts } from './resembling-texts.ts'

const letter =
  'Jag bor i byn sedan tjugo år och vill att kommunen rustar upp badplatsen vid sjön med en ny brygga, en toalett som är öppen hela sommaren och en väg dit som går att ta sig fram på med rullstol och barnvagn.'
const once = (texts: readonly string[]) => texts.map((text) => ({ text, times: 1 }))
const groupsOf = async (texts: readonly string[]) => (await resemblingTexts(once(texts))).map(({ first, others }) => [first, ...others.map(({ at }) => at)].sort((a, b) => a - b))

describe('two texts resemble each other', () => {
  test('as Broder counts it: the runs that both have, of all', () => {
    // Runs of two words of his own example: a rose, rose is, is a.
    expect(resemblance('A rose is a rose is a rose', 'a rose is a flower, which is a rose')).toBeCloseTo(3 / 6, 12)
    expect(resemblance('Fler bussar till byn', 'fler bussar till skolan!')).toBe(0.5)
    expect(resemblance('', '')).toBe(0)
    expect(resemblance('Badplatsen', 'BADPLATSEN!')).toBe(1)
  })
  test.each([
    ['in capitals', letter.toUpperCase()],
    ['with other punctuation and lines', letter.replaceAll(',', ' –').replaceAll(' och ', '\noch ')],
    ['with å written in two signs', letter.normalize('NFD')],
    ['with a greeting and a name', `Hej kommunen! ${letter} Vänliga hälsningar från oss i byn`],
    ['with some words changed', letter.replace('tjugo', 'fyra').replace('ny brygga', 'brygga').replace('hela', 'under')],
  ])('when one is the other %s', async (_, other) => {
    expect(await groupsOf([letter, other, 'Något helt annat om skolan och dess mat i matsalen'])).toEqual([[0, 1]])
  })
  test.each([
    ['about the same thing in other words', 'Rusta upp badplatsen vid sjön så att den som har rullstol kan komma dit, och ordna en toalett som är öppen på sommaren.'],
    ['that says half of it', letter.slice(0, letter.length / 2)],
    ['with the same words in another order', letter.split(' ').toSorted().join(' ')],
  ])('but not one %s', async (_, other) => {
    expect(await groupsOf([letter, other])).toEqual([])
  })
})

test('a group begins with the text that most have written, and says how much each resembles it', async () => {
  const texts = [
    { text: `Hej! ${letter}`, times: 1 },
    { text: letter, times: 4 },
  ]
  expect(await resemblingTexts(texts)).toEqual([{ first: 1, others: [{ at: 0, resemblance: expect.closeTo(38 / 39, 2) }] }])
})

describe('whatever the texts are,', () => {
  const words = fc.constantFrom('bad', 'buss', 'skola', 'väg', 'och', 'en', 'ny', 'Hej!')
  const anyTexts = fc.array(
    fc.array(words, { maxLength: 14 }).map((some) => some.join(' ')),
    { maxLength: 25 },
  )
  /** The rule, word for word. */
  const byTheRule = (texts: readonly string[]) => {
    const firsts: number[] = []
    const groups = new Map<number, number[]>()
    const order = texts.map((_, at) => at).sort((a, b) => ((texts[a] as string) < (texts[b] as string) ? -1 : (texts[a] as string) > (texts[b] as string) ? 1 : a - b))
    for (const at of order.filter((each) => texts[each] !== '')) {
      const near = firsts.map((first) => ({ first, found: resemblance(texts[first] as string, texts[at] as string) })).filter(({ found }) => found >= 0.7 - 1e-9)
      const [nearest] = near.sort((a, b) => b.found - a.found || firsts.indexOf(a.first) - firsts.indexOf(b.first))
      if (nearest) groups.get(nearest.first)?.push(at)
      else if (firsts.push(at)) groups.set(at, [])
    }
    return [...groups].filter(([, others]) => others.length > 0).map(([first, others]) => [first, ...others].sort((a, b) => a - b))
  }
  test('none is missed that the rule would find by comparing all', () =>
    fc.assert(
      fc.asyncProperty(anyTexts, async (texts) => {
        expect(await groupsOf(texts)).toEqual(byTheRule(texts))
      }),
    ))
  test('their order makes no difference', () =>
    fc.assert(
      fc.asyncProperty(anyTexts, fc.infiniteStream(fc.nat()), async (texts, numbers) => {
        const shuffled = texts.map((text) => ({ text, by: numbers.next().value as number })).sort((a, b) => a.by - b.by)
        const said = async (some: readonly string[]) => (await groupsOf(some)).map((group) => group.map((at) => some[at]).sort()).sort((a, b) => (a.join() < b.join() ? -1 : 1))
        expect(await said(shuffled.map(({ text }) => text))).toEqual(await said(texts))
      }),
    ))
  test('two resemble each other as much either way, at most wholly, and one itself wholly', () =>
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const found = resemblance(one, other)
        expect([found, found >= 0 && found <= 1]).toEqual([resemblance(other, one), true])
        expect([0, 1]).toContain(resemblance(one, one))
      }),
    ))
})

test('twenty thousand texts, half of them one letter with small changes, take a few seconds and let others have their turn', async () => {
  const many = Array.from({ length: 20_000 }, (_, at) => {
    const changed = letter.split(' ').with(at % 40, `ord${at}`)
    return at % 2
      ? `${changed.join(' ')} Hälsningar nummer ${at}`
      : Array.from({ length: 12 + (at % 30) }, (_each, word) => `sak${(at * 7919 + word * word * 104_729) % 6000}`).join(' ')
  })
  let [turns, longest, since] = [0, 0, ownMs()]
  const began = since
  const groups = await resemblingTexts(once(many), async () => {
    longest = Math.max(longest, ownMs() - since)
    await new Promise((done) => setImmediate(done))
    turns++
    since = ownMs()
  })
  expect(groups.some(({ others }) => others.length > 5_000)).toBe(true)
  expect(turns).toBeGreaterThan(10)
  expect(ownMs() - began).toBeLessThan(10_000)
  expect(longest).toBeLessThan(500)
})
