import type { Moment } from '#kernel/moment'
import { drawNextStatement } from '#statistics'
import { readOpinionStatements } from './read-opinion-statements.ts'
import { type DialogueState, stateBetween, turnsOf } from './rules/dialogue-course.ts'
import { statementPriorities } from './rules/route-statements.ts'
import * as store from './store.server.ts'

export type OpinionStatement = {
  readonly id: string
  readonly number: number
  readonly text: string
  readonly textEnglish: string | null
  readonly origin: 'seed' | 'quote' | 'resident'
  readonly source: string
}
/** Which statements somebody has voted on, by number. */
export type Seen = Pick<ReadonlySet<number>, 'has'>
/** What can be voted on in a dialogue, and what of it is most worth asking. */
export type OpinionBoard = {
  readonly dialogueId: string
  readonly stateAt: (now: Moment) => DialogueState
  /** By number; those that have been withdrawn are not there. */
  readonly statements: ReadonlyMap<number, OpinionStatement>
  /** By number less one. */
  readonly priorities: readonly number[]
}

// Every vote needs it, so it is read for all of them: at most each second in each process, and at most a twentieth of the time.
const freshMs = 1_000
const shareOfTime = 20
const kept = new Map<string, { readonly board: OpinionBoard; readonly until: number }>()

/**
 * The statements of a dialogue, by its address, as they stood at most a second ago (longer where counting the votes takes long). Nothing for another kind
 * of dialogue or a draft. That a dialogue is closed, or a statement withdrawn, the vote itself asks the database: what is kept here only chooses what to ask.
 */
export async function readOpinionBoard(slug: string, { isFresh = false }: { isFresh?: boolean } = {}): Promise<OpinionBoard | undefined> {
  const last = kept.get(slug)
  if (last && !isFresh && performance.now() < last.until) return last.board
  return readAnew(slug)
}

/** What has been changed here is to be seen here at once. */
export function forgetOpinionBoards(): void {
  kept.clear()
}

/** The statement to show somebody next, of those that they have not seen; nothing when they have seen all. */
export function nextStatement({ priorities, statements }: OpinionBoard, seen: Seen): OpinionStatement | undefined {
  const drawn = drawNextStatement(priorities, { has: (at) => seen.has(at + 1) || !statements.has(at + 1) }, Math.random)
  return drawn === undefined ? undefined : statements.get(drawn + 1)
}

const readAnew = store.shareReads(async (slug) => {
  const began = performance.now()
  const [row] = await store.listDialogueRows({ slug })
  if (row?.dialogue.kind !== 'opinion' || !row.openedAt) {
    kept.delete(slug)
    return undefined
  }
  const { dialogue, openedAt, closedAt, extension } = row
  const times = { ...dialogue, closesOn: extension?.closesOn ?? dialogue.closesOn, closesTime: extension?.closesTime ?? dialogue.closesTime, openedAt, closedAt }
  const turns = turnsOf(times)
  const [rows, counted] = [await readOpinionStatements(dialogue.id), await store.countVotes(dialogue.id)]
  const counts = new Map(counted.map((each) => [each.statementId, each]))
  const board: OpinionBoard = {
    dialogueId: dialogue.id,
    stateAt: (now) => stateBetween(turns, now),
    statements: new Map(rows.filter(({ withdrawn }) => withdrawn === null).map(({ statement }) => [statement.number, statement])),
    priorities: statementPriorities(rows.map(({ statement }) => counts.get(statement.id) ?? { agree: 0, pass: 0, disagree: 0 })),
  }
  const ended = performance.now()
  kept.set(slug, { board, until: ended + Math.max(freshMs, shareOfTime * (ended - began)) })
  return board
})
