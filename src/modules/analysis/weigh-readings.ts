import { readStatementsByIds } from '#participation'
import { codingSays, type Exchange, type FileReading, type Rejected } from './rules/exchange.ts'
import * as store from './store.server.ts'
import type { WeighedCode } from './weigh-codes.ts'

type Coding = Pick<FileReading, 'statementId' | 'stance' | 'suggestion'> & { readonly themeId: string; readonly spanFrom: number | null; readonly spanTo: number | null }
export type WeighedStatement = { readonly statementId: string; readonly codings: readonly Coding[]; readonly endedIds: readonly string[] }
export type WeighedReadings = { readonly changed: readonly WeighedStatement[]; readonly unchanged: number; readonly rejected: readonly Rejected[] }

const mostOnOne = 50

/**
 * What the readings of a file would change: statements with what they would be read as instead of what they are, those that are read so already, and what
 * can't be held. A statement of which anything can't be held is left whole, for half a reading is another. Four statements.
 */
export async function weighReadings(processId: string, { readings, rejected }: Exchange, codes: ReadonlyMap<string, WeighedCode>): Promise<WeighedReadings> {
  const half = new Set(rejected.map(({ statementId }) => statementId))
  const byStatement = Map.groupBy(
    readings.filter(({ statementId }) => !half.has(statementId)),
    ({ statementId }) => statementId,
  )
  const ids = [...byStatement.keys()]
  const statements = new Map((await readStatementsByIds(ids)).map((statement) => [statement.id, statement]))
  const [held, asides] = [Map.groupBy(await store.listHeld(ids), ({ statementId }) => statementId), await store.listAsideIds(ids)]
  const themes = themeOfCode(await store.listThemeRows({ processId }), codes)
  const changed: WeighedStatement[] = []
  const told = [...rejected]
  let unchanged = 0
  for (const [statementId, said] of byStatement) {
    const statement = statements.get(statementId)
    const problem =
      statement?.processId !== processId
        ? 'unknown-statement'
        : asides.has(statementId)
          ? 'set-aside'
          : said.some(({ length }) => length !== statement.length)
            ? 'other-text'
            : undefined
    const read = said.map((reading) => themes(reading))
    const refusal = problem ?? read.find((each) => typeof each === 'string') ?? (said.length > mostOnOne ? 'too-many' : undefined)
    if (refusal !== undefined) {
      told.push({ where: statementId, reason: refusal as Rejected['reason'] })
      continue
    }
    const codings = [...new Map(read.flatMap((each) => (typeof each === 'string' ? [] : [[codingSays(each), each] as const]))).values()]
    const now = held.get(statementId) ?? []
    const wanted = new Set(codings.map(codingSays))
    const isSame = now.every((each) => wanted.has(codingSays(each))) && new Set(now.map(codingSays)).size === wanted.size
    if (isSame) unchanged += 1
    else changed.push({ statementId, codings, endedIds: now.map(({ id }) => id) })
  }
  return { changed, unchanged, rejected: told }
}

type Theme = Awaited<ReturnType<typeof store.listThemeRows>>[number]

/** The coding that a reading is, by the code of its file or by the address of a theme. A code that is new has no theme yet, and goes by its own identity. */
function themeOfCode(book: readonly Theme[], codes: ReadonlyMap<string, WeighedCode>) {
  const bySlug = new Map(book.map((theme) => [theme.slug, theme]))
  return ({ statementId, code, stance, suggestion, from, to }: FileReading): Coding | 'unknown-theme' | 'not-codable' => {
    const weighed = codes.get(code)
    const theme = weighed ? { id: weighed.themeId ?? (weighed.outcome === 'new' ? code : undefined), isCodable: weighed.isCodable } : bySlug.get(code)
    if (theme?.id === undefined) return 'unknown-theme'
    return theme.isCodable ? { statementId, themeId: theme.id, stance, suggestion, spanFrom: from, spanTo: to } : 'not-codable'
  }
}
