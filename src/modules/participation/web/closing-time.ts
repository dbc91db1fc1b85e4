import { formatDay } from '#ui/format'
import type { Language } from '../rules/in-language.ts'
import { words } from '../words.ts'
import type { SurveyView } from './survey-of.ts'

/** Until when one can answer, with the clock when it isn't midnight. */
export function closingTime({ closesOn, closesTime }: Pick<SurveyView, 'closesOn' | 'closesTime'>, language: Language): string {
  const word = words(language)
  const day = formatDay(closesOn, language)
  return closesTime === '24:00' ? `${word.until(day)}.` : `${word.untilClock(day, closesTime.replace(':', language === 'sv' ? '.' : ':'))}.`
}
