import { readGroups, readUnits } from '#participation'
import { type Counted, countStances } from './rules/count-stances.ts'
import { publicMatrix, type Row } from './rules/public-matrix.ts'
import * as store from './store.server.ts'

export type MatrixReading = {
  readonly groups: readonly {
    readonly id: string
    readonly key: string
    readonly name: string
    readonly unit: 'persons' | 'notes'
    readonly census: boolean
    readonly responses: number
    readonly persons: number
  }[]
  readonly rows: readonly Row[]
  readonly counted: readonly Counted[]
  readonly statements: number
  readonly coded: number
  readonly setAside: number
}

/** The matrix as the codings stand now; five statements, whatever the number of voices. */
export async function readMatrix(processId: string): Promise<MatrixReading> {
  const [groups, units, themes] = [await readGroups(processId), await readUnits(processId), await store.listThemeRows({ processId })]
  const codings = await store.listCodingsOfThemes(themes.map(({ id }) => id))
  const counted = countStances(
    groups.map(({ id }) => id),
    themes.map(({ id }) => id),
    units,
    codings,
  )
  const aside = await store.listSetAside()
  const known = new Set(units.map(({ statementId }) => statementId))
  return {
    groups,
    counted,
    rows: publicMatrix(groups, themes, counted),
    statements: units.length,
    coded: new Set(codings.map(({ statementId }) => statementId)).size,
    setAside: aside.filter(({ statementId }) => known.has(statementId)).length,
  }
}
