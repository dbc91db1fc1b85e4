import { withParts } from './theme-tree.ts'

type Known = { readonly id: string; readonly dimension: string; readonly parentId: string | null; readonly retiredAt: string | null }

/**
 * What stands in the way of a theme being put in a place of the book: a part has the dimension of what it is a part of, nothing is a part of itself,
 * and nothing is put under what is no longer in use. Undefined when nothing does.
 *
 * @example
 * const theme = { dimension: 'tema', parentId: null, retiredAt: null }
 * placeProblem([{ ...theme, id: 'resor' }, { ...theme, id: 'buss', parentId: 'resor' }], { dimension: 'tema', parentId: 'buss' }, 'resor') // => 'under-itself'
 */
export function placeProblem(
  book: readonly Known[],
  place: { readonly dimension: string; readonly parentId: string | null },
  moved?: string,
): 'not-found' | 'other-dimension' | 'under-itself' | undefined {
  if (place.parentId === null) return undefined
  const parent = book.find(({ id }) => id === place.parentId)
  if (!parent || parent.retiredAt !== null) return 'not-found'
  if (moved !== undefined && withParts(book, moved).includes(parent.id)) return 'under-itself'
  return parent.dimension === place.dimension ? undefined : 'other-dimension'
}
