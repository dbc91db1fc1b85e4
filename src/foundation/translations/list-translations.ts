import type { Original } from '#kernel/content'
import type { OtherTongue } from '#kernel/languages'
import * as store from './store.server.ts'

/** A text that can be translated: what it is, whose, and its Swedish words. */
export type Place = Original & { readonly place: string; readonly kind: string; readonly what: string }
export type TranslationReading = Place & {
  readonly state: 'missing' | 'stale' | 'done'
  /** What holds; or, when the original has changed since, what held. */
  readonly translation: { readonly text: string; readonly original: string; readonly madeBy: 'person' | 'machine'; readonly by: string; readonly writtenAt: string } | undefined
}

/** How the texts stand in a language: done, missing, or stale because the original has changed since; one statement. */
export async function listTranslations(language: OtherTongue, places: readonly Place[]): Promise<TranslationReading[]> {
  const written = await store.listTexts(language)
  return places.map((place) => {
    const holds = written.find(({ original }) => original === place.text)
    if (holds || place.given?.[language]) return { ...place, state: 'done', translation: holds }
    const held = written.find((row) => row.place === place.place)
    return { ...place, state: held ? 'stale' : 'missing', translation: held }
  })
}
