type Placed = { readonly id: string; readonly parentId: string | null }

/** A theme and all that lies under it, in the order given. A circle, which the codebook refuses, ends. */
export function themesUnder(themes: readonly Placed[], top: string): string[] {
  const under = new Set([top])
  for (let before = 0; before !== under.size; ) {
    before = under.size
    for (const { id, parentId } of themes) if (parentId !== null && under.has(parentId)) under.add(id)
  }
  return themes.filter(({ id }) => under.has(id)).map(({ id }) => id)
}

type Named = Placed & { readonly name: string; readonly dimension: string; readonly isCodable: boolean; readonly retiredAt: string | null }

/** The themes that can be coded, under the heading they are found by: what they are a part of, else their dimension. */
export function themesByHeading(themes: readonly Named[]): { heading: string; themes: { id: string; name: string }[] }[] {
  const names = new Map(themes.map(({ id, name }) => [id, name]))
  const parents = new Set(themes.flatMap(({ parentId }) => parentId ?? []))
  const headingOf = ({ id, name, parentId, dimension }: Named) => (parentId ? (names.get(parentId) ?? dimension) : parents.has(id) ? name : dimension)
  const codable = themes.filter(({ isCodable, retiredAt }) => isCodable && retiredAt === null)
  return [...Map.groupBy(codable, headingOf)].map(([heading, those]) => ({ heading, themes: those.map(({ id, name }) => ({ id, name })) }))
}
