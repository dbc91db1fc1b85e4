export type UnacceptableCharacter = {
  readonly kind: 'nul' | 'lone-surrogate' | 'control'
  /** In UTF-16 units. */
  readonly offset: number
  readonly code: number
}

/**
 * What must not be in a text that is stored: NUL, that PostgreSQL refuses; half a character (a lone surrogate), that
 * no encoding can write; and the other control characters under U+0020. Tab, line feed and carriage return are welcome.
 *
 * @example
 * findUnacceptableCharacters('bad\u0000hus') // => [{ kind: 'nul', offset: 3, code: 0 }]
 * findUnacceptableCharacters('ett\tbad\r\noch en emoji 🛝') // => []
 */
export function findUnacceptableCharacters(text: string): UnacceptableCharacter[] {
  return [...text.matchAll(unacceptable)].map((match) => {
    const code = match[0].charCodeAt(0)
    return { kind: code === 0 ? 'nul' : code < 0x20 ? 'control' : 'lone-surrogate', offset: match.index, code }
  })
}

const unacceptable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]|\p{Cs}/gu
