import { eq, isNull, lt, or, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import type { FlagKind } from './rules/flags.ts'
import { flags, responses, statements } from './tables.ts'

/** Statements that no machine has read by these rules, at most so many. */
export async function listUnflagged(rules: number, limit: number) {
  return db()
    .select({ id: statements.id, text: statements.text, answeredIn: responses.language })
    .from(statements)
    .innerJoin(responses, eq(responses.id, statements.responseId))
    .leftJoin(flags, eq(flags.statementId, statements.id))
    .where(or(isNull(flags.statementId), lt(flags.rules, rules)))
    .limit(limit)
}
/** Writes what was pointed out. A statement that is being erased at this moment gets nothing. */
export async function putFlags(rules: number, rows: readonly { readonly id: string; readonly kinds: readonly FlagKind[] }[]) {
  await db().execute(sql`
    insert into ${flags} (statement_id, kinds, rules)
    select said.id, found.kinds, ${rules} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as found(id uuid, kinds text[]) join ${statements} said on said.id = found.id
    for key share of said
    on conflict (statement_id) do update set kinds = excluded.kinds, rules = excluded.rules`)
}
