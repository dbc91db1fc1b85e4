import { and, eq, isNull, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import type { Coding } from './rules/count-stances.ts'
import { codings, themes } from './tables.ts'

const uuid = 36
const stanceOf: Readonly<Record<string, Coding['stance']>> = { k: 'keep', l: 'leave', w: 'want', '-': null }

/** The codings that hold, of the themes in use; one row a theme, so that many thousands come quickly. Two who agree come twice. */
export async function listCodingsToCount(processId: string): Promise<Coding[]> {
  const rows = await db()
    .select({ themeId: codings.themeId, said: sql<string>`string_agg(${codings.statementId}::text || coalesce(left(${codings.stance}, 1), '-'), '')` })
    .from(codings)
    .innerJoin(themes, eq(themes.id, codings.themeId))
    .where(and(eq(themes.processId, processId), isNull(themes.retiredAt), isNull(codings.withdrawnAt)))
    .groupBy(codings.themeId)
  return rows.flatMap(({ themeId, said }) =>
    Array.from({ length: said.length / (uuid + 1) }, (_, at) => {
      const from = at * (uuid + 1)
      return { themeId, statementId: said.slice(from, from + uuid), stance: stanceOf[said.charAt(from + uuid)] ?? null }
    }),
  )
}
