export type Language = 'sv' | 'en'

import type { Content } from '#kernel/content'
import type { Tongue } from '#kernel/languages'

/** A text and the language it is written in, for the page to say so. */
export type Spoken = { readonly text: string; readonly lang: Tongue }

/**
 * A text in the reader's language where there is one, else in Swedish, and which it is. A translation that was put in goes before the text's own English.
 *
 * @example
 * inLanguage('en', 'Din framtid', null) // => { text: 'Din framtid', lang: 'sv' }
 */
export function inLanguage(language: Language, swedish: string, english: string | null, content?: Content): Spoken {
  const translated = content && Object.hasOwn(content.texts, swedish) ? content.texts[swedish] : undefined
  if (content && translated !== undefined) return { text: translated, lang: content.language }
  return language === 'en' && english ? { text: english, lang: 'en' } : { text: swedish, lang: 'sv' }
}

/** The language of our own words for somebody who reads what people wrote in another: they are in Swedish and English. */
export function wordsIn(tongue: Tongue): Language {
  return tongue === 'en' ? 'en' : 'sv'
}
