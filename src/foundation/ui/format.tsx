import { addDays, day, daysBetween } from '#kernel/day'
import type { Language } from './catalogue.tsx'
import { words } from './words.tsx'

const locales = { sv: 'sv-SE', en: 'en-GB' } as const
const narrowNoBreak = '\u202f'
const noBreak = '\u00a0'

/** @example formatDay('2021-06-14', 'sv') // => '14 juni 2021' */
export function formatDay(day: string, language: Language = 'sv'): string {
  return dates(language, { dateStyle: 'long', timeZone: 'UTC' }).format(noon(day))
}

/** @example formatDays('2020-10-05', '2020-11-29', 'sv') // => '5 oktober–29 november 2020' */
export function formatDays(from: string, to: string, language: Language = 'sv'): string {
  if (from === to) return formatDay(from, language)
  return dates(language, { dateStyle: 'long', timeZone: 'UTC' }).formatRange(noon(from), noon(to)).replaceAll(/\s–\s/g, '–')
}

/** An instant as a Swedish day and time. @example formatInstant('2021-06-14T10:00:00Z') // => '14 juni 2021 12:00' */
export function formatInstant(at: string, language: Language = 'sv'): string {
  return dates(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Stockholm' })
    .format(new Date(at))
    .replace(/ kl\. | at /, ' ')
}

/** Weeks by ISO 8601, as plans are spoken of. @example formatWeeks('2020-10-05', '2020-11-29', 'sv') // => 'vecka 41–48, 2020' */
export function formatWeeks(from: string, to: string, language: Language = 'sv'): string {
  const { week, weeks } = words(language)
  const [first, last] = [weekOf(from), weekOf(to)]
  if (first.year !== last.year) return `${week} ${first.week}, ${first.year}–${week} ${last.week}, ${last.year}`
  if (first.week === last.week) return `${week} ${first.week}, ${first.year}`
  return `${weeks} ${first.week}–${last.week}, ${first.year}`
}

/** A text as a sentence of its own before another. @example asSentence('Hur går det?') // => 'Hur går det?' */
export function asSentence(text: string): string {
  return /[.!?…؟።]$/.test(text) ? text : `${text}.`
}

/** Thousands apart by a thin space that doesn't break, decimals by a comma. @example formatNumber(9060.5, 1, 'sv') // => '9 060,5' */
export function formatNumber(value: number, decimals = 0, language: Language = 'sv'): string {
  return thin(numbers(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value))
}

/** How much it moved, always with a sign. @example formatChange(-0.4, 1, 'sv') // => '−0,4' */
export function formatChange(value: number, decimals = 0, language: Language = 'sv'): string {
  const format = numbers(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: 'exceptZero' })
  return thin(format.format(value)).replace('-', '−')
}

/** A share in whole percent. @example formatShare(0.626, 'sv') // => '63 %' */
export function formatShare(share: number, language: Language = 'sv'): string {
  return thin(numbers(language, { style: 'percent', maximumFractionDigits: 0 }).format(share)).replace(`${narrowNoBreak}%`, `${noBreak}%`)
}

/** Counts with the right form of the noun. @example formatCount(1, 'röst', 'röster') // => '1 röst' */
export function formatCount(count: number, one: string, many: string, language: Language = 'sv'): string {
  return `${formatNumber(count, 0, language)} ${count === 1 ? one : many}`
}

function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

function thin(written: string): string {
  return written.replaceAll(/[\u00a0\u202f ]/g, narrowNoBreak)
}

// A week belongs to the year its Thursday lies in.
function weekOf(date: string): { year: number; week: number } {
  const weekday = (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7
  const thursday = addDays(day(date), 3 - weekday)
  const year = Number(thursday.slice(0, 4))
  return { year, week: Math.floor(daysBetween(day(`${year}-01-01`), thursday) / 7) + 1 }
}

// Making a formatter costs a hundred times more than using it.
const made = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()

function dates(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(`d${language}${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locales[language], options))
}

function numbers(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(`n${language}${JSON.stringify(options)}`, () => new Intl.NumberFormat(locales[language], options))
}

function kept<Format extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => Format): Format {
  const format = (made.get(key) as Format | undefined) ?? make()
  made.set(key, format)
  return format
}
