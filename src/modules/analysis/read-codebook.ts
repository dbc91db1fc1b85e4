import { listDocuments } from '#documents'
import { readMarks } from './read-agreement.ts'
import { readThemes, type ThemeReading } from './read-themes.ts'
import { themesInTree } from './rules/theme-tree.ts'
import * as store from './store.server.ts'
import { type Mark, testedSaid } from './weak-words.ts'

export type Codebook = {
  /** In the order of the book, with how deep each lies and how far two have read it alike. */
  readonly themes: readonly (ThemeReading & Mark & { readonly depth: number })[]
  readonly retired: readonly (ThemeReading & Mark)[]
  readonly versions: readonly { readonly number: number; readonly note: string; readonly sha256: string; readonly frozenAt: string }[]
}

/** The codebook as it is used, what is no longer used, and its frozen versions; eight statements. */
export async function readCodebook(processId: string): Promise<Codebook> {
  const [all, marks] = [await readThemes({ processId, alsoRetired: true }), await readMarks(processId)]
  return {
    themes: themesInTree(all.filter(({ retiredAt }) => retiredAt === null)).map((theme) => ({ ...theme, ...marks.get(theme.id) })),
    retired: all.filter(({ retiredAt }) => retiredAt !== null),
    versions: await readVersions(processId),
  }
}

/** The themes in use with what is said of how two read each, as files have them; four statements. */
export async function listTestedThemes(processId: string) {
  const [themes, marks] = [await store.listThemeRows({ processId }), await readMarks(processId)]
  return themes.map((theme) => ({ ...theme, tested: testedSaid(marks.get(theme.id) ?? {}) }))
}

async function readVersions(processId: string) {
  const versions = await store.listCodebookVersions(processId)
  const hashes = new Map((await listDocuments(versions.map(({ documentId }) => documentId))).map(({ id, sha256 }) => [id, sha256]))
  return versions.map(({ number, note, documentId, frozenAt }) => ({ number, note, frozenAt, sha256: hashes.get(documentId) ?? '' }))
}
