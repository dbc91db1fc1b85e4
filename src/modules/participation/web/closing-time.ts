import { dayOf } from '#http/clock'
import type { Day } from '#kernel/day'
import { instantInSweden } from '#kernel/wall-clock'
import { formatDay, formatDays, formatInstant } from '#ui/format'
import type { DialogueState } from '../rules/dialogue-course.ts'
import type { Language } from '../rules/in-language.ts'
import { words } from '../words.ts'

type Times = { readonly opensOn: Day; readonly opensTime: string; readonly closesOn: Day; readonly closesTime: string; readonly closedAt: string | null }

/** Until when one can answer. The clock is said at midnight too: a day alone has been read as its beginning. */
export function closingTime({ closesOn, closesTime }: Pick<Times, 'closesOn' | 'closesTime'>, language: Language): string {
  return `${words(language).until(dayAndClock(closesOn, closesTime, language))}.`
}

/** @example dayAndClock(day('2020-11-29'), '24:00', 'sv') // => '29 november 2020 klockan 24.00' */
export function dayAndClock(day: Day, clock: string, language: Language = 'sv'): string {
  return words(language).atClock(formatDay(day, language), clock.replace(':', language === 'sv' ? '.' : ':'))
}

/** When it opens, or when it was open and closed: early, and perhaps before it had opened. */
export function whenOpen(survey: Times & { readonly state: DialogueState }, language: Language): string {
  const word = words(language)
  if (survey.state === 'waiting') return word.waiting(dayAndClock(survey.opensOn, survey.opensTime, language))
  const [days, closed] = [daysOpen(survey, language), closedOn(survey, language)]
  return days ? word.closed(days, closed) : word.neverOpened(closed)
}

/** From which day to which it was open: one that was closed early, to the day of that; one that was closed before it opened, on no day. */
export function daysOpen({ opensOn, opensTime, closesOn, closedAt }: Times, language: Language = 'sv'): string | undefined {
  if (closedAt && closedAt < instantInSweden(opensOn, opensTime)) return undefined
  return formatDays(opensOn, closedAt ? dayOf(closedAt) : closesOn, language)
}

/** When it closed, with the clock. */
export function closedOn({ closesOn, closesTime, closedAt }: Times, language: Language = 'sv'): string {
  if (!closedAt) return dayAndClock(closesOn, closesTime, language)
  const [day, clock] = [formatDay(dayOf(closedAt), language), formatInstant(closedAt, language).split(' ').at(-1) ?? '']
  return words(language).atClock(day, clock.replace(':', language === 'sv' ? '.' : ':'))
}
