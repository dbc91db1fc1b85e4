import type { Release } from '#process'
import type { Language } from '#ui/catalogue'
import { Empty } from '#ui/empty'
import { formatDay } from '#ui/format'
import { words } from '../words.ts'

/** A place that has nothing to show yet, and when it will. */
export function NotYet({ title, release, language }: { title: string; release: Release | undefined; language: Language }) {
  const word = words(language)
  const when = release && !release.released && release.expectedOn ? word.comes(formatDay(release.expectedOn, language)) : word.later
  return (
    <Empty title={title}>
      <p>{when}.</p>
    </Empty>
  )
}
