export type Language = 'sv' | 'en'
/** A text and the language it is written in, for the page to say so. */
export type Spoken = { readonly text: string; readonly lang: Language }

/**
 * A text in the reader's language where there is one, else in Swedish, and which it is.
 *
 * @example
 * inLanguage('en', 'Din framtid', null) // => { text: 'Din framtid', lang: 'sv' }
 */
export function inLanguage(language: Language, swedish: string, english: string | null): Spoken {
  return language === 'en' && english ? { text: english, lang: 'en' } : { text: swedish, lang: 'sv' }
}
