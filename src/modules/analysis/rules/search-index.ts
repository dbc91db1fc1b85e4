import { type Lexicon, stemsOfWord, tokenise } from '#text'

/** Texts that can be looked in by the stems of their words, and of the parts of compounds. */
export type SearchIndex = {
  readonly ids: readonly string[]
  /** In small letters and composed, for words that have no stem. */
  readonly texts: readonly string[]
  /** By stem the numbers of the texts that have it, in order. */
  readonly holders: ReadonlyMap<string, readonly number[]>
  /** The words as they were written, with their stems: the whole first. */
  readonly stems: ReadonlyMap<string, readonly string[]>
  /** Of each text the sum of the squared weights of its stems. */
  readonly weights: Float64Array
}

// So much is done at a time, where a word that is known since before is one: some thousandths of a second.
const workAtATime = 2_000
// To find the stems of a word is so much dearer than to know them.
const workOfANewWord = 20

/** Reads texts into an index, some words at a time, so that whoever calls it can let others in between. The last that is given is the index. */
export function* indexForSearch(statements: readonly { readonly id: string; readonly text: string }[], lexicon: Lexicon): Generator<undefined, SearchIndex> {
  const stemsOf = stemsOfWord(lexicon)
  const [holders, stems, texts] = [new Map<string, number[]>(), new Map<string, readonly string[]>(), [] as string[]]
  let work = 0
  for (const [number, { text }] of statements.entries()) {
    texts.push(text.normalize('NFC').toLowerCase())
    for (const { word } of tokenise(text)) {
      if (work >= workAtATime) {
        yield undefined
        work = 0
      }
      const before = stems.get(word)
      work += before ? 1 : workOfANewWord
      const known = before ?? stemsOf(word)
      if (!before) stems.set(word, known)
      for (const stem of known) {
        const those = holders.get(stem)
        if (!those) holders.set(stem, [number])
        else if (those[those.length - 1] !== number) those.push(number)
      }
    }
  }
  yield undefined
  const weights = new Float64Array(statements.length)
  for (const those of holders.values()) for (const number of those) weights[number] = (weights[number] as number) + weightOf(those.length, statements.length) ** 2
  return { ids: statements.map(({ id }) => id), texts, holders, stems, weights }
}

/**
 * The texts that have every word that is looked for, in any of its forms: *äldreomsorg* is found in *äldreomsorgen* and in *omsorg för äldre*, and å is å
 * however it was typed. A word that nobody used so is looked for as the beginning of one; one that says nothing (*och*) is passed over when there are others.
 */
export function searchTexts(index: SearchIndex, lexicon: Lexicon, sought: string): number[] {
  const stemsOf = stemsOfWord(lexicon)
  const words = tokenise(sought).map(({ word }) => ({ word, stems: index.stems.get(word) ?? stemsOf(word) }))
  const telling = words.filter(({ stems }) => stems.length > 0)
  const found = (telling.length > 0 ? telling : words).map(({ word, stems: [whole = '', ...parts] }) => {
    const together = parts.length > 0 ? inAll(parts.map((part) => index.holders.get(part) ?? [])) : []
    const hits = [...new Set([...(index.holders.get(whole) ?? []), ...together])]
    return hits.length > 0 ? hits : index.texts.flatMap((text, number) => (text.startsWith(word) || text.includes(` ${word}`) ? [number] : []))
  })
  return inAll(found).sort((one, other) => one - other)
}

// As like as this they say nearly the same.
const nearlyTheSame = 0.6

/**
 * The texts most like one, by the stems they share, rare ones weighing more (cosine of idf): at most so many, the likest first. Never the text itself. `from` is
 * how like they are at least: without it, so that they say nearly the same. Only texts that share one of its rarer stems are measured: the common ones can't make
 * two texts so alike by themselves (prefix filtering, as in `nearDuplicates`).
 */
export function alikeTexts(index: SearchIndex, number: number, most: number, from = nearlyTheSame): number[] {
  const own = index.weights[number] ?? 0
  const stems = [...new Set(tokenise(index.texts[number] ?? '').flatMap(({ word }) => index.stems.get(word) ?? []))]
    .map((stem) => ({ holders: index.holders.get(stem) ?? [], weight: weightOf(index.holders.get(stem)?.length ?? 0, index.ids.length) ** 2 }))
    .sort((one, other) => one.holders.length - other.holders.length)
  const shared = new Map<number, number>()
  let left = own
  for (const { holders, weight } of stems) {
    const mayBegin = left >= from ** 2 * own
    for (const other of holders) {
      const before = shared.get(other)
      if (before !== undefined) shared.set(other, before + weight)
      else if (mayBegin) shared.set(other, weight)
    }
    left -= weight
  }
  shared.delete(number)
  return [...shared]
    .map(([other, both]) => ({ other, likeness: both / Math.sqrt(own * (index.weights[other] as number)) }))
    .filter(({ likeness }) => likeness >= from)
    .sort((one, other) => other.likeness - one.likeness || one.other - other.other)
    .slice(0, most)
    .map(({ other }) => other)
}

function weightOf(holders: number, all: number): number {
  return Math.log((all + 1) / (holders + 0.5))
}

function inAll([first = [], ...others]: readonly (readonly number[])[]): number[] {
  const sets = others.map((each) => new Set(each))
  return first.filter((number) => sets.every((set) => set.has(number)))
}
