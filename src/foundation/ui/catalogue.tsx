export type Language = 'sv' | 'en'

/**
 * Words in Swedish and English. The English must have every word that the Swedish has: a missing one is a type error.
 *
 * @example
 * const words = catalogue({ sv: { send: 'Skicka mina svar' }, en: { send: 'Send my answers' } })
 * words('en').send // => 'Send my answers'
 */
export function catalogue<const Words extends Record<string, unknown>>(both: {
  sv: Words
  en: { [Key in keyof Words]: Widened<Words[Key]> }
}): (language: Language) => { [Key in keyof Words]: Widened<Words[Key]> } {
  return (language) => (language === 'en' ? both.en : (both.sv as { [Key in keyof Words]: Widened<Words[Key]> }))
}

type Widened<Word> = Word extends string ? string : Word extends (...args: infer Given) => string ? (...args: Given) => string : Word
