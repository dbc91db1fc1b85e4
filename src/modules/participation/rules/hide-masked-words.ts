import { fold } from './answer-columns.ts'

const hidden = '[…]'
const word = /[\p{L}\p{N}]+/gu

/**
 * A text without the words that were masked in others, for it is nearly one of them.
 *
 * @example
 * hideMaskedWords('Grannen Ek skäller', [{ text: 'Grannen Ek gnäller', masked: 'Grannen [namn] gnäller' }]) // => 'Grannen […] skäller'
 */
export function hideMaskedWords(text: string, others: readonly { readonly text: string; readonly masked: string }[]): string {
  const taken = new Set(
    others.flatMap((other) => {
      const left = new Set(wordsOf(other.masked))
      return wordsOf(other.text).filter((each) => !left.has(each))
    }),
  )
  return taken.size === 0 ? text : text.replaceAll(word, (each) => (taken.has(fold(each)) ? hidden : each))
}

function wordsOf(text: string): string[] {
  return [...text.matchAll(word)].map(([each]) => fold(each))
}
