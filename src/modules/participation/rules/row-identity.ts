import { fold } from './answer-columns.ts'

/**
 * What each row of a file says, all of it, whatever order its columns have, with how many times the same has been said above it: a newer file of the
 * same answers has the same rows, and two who answer alike are two.
 */
export function rowIdentities(names: readonly string[], rows: readonly { readonly cells: readonly string[] }[]): string[] {
  const times = new Map<string, number>()
  const called = names.map(fold)
  return rows.map(({ cells }) => {
    const said = JSON.stringify(
      cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [[called[at] ?? '', fold(cell)]])).sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0)),
    )
    const time = (times.get(said) ?? 0) + 1
    times.set(said, time)
    return `${said} ${time}`
  })
}
