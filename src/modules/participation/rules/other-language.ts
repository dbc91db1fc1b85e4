import { guessLanguage, tokenise } from '#text'

// Under so many words a guess is worth little.
const wordsToGuess = 5

/**
 * The language of a text that isn't Swedish: as its words tell where they are enough, else the one that the survey was answered in. Nothing for Swedish.
 *
 * @example
 * otherLanguageOf('We need better roads and a school', null) // => 'en'
 * otherLanguageOf('Vi behöver bättre vägar och en skola', 'en') // => undefined
 * otherLanguageOf('More buses', 'en') // => 'en'
 */
export function otherLanguageOf(text: string, answeredIn: string | null): string | undefined {
  const guess = tokenise(text.slice(0, 5_000)).length < wordsToGuess ? undefined : guessLanguage(text)
  const language = guess?.certainty === 'likely' ? guess.language : (answeredIn ?? 'sv')
  return language.startsWith('sv') ? undefined : language
}

const names = new Intl.DisplayNames('sv', { type: 'language' })

/**
 * What a language is called in Swedish.
 *
 * @example
 * languageName('so') // => 'somaliska'
 */
export function languageName(tag: string): string {
  return names.of(tag) ?? tag
}
