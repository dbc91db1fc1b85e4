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
}

const atATime = 200

/** Reads texts into an index, some at a time, so that whoever calls it can let others in between. The last that is given is the index. */
export function* indexForSearch(statements: readonly { readonly id: string; readonly text: string }[], lexicon: Lexicon): Generator<undefined, SearchIndex> {
  const stemsOf = stemsOfWord(lexicon)
  const [holders, stems, texts] = [new Map<string, number[]>(), new Map<string, readonly string[]>(), [] as string[]]
  for (const [number, { text }] of statements.entries()) {
    texts.push(text.normalize('NFC').toLowerCase())
    for (const { word } of tokenise(text)) {
      const known = stems.get(word) ?? stemsOf(word)
      stems.set(word, known)
      for (const stem of known) {
        const before = holders.get(stem)
        if (!before) holders.set(stem, [number])
        else if (before[before.length - 1] !== number) before.push(number)
      }
    }
    if (number % atATime === atATime - 1) yield undefined
  }
  return { ids: statements.map(({ id }) => id), texts, holders, stems }
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

const alikeFrom = 0.6

/** The texts most like one, by the stems they share, rare ones weighing more (cosine of idf): at most so many, the likest first. Never the text itself. */
export function alikeTexts(index: SearchIndex, number: number, most: number): number[] {
  const weight = (stem: string) => Math.log((index.ids.length + 1) / ((index.holders.get(stem)?.length ?? 0) + 0.5))
  const stemsIn = (at: number) => [...new Set(tokenise(index.texts[at] ?? '').flatMap(({ word }) => index.stems.get(word) ?? []))]
  const length = (stems: readonly string[]) => Math.sqrt(stems.reduce((sum, stem) => sum + weight(stem) ** 2, 0))
  const own = stemsIn(number)
  const shared = new Map<number, number>()
  for (const stem of own) for (const other of index.holders.get(stem) ?? []) shared.set(other, (shared.get(other) ?? 0) + weight(stem) ** 2)
  shared.delete(number)
  // Only those that share most of what is said are measured to the end.
  const near = [...shared].filter(([, both]) => both >= alikeFrom ** 2 * length(own) ** 2)
  return near
    .map(([other, both]) => ({ other, likeness: both / (length(own) * length(stemsIn(other))) }))
    .filter(({ likeness }) => likeness >= alikeFrom)
    .sort((one, other) => other.likeness - one.likeness || one.other - other.other)
    .slice(0, most)
    .map(({ other }) => other)
}

function inAll([first = [], ...others]: readonly (readonly number[])[]): number[] {
  const sets = others.map((each) => new Set(each))
  return first.filter((number) => sets.every((set) => set.has(number)))
}
