import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { slugOf } from '#kernel/slug'
import { createTheme } from './create-theme.ts'
import type { FileCode } from './rules/exchange.ts'
import * as store from './store.server.ts'
import { type WeighedCode, weighCodes } from './weigh-codes.ts'

/** Adds the new ones of a file's codes to the codebook, each with its history, and answers with which theme each code is by now. */
export async function takeInCodes(processId: string, codes: readonly FileCode[], actor: Actor, now: Moment): Promise<{ added: number; themes: ReadonlyMap<string, WeighedCode> }> {
  const book = await store.lockCodebook(processId)
  const weighed = await weighCodes(processId, codes)
  const taken = await store.listTakenThemeIds(weighed.flatMap(({ code, outcome }) => (outcome === 'new' ? [code.guid] : [])))
  const slugs = new Set(book.map(({ slug }) => slug))
  const dimensions = new Map(book.map(({ id, dimension }) => [id, dimension]))
  const themes = new Map<string, WeighedCode>()
  let added = 0
  for (const one of weighed) {
    const { code } = one
    if (one.outcome !== 'new') {
      if (!themes.has(code.guid)) themes.set(code.guid, one)
      continue
    }
    const parentId = code.parent === null ? '' : (themes.get(code.parent)?.themeId ?? '')
    const dimension = dimensions.get(parentId) ?? code.dimension
    const { slug: asked, ...words } = code.words
    const slug = freeSlug(/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(asked) && asked.length <= 60 ? asked : slugOf(code.name) || 'tema', slugs)
    const id = taken.has(code.guid) ? undefined : code.guid
    const made = await createTheme(actor, { ...words, name: code.name, dimension, parentId, processId, slug, isCodable: code.isCodable, id }, now)
    if (!made.granted) throw new Error(`A code that was weighed as new was refused: ${made.refusal.refused}`)
    dimensions.set(made.value.id, dimension)
    themes.set(code.guid, { ...one, themeId: made.value.id })
    added += 1
  }
  return { added, themes }
}

function freeSlug(wish: string, taken: Set<string>): string {
  let slug = wish
  for (let number = 2; taken.has(slug); number++) slug = `${wish.slice(0, 55)}-${number}`
  taken.add(slug)
  return slug
}
