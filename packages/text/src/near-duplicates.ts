import { textFeatures } from './suggest/text-features.ts'
import { weighTerms } from './themes/weigh-terms.ts'
import { canonicalOrder } from './words/canonical-order.ts'
import { indexTexts } from './words/index-texts.ts'
import type { Lexicon } from './words/split-compound.ts'

export type DuplicateGroup = {
  /** Texts by their number, in their order. */
  readonly members: readonly number[]
  /** How like its nearest the least like of them is: 1 is the same words. */
  readonly likeness: number
}

/**
 * Texts that say nearly the same: with other forms of the words, a slip of the pen or a word more or less. Two are so when their likeness is
 * `atLeast`, and those that are so by way of others stand together. Texts without a word that says something are in no group.
 *
 * Method: cosine of words (stems, parts of compounds) and runs of letters; every pair that reaches the likeness is found, without comparing all,
 * for it must share one of the rarest features of each (prefix filtering, Bayardo, Ma & Srikant 2007).
 *
 * @example
 * const lexicon = { count: () => 0, stemCount: () => 0, continued: () => 0, commonNear: () => [] }
 * nearDuplicates(['Bättre bussar till skolan', 'Ett bad', 'bättre  buss till skolan!'], lexicon).map(({ members }) => members) // => [[0, 2]]
 */
export function nearDuplicates(texts: readonly string[], lexicon: Lexicon, atLeast = 0.75): DuplicateGroup[] {
  const order = canonicalOrder(texts)
  const index = indexTexts(
    order.map((at) => texts[at] as string),
    lexicon,
  )
  const features = textFeatures(index, { ...weighTerms(index), meanings: new Float32Array(0), dimensions: 0 })(order.map((_, at) => at))
  const { rarestFirst, lengths } = byRarity(features.starts, features.columns, features.values, features.width)
  const [mother, nearest] = [Int32Array.from(order, (_, at) => at), new Float64Array(order.length)]
  const motherOf = (at: number): number => {
    let top = at
    while (mother[top] !== top) top = mother[top] as number
    mother[at] = top
    return top
  }
  const holders = new Map<number, number[]>()
  const own = new Float64Array(features.width)
  for (let text = 0; text < order.length; text++) {
    const [from, until, length] = [features.starts[text] as number, features.starts[text + 1] as number, lengths[text] as number]
    if (from === until) continue
    for (let at = from; at < until; at++) own[features.columns[at] as number] = (features.values[at] as number) / length
    const candidates = new Set<number>()
    let left = 1
    for (const at of rarestFirst(text)) {
      // What is left cannot make two texts as like as that by itself.
      if (Math.sqrt(Math.max(0, left)) < atLeast) break
      left -= ((features.values[at] as number) / length) ** 2
      const column = features.columns[at] as number
      const before = holders.get(column)
      if (before) for (const other of before) candidates.add(other)
      if (before) before.push(text)
      else holders.set(column, [text])
    }
    for (const other of candidates) {
      let likeness = 0
      for (let at = features.starts[other] as number; at < (features.starts[other + 1] as number); at++)
        likeness += (own[features.columns[at] as number] as number) * (features.values[at] as number)
      likeness /= lengths[other] as number
      if (likeness < atLeast - 1e-6) continue
      nearest[text] = Math.max(nearest[text] as number, likeness)
      nearest[other] = Math.max(nearest[other] as number, likeness)
      mother[motherOf(text)] = motherOf(other)
    }
    for (let at = from; at < until; at++) own[features.columns[at] as number] = 0
  }
  const groups = Map.groupBy(order.keys(), motherOf)
  return [...groups.values()]
    .filter(({ length }) => length > 1)
    .map((places) => ({
      members: places.map((place) => order[place] as number).sort((one, other) => one - other),
      likeness: Math.min(1, ...places.map((place) => nearest[place] as number)),
    }))
    .sort((one, other) => (one.members[0] as number) - (other.members[0] as number))
}

/** For each text its features, those of fewest texts first, and its length. */
function byRarity(starts: Uint32Array, columns: Uint32Array, values: Float32Array, width: number) {
  const many = new Uint32Array(width)
  for (const column of columns) many[column] = (many[column] as number) + 1
  const size = starts.length - 1
  const lengths = Float64Array.from({ length: size }, (_, text) => {
    let squares = 0
    for (let at = starts[text] as number; at < (starts[text + 1] as number); at++) squares += (values[at] as number) ** 2
    return Math.sqrt(squares)
  })
  const rarestFirst = (text: number) =>
    Array.from({ length: (starts[text + 1] as number) - (starts[text] as number) }, (_, at) => (starts[text] as number) + at).sort(
      (one, other) => (many[columns[one] as number] as number) - (many[columns[other] as number] as number) || (columns[one] as number) - (columns[other] as number),
    )
  return { rarestFirst, lengths }
}
