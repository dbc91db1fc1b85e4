export type Lix = { readonly value: number; readonly words: number; readonly sentences: number; readonly longWords: number }

/**
 * How hard a text is to read: LIX, läsbarhetsindex. Under 30 very easy, to 40 easy, to 50 middling, to 60 hard, above
 * very hard. Undefined for a text without words. Unsteady under about a hundred words: for what a municipality writes,
 * not for single answers.
 *
 * Method: Björnsson (1968), words / sentences + 100 × long words / words. A word is a run of letters and digits, with
 * hyphens, apostrophes and colons inside it (`by-känslan`, `EU:s`); it is long with more than six letters. A sentence ends at
 * `.`, `!`, `?` or `…` before anything but a small letter (`bl.a. bussar` goes on), at a colon before a space, and at
 * a line break before anything but a small letter; the last one also without a mark.
 *
 * @example
 * lix('Vi har bussar. Alla kan cykla till skolan.') // => { value: 4, words: 8, sentences: 2, longWords: 0 }
 * lix('Kollektivtrafiken fungerar') // => { value: 102, words: 2, sentences: 1, longWords: 2 }
 * lix('…') // => undefined
 */
export function lix(text: string): Lix | undefined {
  const sentences = sentencesOf(text.normalize('NFC'))
    .map(wordsOf)
    .filter((words) => words.length > 0)
  const words = sentences.flat()
  if (words.length === 0) return undefined
  const longWords = words.filter(isLong).length
  return { value: words.length / sentences.length + (100 * longWords) / words.length, words: words.length, sentences: sentences.length, longWords }
}

function sentencesOf(text: string): string[] {
  // One space for each stretch of white space, and one line break for each with a break in it: the pattern then has one place to look.
  return text.replace(/\s+/g, (space) => (/[\n\r\u2028\u2029]/.test(space) ? '\n' : ' ')).split(sentenceEnd)
}

const sentenceEnd = /(?<![.!?…])[.!?…]+["'”’»)\]]*(?=\s[^\p{Ll}]|\s?$)|:(?=\s)|\n(?=[^\p{Ll}])/u

function wordsOf(sentence: string): string[] {
  return sentence.match(/[\p{L}\p{M}\p{N}]+(?:[-‑'’:][\p{L}\p{M}\p{N}]+)*/gu) ?? []
}

function isLong(word: string): boolean {
  return word.replace(/\P{L}/gu, '').length > 6
}
