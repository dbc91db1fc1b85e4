import { readSpan } from './age-span.ts'
import { isEverybody, readCount, readName, readSex, type TableProblem, type WrittenCell } from './population-rows.ts'

/** How many have a relation to the municipality, as the table says it; `null` is everybody who has any. One person may have several: they are never summed. */
export type RelationCount = { readonly relation: string | null; readonly count: number }
type Written = WrittenCell & { readonly relation: string }

/** The lines of a table that are of a relation, and the others. A relation with a place, an age or a sex is refused: it overlaps, and is never crossed. */
export function readRelations(written: readonly Written[]) {
  const problems: TableProblem[] = []
  const relations: RelationCount[] = []
  const others: WrittenCell[] = []
  const seen = new Set<string>()
  for (const row of written) {
    const isOfAll = isEverybody(row.place.trim()) && readSpan(row.age) === 'all' && readSex(row.sex) === null
    const isTotal = isEverybody(row.relation.trim())
    if (row.relation.trim() === '' || (isTotal && !isOfAll)) others.push(row)
    else if (!isOfAll) problems.push({ at: row.at, problem: 'relation-crossed', text: row.relation.trim().slice(0, 40) })
    else {
      const [name, count] = [readName(row.relation), readCount(row.count)]
      const relation = isTotal ? '' : typeof name === 'string' ? name : ''
      if (typeof name === 'object') problems.push({ at: row.at, ...name })
      else if (typeof count === 'object') problems.push({ at: row.at, ...count })
      else if (seen.has(relation.toLowerCase())) problems.push({ at: row.at, problem: 'twice', text: name })
      else relations.push({ relation: relation || null, count })
      seen.add(relation.toLowerCase())
    }
  }
  return { relations, others, problems }
}
