import { readDocument } from '#documents'
import type { Day } from '#kernel/day'
import type { Row } from './rules/public-matrix.ts'
import type { Hanging } from './rules/what-it-hangs-on.ts'
import * as store from './store.server.ts'
import type { Mark } from './weak-words.ts'

export type SnapshotReading = {
  readonly number: number
  readonly frozenAt: string
  readonly sha256: string
  readonly documentId: string
  readonly groups: readonly {
    readonly key: string
    readonly name: string
    readonly unit: 'persons' | 'notes'
    readonly census: boolean
    readonly responses: number
    readonly persons: number
    /** The day up to which it was counted, where those who had come later waited. */
    readonly until?: Day
  }[]
  /** What was frozen before parts were read has none. */
  readonly parts?: readonly { readonly key: string; readonly name: string; readonly of: 'age' | 'place'; readonly group: string }[]
  /**
   * Under the theme of today, and with the one that it was frozen as: after a merge two rows have the same theme. One that two coders read unlike is marked;
   * what was frozen before that was measured is not.
   */
  readonly rows: readonly (Row & Mark & { readonly frozenAs: string })[]
  /** What was said of the workplace, read by itself; of the themes that somebody speaks of. */
  readonly workplaceRows?: readonly Row[]
  readonly hanging?: readonly Hanging[]
  readonly statements: number
  readonly coded: number
  readonly setAside: number
}

/** The last analysis that was frozen at or before an instant, each row under the theme that its own has become since; three statements. */
export async function readSnapshot(processId: string, until: string): Promise<SnapshotReading | undefined> {
  const snapshot = await store.lastSnapshot(processId, until)
  const document = snapshot && (await readDocument(snapshot.documentId))
  if (!document) return undefined
  const { basis: _, ...frozen } = document.content.data as Omit<SnapshotReading, 'frozenAt' | 'sha256' | 'documentId'> & { basis?: unknown }
  const now = await store.listThemesNow(frozen.rows.map(({ theme }) => theme))
  return {
    ...frozen,
    rows: frozen.rows.map((row) => ({ ...row, theme: now.get(row.theme) ?? row.theme, frozenAs: row.theme })),
    frozenAt: snapshot.frozenAt,
    sha256: document.sha256,
    documentId: document.id,
  }
}
