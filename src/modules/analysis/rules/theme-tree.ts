import { dimensions } from './dimensions.ts'

export type Placed = { readonly id: string; readonly dimension: string; readonly parentId: string | null; readonly position: number }

/**
 * Themes in the order of the codebook, dimension by dimension, each directly before the parts of it, with how deep it lies.
 *
 * @example
 * const theme = { dimension: 'tema', position: 0, parentId: null }
 * themesInTree([{ ...theme, id: 'buss', parentId: 'resor' }, { ...theme, id: 'resor' }]).map(({ id, depth }) => [id, depth]) // => [['resor', 0], ['buss', 1]]
 */
export function themesInTree<Theme extends Placed>(themes: readonly Theme[]): (Theme & { readonly depth: number })[] {
  const known = new Set(themes.map(({ id }) => id))
  const parts = new Map<string | null, Theme[]>()
  for (const theme of [...themes].sort(inBook)) {
    // A part of something that is not here stands by itself.
    const under = theme.parentId !== null && known.has(theme.parentId) ? theme.parentId : null
    parts.set(under, [...(parts.get(under) ?? []), theme])
  }
  const walk = (under: string | null, depth: number): (Theme & { depth: number })[] =>
    (parts.get(under) ?? []).flatMap((theme) => [{ ...theme, depth }, ...walk(theme.id, depth + 1)])
  return walk(null, 0)
}

function inBook(one: Placed, other: Placed): number {
  const place = ({ dimension }: Placed) => {
    const at = dimensions.findIndex(({ key }) => key === dimension)
    return at < 0 ? dimensions.length : at
  }
  return place(one) - place(other) || one.dimension.localeCompare(other.dimension, 'sv') || one.position - other.position || one.id.localeCompare(other.id)
}

/**
 * A theme and everything under it.
 *
 * @example
 * withParts([{ id: 'resor', parentId: null }, { id: 'buss', parentId: 'resor' }, { id: 'skog', parentId: null }], 'resor') // => ['resor', 'buss']
 */
export function withParts(themes: readonly Pick<Placed, 'id' | 'parentId'>[], id: string): string[] {
  const found = [id]
  for (let at = 0; at < found.length; at++) for (const theme of themes) if (theme.parentId === found[at] && !found.includes(theme.id)) found.push(theme.id)
  return found
}

/**
 * The theme and all above it, the nearest first.
 *
 * @example
 * withHeadings([{ id: 'resor', parentId: null }, { id: 'buss', parentId: 'resor' }], 'buss') // => ['buss', 'resor']
 */
export function withHeadings(themes: readonly Pick<Placed, 'id' | 'parentId'>[], id: string): string[] {
  const found: string[] = []
  for (let at: string | null = id; at !== null && !found.includes(at); at = themes.find((theme) => theme.id === at)?.parentId ?? null) found.push(at)
  return found
}

type Named = Pick<Placed, 'id' | 'parentId'> & { readonly name: string; readonly dimension: string; readonly isCodable: boolean; readonly retiredAt: string | null }

/** The themes that can be coded, under the heading they are found by: what they are a part of, else their dimension. */
export function themesByHeading(themes: readonly Named[]): { heading: string; themes: { id: string; name: string }[] }[] {
  const names = new Map(themes.map(({ id, name }) => [id, name]))
  const parents = new Set(themes.flatMap(({ parentId }) => parentId ?? []))
  const headingOf = ({ id, name, parentId, dimension }: Named) => (parentId ? (names.get(parentId) ?? dimension) : parents.has(id) ? name : dimension)
  const codable = themes.filter(({ isCodable, retiredAt }) => isCodable && retiredAt === null)
  return [...Map.groupBy(codable, headingOf)].map(([heading, those]) => ({ heading, themes: those.map(({ id, name }) => ({ id, name })) }))
}
