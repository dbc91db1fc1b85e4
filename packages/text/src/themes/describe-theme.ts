import { speaksAgainst } from '../words/speaks-against.ts'
import { tokenise } from '../words/tokenise.ts'
import { quoteTheme } from './quote-theme.ts'
import type { TextVectors } from './text-vectors.ts'

/** How much was said, by how many, and in which words. */
export type Said = {
  readonly size: number
  /** How many different persons; undefined where it is not known who wrote what. */
  readonly persons: number | undefined
  /** Texts, by their number: the most central first, then such as differ from those before. */
  readonly quotes: readonly number[]
}

export type Describing = {
  readonly texts: readonly string[]
  /** The place in `texts` of a text of the vectors. */
  readonly text: (at: number) => number
  readonly quotes: number
  readonly persons?: readonly string[] | undefined
  readonly stances?: readonly string[] | undefined
}

/**
 * What a group of texts says: how many texts and persons, quotes, the same for each stance, one text that speaks against the others, and
 * one line.
 *
 * Method: the dissenting text is the most central of those of another stance than most; where stances are not known, of those that deny when most
 * do not, or the other way about. The line is the sentence of 4 to 25 words, among the ten most central texts that are not against the others, that
 * holds most of the words asked for.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: [], formCounts: [], stems: ['buss'], stemCounts: [1], dimensions: 1, vectors: Int8Array.of(127), scales: [1] }))
 * const texts = ['Fler bussar', 'Bussen oftare', 'Inga bussar']
 * const { said, dissent } = describeTheme(textVectors(indexTexts(texts, lexiconOf(table)), table), [0, 1, 2], { texts, text: (at) => at, quotes: 2, persons: ['a', 'a', 'b'] })
 * [said.size, said.persons, dissent] // => [3, 2, 2]
 */
export function describeTheme(vectors: TextVectors, members: readonly number[], { texts, text, quotes, persons, stances }: Describing) {
  const said = (some: readonly number[], most: number): Said => ({
    size: some.length,
    persons: persons && new Set(some.map((at) => persons[text(at)])).size,
    quotes: quoteTheme(vectors, some, most).map(text),
  })
  const stanceOf = (at: number) => stances?.[text(at)] ?? ''
  const byStance = stances ? [...Map.groupBy(members, stanceOf)].sort((one, other) => other[1].length - one[1].length || (one[0] < other[0] ? -1 : 1)) : []
  const central = byCentrality(vectors, members)
  const others = byStance.length > 1 ? central.filter((at) => stanceOf(at) !== byStance[0]?.[0]) : againstMost(central, (at) => speaksAgainst(texts[text(at)] as string))
  return {
    said: said(members, quotes),
    dissent: others[0] === undefined ? undefined : text(others[0]),
    byStance: byStance.map(([stance, some]) => ({ stance, ...said(some, Math.min(3, quotes)) })),
    line: (words: readonly string[]) =>
      lineOf(
        central
          .filter((at) => !others.includes(at))
          .slice(0, 10)
          .map((at) => texts[text(at)] as string),
        words,
      ),
  }
}

/** Those of the smaller side, where there are two. */
function againstMost(members: readonly number[], isAgainst: (at: number) => boolean): number[] {
  const [yes, no] = [members.filter(isAgainst), members.filter((at) => !isAgainst(at))]
  return yes.length < no.length ? yes : no.length < yes.length ? no : []
}

function byCentrality({ meanings, dimensions }: TextVectors, members: readonly number[]): number[] {
  const middle = new Float64Array(dimensions)
  for (const text of members) for (let k = 0; k < dimensions; k++) middle[k] = (middle[k] as number) + (meanings[text * dimensions + k] as number)
  const likeness = new Map(members.map((text) => [text, middle.reduce((sum, value, k) => sum + value * (meanings[text * dimensions + k] as number), 0)]))
  return members.toSorted((one, other) => (likeness.get(other) ?? 0) - (likeness.get(one) ?? 0) || one - other)
}

const [fewestWords, mostWords] = [4, 25]

function lineOf(central: readonly string[], words: readonly string[]): string {
  const telling = new Set(words)
  const sentences = central
    .flatMap((text) => text.split(/(?<=[.!?])\s+|\n/))
    .flatMap((sentence) => {
      const own = tokenise(sentence).map(({ word }) => word)
      const held = new Set(own.filter((word) => telling.has(word))).size
      return own.length < fewestWords || own.length > mostWords ? [] : [{ sentence: sentence.replaceAll(/\s+/g, ' ').trim(), worth: held }]
    })
  const best = sentences.reduce<{ sentence: string; worth: number } | undefined>((one, other) => (one && one.worth >= other.worth ? one : other), undefined)
  return best?.sentence ?? (central[0] ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 200)
}
