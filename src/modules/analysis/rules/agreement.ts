import { type Alpha, krippendorffAlpha, krippendorffAlphaOfSets } from '#statistics'

export type Reading = {
  readonly statementId: string
  readonly coderId: string
  readonly isNoise: boolean
  readonly codes: readonly { readonly themeId: string; readonly stance: string | null }[]
}
export type Agreement = {
  /** Statements that both have read. */
  readonly both: number
  readonly overall: Alpha
  /** Themes that at least one of them has used; `used` counts the readings that have it. */
  readonly themes: readonly { readonly themeId: string; readonly used: number; readonly alpha: Alpha }[]
  /** Statements that the two read otherwise than each other, themes or stances. */
  readonly differing: readonly string[]
  readonly alike: readonly string[]
}

/**
 * How far two coders read alike: Krippendorff's alpha over all themes of a statement at once (MASI), and for each theme by itself (there or not), with
 * intervals by bootstrap. Only what both have read is counted; that something is noise is a reading of its own.
 *
 * @example
 * const read = (statementId, coderId, ...themes) => ({ statementId, coderId, isNoise: false, codes: themes.map((themeId) => ({ themeId, stance: null })) })
 * const { overall, differing } = agreementOf([read('1', 'a', 'buss'), read('1', 'b', 'buss'), read('2', 'a', 'skog'), read('2', 'b', 'buss', 'skog')], { draws: 0 })
 * differing // => ['2']
 */
export function agreementOf(readings: readonly Reading[], { draws = 1000 }: { draws?: number } = {}): Agreement {
  const pairs = pairsOf(readings)
  const used = new Map<string, number>()
  for (const [, both] of pairs) for (const { codes } of both) for (const { themeId } of codes) used.set(themeId, (used.get(themeId) ?? 0) + 1)
  const themesOf = ({ isNoise, codes }: Reading) => (isNoise ? ['brus'] : codes.map(({ themeId }) => themeId))
  const units = pairs.map(([, both]) => both.map(themesOf))
  return {
    both: pairs.length,
    overall: krippendorffAlphaOfSets(units, { draws }),
    themes: [...used]
      .map(([themeId, times]) => ({
        themeId,
        used: times,
        alpha: krippendorffAlpha(
          units.map((unit) => unit.map((themes) => (themes.includes(themeId) ? 1 : 0))),
          'nominal',
          { draws },
        ),
      }))
      .sort((one, other) => other.used - one.used || (one.themeId < other.themeId ? -1 : 1)),
    ...likenessOf(readings),
  }
}

/** Which statements two read otherwise than each other, and which alike, without the alphas. */
export function likenessOf(readings: readonly Reading[]): Pick<Agreement, 'differing' | 'alike'> {
  const differs = ([, both]: [string, readonly Reading[]]) => new Set(both.map(keyOf)).size > 1
  const [differing = [], alike = []] = [true, false].map((wanted) => pairsOf(readings).filter((pair) => differs(pair) === wanted))
  return { differing: differing.map(([statementId]) => statementId), alike: alike.map(([statementId]) => statementId) }
}

function pairsOf(readings: readonly Reading[]): [string, readonly Reading[]][] {
  return [...Map.groupBy(readings, ({ statementId }) => statementId)].filter(([, both]) => both.length === 2).sort(([one], [other]) => (one < other ? -1 : 1))
}

function keyOf({ isNoise, codes }: Reading): string {
  return isNoise ? 'brus' : JSON.stringify(codes.map(({ themeId, stance }) => `${themeId} ${stance}`).sort())
}
