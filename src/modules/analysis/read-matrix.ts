import type { Moment } from '#kernel/moment'
import { type PartsReading, readGroups, readParts, readVoices, type VoicesReading } from '#participation'
import { readAgreement } from './read-agreement.ts'
import { type Counted, countStances } from './rules/count-stances.ts'
import { type Part, publicMatrix, type Row, type Theme, type Voices } from './rules/public-matrix.ts'
import { themesInTree } from './rules/theme-tree.ts'
import * as store from './store.server.ts'

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
  readonly rows: readonly (Row & { readonly isWeak: boolean })[]
  readonly counted: readonly Counted[]
  readonly statements: number
  readonly coded: number
  readonly setAside: number
}
export type MatrixWish = { readonly axis?: 'place' | 'workplace'; readonly voices?: Voices }

/** The matrix of what was asked of the place, or of the workplace, as the codings stand now; thirteen statements at most, whatever the number of voices. */
export async function readMatrix(processId: string, now: Moment, { axis = 'place', voices = 'groups' }: MatrixWish = {}): Promise<MatrixReading> {
  const [groups, said, choices, book] = [await readGroups(processId), await readVoices(processId), await readParts(processId, now), await store.listThemeRows({ processId })]
  const themes = themesInTree(book)
  const codings = await store.listCodingsToCount(processId)
  const parts = partsOf(
    groups,
    choices,
    said.filter((voices) => voices.axis === axis),
  )
  const known = new Set(parts.map(({ id }) => id))
  const units = said.flatMap(({ axis: asked, groupId, persons, age, place, statements }) => {
    if (asked !== axis) return []
    const own = [groupId, partIn('age', age), partIn('place', place)].filter((column) => column !== undefined)
    return statements.map(([statementId, responseId]) => ({ statementId, responseId, persons, columns: own }))
    function partIn(of: 'age' | 'place', value: string | null): string | undefined {
      return [`${groupId} ${of} ${value}`, `${groupId} ${of} `].find((id) => known.has(id))
    }
  })
  const columns = [...groups, ...parts].map(({ id }) => id)
  const counted = countStances(columns, themes, units, codings)
  const agreement = await readAgreement(processId)
  const aside = new Set((await store.listSetAside()).map(({ statementId }) => statementId))
  return {
    ...{ groups, parts, themes, counted },
    rows: publicMatrix(groups, themes, counted, parts, voices).map((row) => ({ ...row, isWeak: agreement.get(row.theme)?.isWeak === true })),
    statements: said.reduce((sum, { statements }) => sum + statements.length, 0),
    coded: new Set(codings.map(({ statementId }) => statementId)).size,
    setAside: aside.size === 0 ? 0 : said.reduce((sum, { statements }) => sum + statements.filter(([statementId]) => aside.has(statementId)).length, 0),
  }
}

/**
 * A part for each choice, and one for those of whom it is not known. Of a group that was asked in full, of notes, and where nobody that is counted has said it
 * there are no parts.
 */
function partsOf(groups: MatrixReading['groups'], choices: readonly PartsReading[], said: readonly VoicesReading[]): Part[] {
  return choices.flatMap(({ groupId, of, levels }) => {
    const group = groups.find(({ id }) => id === groupId)
    const isSaid = said.some((voices) => voices.groupId === groupId && levels.some(({ key }) => key === voices[of]))
    if (!group || group.census || group.unit === 'notes' || !isSaid) return []
    const unknown = { key: '', label: of === 'age' ? 'Okänd ålder' : 'Okänd plats' }
    return [...levels, unknown].map(({ key, label }) => ({ id: `${groupId} ${of} ${key}`, key: `${group.key} ${of} ${key}`, name: label, groupId, of }))
  })
}
