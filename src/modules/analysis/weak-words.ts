import { catalogue, type Language } from '#ui/catalogue'
import type { Apart, Tested } from './rules/tested-as.ts'

/** What a theme has with it wherever it is used: whether two read it unlike or it could not be reckoned, and whether it was tested as something else than it is now. */
export type Mark = { readonly isWeak?: boolean; readonly isUnreckoned?: boolean; readonly apart?: { readonly as: Apart['as']; readonly tests: number } }

const weakWords = catalogue({
  sv: {
    short: 'läses olika av två kodare',
    sentence: 'Två kodare läste temat olika. Läs siffrorna med försiktighet',
    unreckoned: 'gick inte att pröva med två kodare',
    unreckonedSentence: 'Det gick inte att räkna ut hur lika två kodare läste temat. Läs siffrorna med försiktighet',
    merged: (tests: number) => (tests === 1 ? 'prövat före sammanslagningen, inte sedan dess' : `prövat som ${tests === 2 ? 'två' : tests} teman före sammanslagningen`),
    parted: 'prövat ihop med ett annat tema, inte sedan de skildes åt',
  },
  en: {
    short: 'read differently by two coders',
    sentence: 'Two coders read the theme differently. Read the numbers with care',
    unreckoned: 'could not be tested by two coders',
    unreckonedSentence: 'How alike two coders read the theme could not be reckoned. Read the numbers with care',
    merged: (tests: number) => (tests === 1 ? 'tested before it was merged, not since' : `tested as ${tests === 2 ? 'two' : tests} themes before they were merged`),
    parted: 'tested together with another theme, not since they were parted',
  },
})

export function markOf(tested: Tested | undefined): Mark & { readonly isWeak: boolean } {
  const { isWeak = false, isUnreckoned, apart } = tested ?? {}
  return { isWeak, ...(isUnreckoned && { isUnreckoned }), ...(apart && { apart: { as: apart.as, tests: apart.tests.length } }) }
}

/** As what a theme was tested when that is not what it is now. */
export function apartSaid({ apart }: Mark, language: Language = 'sv'): string | undefined {
  const word = weakWords(language)
  return apart && (apart.as === 'parted' ? word.parted : word.merged(apart.tests))
}

/** That a theme is read unlike, in a few words; nothing of one that is not. */
export function weakSaid(mark: Mark, language: Language = 'sv'): string | undefined {
  if (!mark.isWeak) return undefined
  const word = weakWords(language)
  return [mark.isUnreckoned ? word.unreckoned : word.short, apartSaid(mark, language)].filter(Boolean).join(', ')
}

/** The same in sentences, beside the numbers of the theme. */
export function weakSentence(mark: Mark, language: Language = 'sv'): string | undefined {
  if (!mark.isWeak) return undefined
  const [word, apart] = [weakWords(language), apartSaid(mark, language)]
  return `${mark.isUnreckoned ? word.unreckonedSentence : word.sentence}.${apart ? ` ${capital(apart)}.` : ''}`
}

/** The same, and of a theme that is not read unlike as what it was tested: for those who look after the codebook. */
export function testedSaid(mark: Mark): string | undefined {
  return weakSaid(mark) ?? apartSaid(mark)
}

/** The name of a theme with its mark, where a name is all that there is room for. */
export function markedName(name: string, mark: Mark): string {
  const said = weakSaid(mark)
  return said ? `${name} (${said})` : name
}

export function capital(said: string): string {
  return `${said.slice(0, 1).toUpperCase()}${said.slice(1)}`
}
