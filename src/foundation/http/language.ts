import type { Language } from './visit.ts'

export const languageCookie = 'sprak'

/** The reader's language: what they chose (cookie), else Swedish. The browser's wish is not used, so that an address shows everyone the same page first. */
export function languageOf(headers: Headers): Language {
  const chosen = /(?:^|;\s*)sprak=(sv|en)(?:;|$)/.exec(headers.get('cookie') ?? '')?.[1]
  return chosen === 'en' ? 'en' : 'sv'
}
