import type { Language } from './catalogue.tsx'

const locales = { sv: 'sv-SE', en: 'en-GB' } as const

/** @example formatDay('2021-06-14', 'sv') // => '14 juni 2021' */
export function formatDay(day: string, language: Language = 'sv'): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`))
}

/** @example formatDays('2020-10-05', '2020-11-29', 'sv') // => '5 oktober–29 november 2020' */
export function formatDays(from: string, to: string, language: Language = 'sv'): string {
  if (from === to) return formatDay(from, language)
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' })
  return format.formatRange(new Date(`${from}T12:00:00Z`), new Date(`${to}T12:00:00Z`)).replaceAll(' – ', '–')
}

/** @example formatNumber(9060, 0, 'sv') // => '9 060' (with a no-break space) */
export function formatNumber(value: number, decimals = 0, language: Language = 'sv'): string {
  return new Intl.NumberFormat(locales[language], { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value)
}

/** A share in whole percent. @example formatShare(0.626, 'sv') // => '63 %' */
export function formatShare(share: number, language: Language = 'sv'): string {
  return new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 0 }).format(share)
}

/** An instant as a Swedish day and time. @example formatInstant('2021-06-14T10:00:00Z') // => '14 juni 2021 12:00' */
export function formatInstant(at: string, language: Language = 'sv'): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Stockholm' }).format(new Date(at)).replace(' kl. ', ' ')
}

/** Counts with the right form of the noun. @example formatCount(1, 'röst', 'röster') // => '1 röst' */
export function formatCount(count: number, one: string, many: string, language: Language = 'sv'): string {
  return `${formatNumber(count, 0, language)} ${count === 1 ? one : many}`
}
