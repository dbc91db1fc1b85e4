/** A word of a text, and where it stands in the text as it was written. */
export type Token = {
  /** Composed (NFC) and in small letters. */
  readonly word: string
  /** In UTF-16 units of the original: `text.slice(start, end)` is the word as it was written. */
  readonly start: number
  readonly end: number
}

/**
 * The words of a text with their places in the untouched original: letters and digits, with a hyphen, colon or apostrophe inside.
 * Both ways of writing å give the same word.
 *
 * @example
 * tokenise('IT-stöd i Ånge!').map(({ word, start }) => [word, start]) // => [['it-stöd', 0], ['i', 8], ['ånge', 10]]
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(aWord)) tokens.push({ word: match[0].normalize('NFC').toLowerCase(), start: match.index, end: match.index + match[0].length })
  return tokens
}

/** A word: letters and digits, with a hyphen, colon or apostrophe inside. */
export const aWord = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-–'’:][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu
