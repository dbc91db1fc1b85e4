import { createTheme, freezeMatrix, storeCodings } from '#analysis'
import { noonOf } from '#http/clock'
import { day } from '#kernel/day'
import { storeReviews } from '#participation'
import { maskPersonalData } from '#text'
import type { Cast } from './cast.ts'
import { grantedOf } from './granted.ts'
import type { CodebookEntry } from './sentences.ts'
import { transactionOf } from './transaction-of.ts'
import type { ToldStatement } from './voices.ts'

/** The analysis: a codebook, two coders who read most of it, texts that may be shown, and the frozen matrix. Answers with the themes' ids. */
export async function analyse(cast: Cast, processId: string, codebook: readonly CodebookEntry[], told: readonly ToldStatement[]): Promise<Record<string, string>> {
  const start = noonOf(day('2021-02-01'))
  const themeIds: Record<string, string> = {}
  for (const { key, ...theme } of codebook) themeIds[key] = (await grantedOf(createTheme(cast.analyst, { ...theme, slug: key, processId }, start))).id
  const readings = told.flatMap(({ statementId, sentence }, index) =>
    readAs(sentence.themes, index).map(({ theme, stance }) => ({
      statementId,
      themeId: themeIds[theme] ?? '',
      stance,
      codedBy: index % 2 === 0 ? cast.analyst.person : cast.coder.person,
      codedAt: noonOf(day('2021-03-15')).at,
    })),
  )
  await transactionOf(() => storeCodings(readings))
  const reviewed = noonOf(day('2021-03-29'))
  await transactionOf(() =>
    storeReviews(
      told
        // Two of three texts have been read for showing; what is beside the question waits.
        .filter(({ sentence }, index) => index % 3 !== 2 && !sentence.flags.includes('beside'))
        .map(({ statementId, sentence }) => {
          const masked = maskPersonalData(sentence.text)
          const withheld = sentence.flags.includes('personal-data') && masked.masked.length === 0
          return {
            statementId,
            verdict: withheld ? ('withheld' as const) : ('may-be-shown' as const),
            maskedText: masked.masked.length > 0 ? masked.text : null,
            cause: withheld || masked.masked.length > 0 ? ('personal-data' as const) : null,
            reason: null,
            reviewedBy: cast.analyst.person,
            reviewedAt: reviewed.at,
          }
        }),
    ),
  )
  await grantedOf(freezeMatrix(cast.analyst, { processId }, noonOf(day('2021-04-01'))))
  return themeIds
}

/**
 * How the two coders read a sentence: as it was meant, but for one in twelve that nobody came to, and one in thirty where the
 * coder saw only the first of its themes.
 */
function readAs<Theme>(meant: readonly Theme[], index: number): readonly Theme[] {
  if (index % 12 === 7) return []
  return index % 30 === 11 ? meant.slice(0, 1) : meant
}
