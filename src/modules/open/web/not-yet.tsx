import type { Release } from '#process'
import type { Language } from '#ui/catalogue'
import { Empty } from '#ui/empty'
import { expectedWhen } from '../expected-when.ts'

/** A place that has nothing to show yet, and when it will. */
export function NotYet({ title, release, language }: { title: string; release: Release | undefined; language: Language }) {
  return (
    <Empty title={title}>
      <p>{expectedWhen(release, language)}.</p>
    </Empty>
  )
}
