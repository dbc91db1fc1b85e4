import { groupTexts } from '../themes/group-texts.ts'
import { someTexts } from '../themes/some-texts.ts'
import type { CodesOfTexts, LearntCodes } from './learn-codes.ts'
import type { PreparedTexts } from './prepare-texts.ts'
import { suggestFor } from './suggest-codes.ts'

export type CodeNext = { readonly text: number; readonly why: 'typical' | 'uncertain' | 'random' }

/**
 * Which texts to code next, so that the suggestions learn most from each: first the most central of every theme, then those between two codes,
 * spread over the themes; after a hundred at random. Every fourth is at random from the beginning, so that counts and agreement have a sample of
 * their own.
 *
 * Method: text.md §4 and §6.8: worth it for the first hundred and for rare codes; after that no better than chance.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: [], formCounts: [], stems: ['buss', 'skog'], stemCounts: [1, 1], dimensions: 2, vectors: Int8Array.of(127, 0, 0, 127), scales: [1, 1] }))
 * const prepared = prepareTexts(['bussen', 'skogen', 'bussar', 'skogar', 'buss', 'skog'], [{ code: 'b', name: 'Buss', description: '' }], table, lexiconOf(table))
 * codeNext(prepared, learnCodes(prepared, new Map()), new Map(), 2).map(({ why }) => why) // => ['typical', 'typical']
 */
export function codeNext(prepared: PreparedTexts, learnt: LearntCodes, coded: CodesOfTexts, most: number): CodeNext[] {
  const { order, placeOf, size } = prepared
  // The order of the texts comes from their letters: as good as chance.
  const random = order.filter((text) => !coded.has(text))
  if (coded.size >= usefulUntil) return random.slice(0, most).map((text) => ({ text, why: 'random' }))
  const some = Array.from({ length: Math.min(size, mostThemed) }, (_, at) => Math.floor((at * size) / Math.min(size, mostThemed)))
  const vectors = someTexts(prepared.vectors, some)
  const { of } = groupTexts(vectors)
  const left = some.flatMap((place, at) => (coded.has(order[place] as number) ? [] : [{ text: order[place] as number, theme: of[at] as number, at }]))
  const isBeginning = coded.size < Math.max(30, 2 * prepared.codes.length)
  const worth = isBeginning
    ? centrality(vectors, of)
    : (() => {
        const margins = new Map(
          suggestFor(
            prepared,
            learnt,
            left.map(({ text }) => text),
            { most: 2, why: false },
          ).map(([first, second], at) => [left[at]?.at, (second?.certainty ?? 0) - (first?.certainty ?? 0)]),
        )
        return (at: number) => margins.get(at) ?? 0
      })()
  const queues = [
    ...Map.groupBy(
      left.toSorted((one, other) => worth(other.at) - worth(one.at) || (placeOf[one.text] as number) - (placeOf[other.text] as number)),
      ({ theme }) => theme,
    ),
  ]
    .sort((one, other) => one[0] - other[0])
    .map(([, own]) => own.map(({ text }) => text))
  const spread = Array.from({ length: Math.max(0, ...queues.map(({ length }) => length)) }, (_, turn) => queues.flatMap((own) => own.slice(turn, turn + 1))).flat()
  const why = isBeginning ? 'typical' : 'uncertain'
  const chosen: CodeNext[] = []
  const taken = new Set<number>()
  while (chosen.length < Math.min(most, random.length)) {
    const isRandom = chosen.length % 4 === 3
    const text = (isRandom ? random : spread).find((each) => !taken.has(each)) ?? random.find((each) => !taken.has(each))
    if (text === undefined) break
    taken.add(text)
    chosen.push({ text, why: isRandom ? 'random' : why })
  }
  return chosen
}

const usefulUntil = 100
const mostThemed = 2_000

function centrality({ meanings, dimensions }: { meanings: Float32Array; dimensions: number }, of: Int32Array): (at: number) => number {
  const middles = new Map<number, Float64Array>()
  of.forEach((theme, at) => {
    const middle = middles.get(theme) ?? new Float64Array(dimensions)
    for (let k = 0; k < dimensions; k++) middle[k] = (middle[k] as number) + (meanings[at * dimensions + k] as number)
    middles.set(theme, middle)
  })
  return (at) => (middles.get(of[at] as number) as Float64Array).reduce((sum, value, k) => sum + value * (meanings[at * dimensions + k] as number), 0)
}
