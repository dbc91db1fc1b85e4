/** The language that is kept with an answer: none where it is Swedish, or isn't said. @example keptLanguage('so') // => 'so' */
export function keptLanguage(language: string | undefined): string | null {
  return language === undefined || language === 'sv' ? null : language
}
