import type { Release } from '#process'
import type { Language } from '#ui/catalogue'
import { formatDay } from '#ui/format'
import { words } from './words.ts'

/** When something that is not published yet comes, or that it is late. */
export function expectedWhen(release: Release | undefined, language: Language): string {
  const word = words(language)
  if (!release || release.released || !release.expectedOn) return word.later
  return (release.overdue ? word.late : word.comes)(formatDay(release.expectedOn, language))
}
