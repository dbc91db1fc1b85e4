import { type Agreement, agreementOf, type Reading } from './rules/agreement.ts'
import { becomes, mergedAt } from './rules/tested-as.ts'
import * as store from './store.server.ts'

export type FrozenRound = {
  readonly drawn: number
  readonly both: number
  readonly differing: number
  readonly overall: BareAlpha
  readonly themes: readonly ({ readonly themeId: string; readonly used: number } & BareAlpha)[]
}
type BareAlpha = { readonly alpha: number | null; readonly low: number | null; readonly high: number | null }

/**
 * How far the two of a round that has ended read alike, counted again from their readings as they were written, and as the themes of these had been merged
 * when the round ended: it was counted in the one way or the other. Three statements.
 */
export async function recountRound({ id, processId, endedAt }: { id: string; processId: string; endedAt: string | null }): Promise<FrozenRound[]> {
  const [written, drawn] = [await store.listReadingsAsWritten(id), await store.listRoundStatements(id)]
  const merged = endedAt ? mergedAt(await store.listMerges(processId), Date.parse(endedAt)) : new Map<string, string>()
  return [(theme: string) => theme, (theme: string) => becomes(theme, merged)].map((follow) => ({ drawn: drawn.length, ...figuresOf(agreementOf(readingsOf(written, follow))) }))
}

function readingsOf(rows: Awaited<ReturnType<typeof store.listReadingsAsWritten>>, follow: (theme: string) => string): Reading[] {
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((codes) => {
    const [first] = codes
    const read = new Map(codes.flatMap(({ themeId, stance }) => (themeId === null ? [] : [[follow(themeId), stance] as const])))
    return first ? [{ ...first, codes: [...read].map(([themeId, stance]) => ({ themeId, stance })) }] : []
  })
}

function figuresOf({ both, differing, overall, themes }: Agreement): Omit<FrozenRound, 'drawn'> {
  return {
    ...{ both, differing: differing.length, overall: bare(overall) },
    themes: themes.map(({ themeId, used, alpha }) => ({ themeId, used, ...bare(alpha) })),
  }
}

function bare({ alpha, low, high }: { alpha: number | undefined; low: number | undefined; high: number | undefined }): BareAlpha {
  return { alpha: alpha ?? null, low: low ?? null, high: high ?? null }
}
