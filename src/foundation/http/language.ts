import { isTongue, type Tongue } from '../kernel/languages.ts'
import type { Language } from './visit.ts'

export const languageCookie = 'sprak'

/** The reader's language: what they chose (cookie), else Swedish; our own words are in Swedish and English. The browser's wish is not used, so that an address shows everyone the same page first. */
export function languageOf(headers: Headers): Language {
  return chosenIn(headers) === 'en' ? 'en' : 'sv'
}

/** The language the reader wants what people wrote in, if the pages can be had in it now. */
export function tongueOf(headers: Headers, offered: readonly Tongue[]): Tongue {
  const chosen = chosenIn(headers)
  return chosen !== undefined && offered.includes(chosen) ? chosen : 'sv'
}

function chosenIn(headers: Headers): Tongue | undefined {
  const chosen = /(?:^|;\s*)sprak=([a-z-]+)(?:;|$)/.exec(headers.get('cookie') ?? '')?.[1]
  return isTongue(chosen) ? chosen : undefined
}
