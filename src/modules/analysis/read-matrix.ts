import type { Moment } from '#kernel/moment'
import { readGroups, readParts, readVoices } from '#participation'
import { readMarks } from './read-agreement.ts'
import { readVoicesUntil, type Until } from './read-voices-until.ts'
import { countCoded, countMatrix } from './rules/count-matrix.ts'
import type { Counted } from './rules/count-stances.ts'
import type { Part, Row, Theme, Voices } from './rules/public-matrix.ts'
import { themesInTree } from './rules/theme-tree.ts'
import * as store from './store.server.ts'
import type { Mark } from './weak-words.ts'

export type MatrixReading = {
  readonly groups: readonly {
    readonly id: string
    readonly key: string
    readonly name: string
    readonly unit: 'persons' | 'notes'
    readonly census: boolean
    readonly threshold: number
    readonly size: number | null
    readonly responses: number
    readonly persons: number
  }[]
  /** Those who answered alike of their age or place, in the order of the cells in a row's `parts`. */
  readonly parts: readonly Part[]
  readonly themes: readonly Theme[]
  /** In the order of the codebook; a theme that two coders read unlike is marked. */
  readonly rows: readonly (Row & Mark)[]
  readonly counted: readonly Counted[]
  /** Persons of each group who have said something, by its id. */
  readonly heard: ReadonlyMap<string, number>
  readonly statements: number
  readonly coded: number
  readonly setAside: number
}
/** With `until`, the groups in it are counted as they had answered on a day. */
export type MatrixWish = { readonly axis?: 'place' | 'workplace'; readonly voices?: Voices; readonly until?: Until }

/** The matrix of what was asked of the place, or of the workplace, as the codings stand now; thirteen statements at most, whatever the number of voices. */
export async function readMatrix(processId: string, now: Moment, { axis = 'place', voices = 'groups', until = new Map() }: MatrixWish = {}): Promise<MatrixReading> {
  const isHeld = until.size > 0
  const { groups, said } = isHeld ? await readVoicesUntil(processId, now.day, until) : { groups: await readGroups(processId, now.day), said: await readVoices(processId) }
  const [choices, book] = [await readParts(processId, now), await store.listThemeRows({ processId })]
  const themes = themesInTree(book)
  const codings = await store.listCodingsToCount(processId)
  const { parts, counted, rows, heard } = countMatrix({ groups, said, choices, themes, codings }, { axis, voices })
  const marks = await readMarks(processId)
  const aside = new Set((await store.listSetAside()).map(({ statementId }) => statementId))
  return {
    ...{ groups, parts, themes, counted, heard },
    rows: rows.map((row) => ({ ...row, isWeak: false, ...marks.get(row.theme) })),
    statements: said.reduce((sum, { statements }) => sum + statements.length, 0),
    coded: countCoded(said, codings),
    setAside: aside.size === 0 ? 0 : said.reduce((sum, { statements }) => sum + statements.filter(([statementId]) => aside.has(statementId)).length, 0),
  }
}
