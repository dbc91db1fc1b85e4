import { readStatementsByIds } from '#participation'
import type { Exchange, FileMemo, RejectReason, Weighed } from './rules/exchange.ts'
import { mostMemoLetters } from './schema.ts'
import * as store from './store.server.ts'
import type { WeighedCode } from './weigh-codes.ts'

/** On a statement, on a code of the file, or on the whole. */
type Memo = Pick<FileMemo, 'text' | 'statementId' | 'code'>

/**
 * The memos of a file that are not here yet, word for word on the same thing. One on an answer that has gone, or on a code that is not taken in, has nothing to
 * hang on. Two statements.
 */
export async function weighMemos(processId: string, { memos }: Exchange, codes: ReadonlyMap<string, WeighedCode>): Promise<Omit<Weighed<Memo>, 'ended'>> {
  if (memos.length === 0) return { fresh: [], rejected: [] }
  const place = (text: string, statementId: string | null, themeId: string | null) => JSON.stringify([text, statementId, themeId])
  const there = new Set((await store.listMemoRows({ processId })).map(({ text, statementId, themeId }) => place(text, statementId, themeId)))
  const known = new Set((await readStatementsByIds(memos.flatMap(({ statementId }) => statementId ?? []))).map(({ id }) => id))
  const problemOf = ({ text, statementId, code }: Memo): RejectReason | undefined => {
    if (statementId !== null && !known.has(statementId)) return 'unknown-statement'
    if (code !== null && themeOf(code, codes) === undefined) return 'memo-of-code'
    return text.length > mostMemoLetters ? 'long-memo' : undefined
  }
  const onOf = ({ code }: Memo) => (code === null ? null : (themeOf(code, codes) ?? code))
  const once = [...new Map(memos.map((memo) => [place(memo.text, memo.statementId, onOf(memo)), memo])).values()]
  const weighed = once.map((memo) => ({ memo, reason: problemOf(memo) }))
  return {
    fresh: weighed.flatMap(({ memo, reason }) => (reason === undefined && !there.has(place(memo.text, memo.statementId, onOf(memo))) ? [memo] : [])),
    rejected: weighed.flatMap(({ memo, reason }) => (reason === undefined ? [] : [{ where: whereOf(memo, codes), reason }])),
  }
}

/** What a code is here: a theme, or by its own identity what it will be when it is taken in. */
export function themeOf(code: string, codes: ReadonlyMap<string, WeighedCode>): string | undefined {
  const weighed = codes.get(code)
  return weighed?.themeId ?? (weighed?.outcome === 'new' ? code : undefined)
}

function whereOf({ text, statementId, code }: Memo, codes: ReadonlyMap<string, WeighedCode>): string {
  const on = statementId ?? (code === null ? undefined : codes.get(code)?.code.name.slice(0, 80) || code)
  return `Anteckning${on ? ` på ${on}` : ''}: ${text.slice(0, 40)}${text.length > 40 ? '…' : ''}`
}
