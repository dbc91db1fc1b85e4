import { createHash } from 'node:crypto'
import type { Moment } from '#kernel/moment'
import { type BegunImport, hashRow } from './begun-import.ts'
import { readPlaceKeys } from './read-place-keys.ts'
import type { SurveyReading } from './read-survey.ts'
import { canonicalAnswer } from './rules/answer-file.ts'
import { type MappedAnswer, mapAnswers } from './rules/map-answers.ts'
import type { Value, Values } from './rules/question.ts'
import { rowIdentities } from './rules/row-identity.ts'
import * as store from './store.server.ts'
import { ideasIn } from './submit-answer.ts'

export type WeighedAnswer = MappedAnswer & {
  /** What the row is known by, and what it would be known by for what it says now, where that is another. */ readonly rowHash: string
  readonly saysHash: string
  readonly lines: readonly { readonly questionId: string; readonly text: string }[]
}

/** Whether answers from elsewhere can be taken in: also after the last day, but not before the first nor after somebody has closed it. */
export function takesInAnswers({ kind, state, closedBecause }: SurveyReading): boolean {
  return kind === 'survey' && state !== 'draft' && state !== 'waiting' && closedBecause === null
}

/** What taking in a file would do: which answers are new, which have been taken in before, and which rows can't be used. Stores nothing. */
export async function weighImport(dialogue: SurveyReading, { sheet, mapping, targets }: Pick<BegunImport, 'sheet' | 'mapping' | 'targets'>, now: Moment) {
  const { answers, rejected, unknown } = mapAnswers(sheet.rows, mapping, { questions: dialogue.questions, places: await readPlaceKeys(dialogue, now), targets })
  const known = rowsKnownBy(dialogue.id, sheet)
  const weighed = answers.map((answer): WeighedAnswer => ({ ...answer, ...known(answer.row), lines: ideasIn(dialogue, answer) }))
  const taken = await store.listImportedRows(
    dialogue.id,
    weighed.map(({ rowHash }) => rowHash),
  )
  const fresh = weighed.filter(({ rowHash }) => !taken.has(rowHash))
  const before = fresh.length > 0 ? await saidBefore(dialogue.id) : new Set()
  return {
    fresh,
    already: weighed.length - fresh.length,
    /** New rows that say, word for word, what an answer taken in before says. */
    alike: fresh.filter((answer) => before.has(canonicalAnswer(asSaid(answer)))).length,
    rejected: rejected.map((one) => ({ ...one, ...known(one.row) })),
    unknown,
    // Of the rows and not of what they say: two who say the same are two.
    contentHash: createHash('sha256')
      .update(JSON.stringify(weighed.map(({ rowHash }) => rowHash).sort()))
      .digest('hex'),
  }
}

/** A row that was given back to be mended has its mark, and is the row that it was; a second one with the same mark is a row of its own. */
function rowsKnownBy(dialogueId: string, { names, rows }: BegunImport['sheet']) {
  const identities = rowIdentities(names, rows)
  const first = new Map<string, number>()
  for (const [at, { mark }] of rows.entries()) if (mark !== undefined && !first.has(mark)) first.set(mark, at)
  return (at: number) => {
    const saysHash = hashRow(dialogueId, identities[at] ?? '')
    const mark = rows[at]?.mark
    return { rowHash: mark !== undefined && first.get(mark) === at ? mark : saysHash, saysHash }
  }
}

/** As the files of `samsyn import` are compared: what is chosen stands beside what is written. */
function asSaid({ lines, values }: { readonly lines: WeighedAnswer['lines']; readonly values: Values }) {
  const chosen = Object.entries(values).map(([key, value]) => ({ questionId: key, text: JSON.stringify(inOrder(value)) }))
  return { groupId: undefined, persons: 1, label: null, lines: [...lines, ...chosen] }
}

// The database gives an object's keys back in an order of its own.
function inOrder(value: Value) {
  return typeof value === 'object' && !Array.isArray(value) ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value
}

async function saidBefore(dialogueId: string): Promise<ReadonlySet<string>> {
  const answers = Map.groupBy(await store.listImportedAnswers(dialogueId), ({ responseId }) => responseId)
  return new Set(
    [...answers.values()].map((rows) => {
      const lines = rows.flatMap(({ questionId, text }) => (questionId === null || text === null ? [] : [{ questionId, text }]))
      return canonicalAnswer(asSaid({ lines, values: rows[0]?.answers ?? {} }))
    }),
  )
}
