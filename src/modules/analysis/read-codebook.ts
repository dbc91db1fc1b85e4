import { listDocuments } from '#documents'
import { readThemes, type ThemeReading } from './read-themes.ts'
import { themesInTree } from './rules/theme-tree.ts'
import * as store from './store.server.ts'

export type Codebook = {
  /** In the order of the book, with how deep each lies. */
  readonly themes: readonly (ThemeReading & { readonly depth: number })[]
  readonly retired: readonly ThemeReading[]
  readonly versions: readonly { readonly number: number; readonly note: string; readonly sha256: string; readonly frozenAt: string }[]
}

/** The codebook as it is used, what is no longer used, and its frozen versions; five statements. */
export async function readCodebook(processId: string): Promise<Codebook> {
  const all = await readThemes({ processId, alsoRetired: true })
  return {
    themes: themesInTree(all.filter(({ retiredAt }) => retiredAt === null)),
    retired: all.filter(({ retiredAt }) => retiredAt !== null),
    versions: await readVersions(processId),
  }
}

async function readVersions(processId: string) {
  const versions = await store.listCodebookVersions(processId)
  const hashes = new Map((await listDocuments(versions.map(({ documentId }) => documentId))).map(({ id, sha256 }) => [id, sha256]))
  return versions.map(({ number, note, documentId, frozenAt }) => ({ number, note, frozenAt, sha256: hashes.get(documentId) ?? '' }))
}
