import type { Lexicon } from './split-compound.ts'
import { type ReadingOptions, stemsOfWord } from './stems-of-word.ts'
import { aWord } from './tokenise.ts'

/** Texts as numbers of words: everything an analysis needs of them, in a tenth of the room. */
export type TextIndex = {
  readonly size: number
  /** The different words that say something, in small letters and in the order of their letters. */
  readonly forms: readonly string[]
  /** The different stems, in the order of their letters. */
  readonly stems: readonly string[]
  /** Of each form the stems it counts as, the whole before its parts. */
  readonly stemsOf: readonly Uint32Array[]
  /** The words of text i stand from starts[i] to starts[i + 1], each the number of a form. */
  readonly starts: Uint32Array
  readonly words: Uint32Array
}

/**
 * Reads many texts at once into numbers. A word that comes in three places or more is taken as it is written, however strange: it is the
 * name of something here, and no slip.
 *
 * @example
 * const lexicon = { count: () => 0, stemCount: () => 0, continued: () => 0, commonNear: () => [] }
 * const index = indexTexts(['Bussen och bussar', 'skog'], lexicon)
 * index.forms // => ['bussar', 'bussen', 'skog']
 * index.stems // => ['buss', 'skog']
 * [...index.words] // => [1, 0, 2]
 */
export function indexTexts(texts: readonly string[], lexicon: Lexicon, options: ReadingOptions = {}): TextIndex {
  const { written, times, starts, words } = readWords(texts)
  const stemsOf = stemsOfWord(lexicon, options)
  const stemsOfWritten = written.map((word, at) => stemsOf(word, (times[at] as number) >= timesOfNoSlip))
  const forms = ordered(written.flatMap((word, at) => ((stemsOfWritten[at]?.length ?? 0) > 0 ? [word] : [])))
  const stems = ordered([...new Set(stemsOfWritten.flat())])
  const [formAt, stemAt] = [new Map(forms.map((form, at) => [form, at])), new Map(stems.map((stem, at) => [stem, at]))]
  const formOf = Int32Array.from(written, (word) => formAt.get(word) ?? -1)
  const stemNumbers: Uint32Array[] = new Array(forms.length)
  written.forEach((_, at) => {
    const form = formOf[at] as number
    if (form >= 0) stemNumbers[form] = Uint32Array.from(stemsOfWritten[at] ?? [], (stem) => stemAt.get(stem) as number)
  })
  let kept = 0
  const keptStarts = new Uint32Array(texts.length + 1)
  for (let text = 0; text < texts.length; text++) {
    for (let at = starts[text] as number; at < (starts[text + 1] as number); at++) {
      const form = formOf[words[at] as number] as number
      // In place: what is kept is never ahead of what is read.
      if (form >= 0) words[kept++] = form
    }
    keptStarts[text + 1] = kept
  }
  return { size: texts.length, forms, stems, stemsOf: stemNumbers, starts: keptStarts, words: words.slice(0, kept) }
}

const timesOfNoSlip = 3

function readWords(texts: readonly string[]) {
  const [numberOf, written, times] = [new Map<string, number>(), [] as string[], [] as number[]]
  const starts = new Uint32Array(texts.length + 1)
  let [words, length] = [new Uint32Array(1 << 12), 0]
  texts.forEach((text, at) => {
    // Composed only where it must be: most texts are as they should.
    for (const match of (isPlain.test(text) ? text : text.normalize('NFC')).toLowerCase().match(aWord) ?? []) {
      let number = numberOf.get(match)
      if (number === undefined) {
        number = written.length
        // A copy, for a part of a text would keep the whole of it in memory.
        const word = copied(match)
        numberOf.set(word, number)
        written.push(word)
        times.push(0)
      }
      times[number] = (times[number] as number) + 1
      if (length === words.length) {
        const more = new Uint32Array(length * 2)
        more.set(words)
        words = more
      }
      words[length++] = number
    }
    starts[at + 1] = length
  })
  return { written, times, starts, words }
}

const isPlain = /^[\u0000-\u02FF]*$/

function copied(word: string): string {
  return JSON.parse(JSON.stringify(word)) as string
}

function ordered(words: string[]): string[] {
  return words.sort((one, other) => (one < other ? -1 : one > other ? 1 : 0))
}
