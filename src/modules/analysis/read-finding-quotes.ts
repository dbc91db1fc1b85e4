import { readShownQuotes } from '#participation'
import { readVoicesOfThemes } from './read-codings.ts'
import type { MatrixReading } from './read-matrix.ts'

type Shown = Pick<MatrixReading, 'rows' | 'groups'>

/**
 * Of the statements, those that are read as one of the themes and may stand in a finding: cleared by a person, and of a group whose word on that theme is shown.
 * A quote of a hidden cell would tell what the cell keeps back. Without statements, all that are read as the themes. Three statements.
 */
export async function readFindingQuotes({ rows, groups }: Shown, themeIds: readonly string[], statementIds?: readonly string[]) {
  const themesOf = Map.groupBy(await readVoicesOfThemes(themeIds), ({ statementId }) => statementId)
  const asked = (statementIds ?? [...themesOf.keys()]).filter((id) => themesOf.has(id))
  const keyOf = new Map(groups.map(({ key, name }) => [name, key]))
  const isShown = (theme: string, group: string) => rows.find((row) => row.theme === theme)?.cells.some((cell) => cell.group === keyOf.get(group) && cell.shown) ?? false
  return (await readShownQuotes(asked, asked.length)).filter(({ statementId, group }) => themesOf.get(statementId)?.some(({ themeId }) => isShown(themeId, group)))
}

/** Whether every one of the statements may stand in a finding on the figures. */
export async function mayBeQuoted(matrix: Shown, figures: readonly { readonly themeId: string }[], statementIds: readonly string[]): Promise<boolean> {
  const wished = [...new Set(statementIds)]
  if (wished.length === 0) return true
  const themeIds = figures.map(({ themeId }) => themeId)
  return (await readFindingQuotes(matrix, [...new Set(themeIds)], wished)).length === wished.length
}
