type Code<Stance> = { readonly themeId: string; readonly stance: Stance | null }

/**
 * What was read, said with the themes of today: one code a theme. Where two have become one it keeps the stance that was said; two that speak against each
 * other say none.
 *
 * @example
 * codesNow([{ themeId: 'tåg', stance: 'want' }, { themeId: 'buss', stance: null }], new Map([['tåg', 'buss']])) // => [{ themeId: 'buss', stance: 'want' }]
 */
export function codesNow<Stance extends string>(codes: readonly Code<Stance>[], now: ReadonlyMap<string, string>): Code<Stance>[] {
  return [...Map.groupBy(codes, ({ themeId }) => now.get(themeId) ?? themeId)].map(([themeId, same]) => {
    const said = [...new Set(same.flatMap(({ stance }) => (stance === null ? [] : [stance])))]
    return { themeId, stance: said.length === 1 ? (said[0] ?? null) : null }
  })
}
