import type { Moment } from '#kernel/moment'
import { readPeople } from '#people'
import { hostOf } from './rules/web-address.ts'
import * as store from './store.server.ts'

export type OutsideReading = Awaited<ReturnType<typeof readOutside>>[number]

/** What is known from outside, as it reads now and each version before, the latest source first; five statements. */
export async function readOutside(processId: string, now: Moment) {
  const sources = await store.listOutsideSources(processId)
  const ids = sources.map(({ id }) => id)
  const [versions, ties, people] = [await store.listOutsideVersions(ids), await store.listOutsideThemes(ids), await readPeople(now.day)]
  const themes = await store.listThemeRows({ ids: [...new Set(ties.map(({ themeId }) => themeId))] })
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? 'Någon'
  return sources
    .flatMap((source) => {
      const [latest, ...earlier] = versions
        .filter(({ sourceId }) => sourceId === source.id)
        .map((version) => ({ ...version, host: version.address && (hostOf(version.address) ?? null), by: nameOf(version.writtenBy) }))
      if (!latest) return []
      const tied = ties.filter(({ sourceId, revision }) => sourceId === source.id && revision === latest.revision).map(({ themeId }) => themeId)
      const withdrawn = source.withdrawnAt && { at: source.withdrawnAt, by: nameOf(source.withdrawnBy), why: source.withdrawnWhy ?? '' }
      return [{ ...latest, id: source.id, withdrawn, earlier, themes: themes.filter(({ id }) => tied.includes(id)).map(({ id, name, slug }) => ({ id, name, slug })) }]
    })
    .sort((one, other) => (one.datedOn < other.datedOn ? 1 : -1))
}
