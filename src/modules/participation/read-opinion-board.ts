import type { Moment } from '#kernel/moment'
import { drawNextStatement } from '#statistics'
import { readOpinionStatements } from './read-opinion-statements.ts'
import { type DialogueState, stateBetween, turnsOf } from './rules/dialogue-course.ts'
import { statementPriorities, type VoteCounts } from './rules/route-statements.ts'
import * as store from './store.server.ts'

export type OpinionStatement = {
  readonly id: string
  readonly number: number
  readonly text: string
  readonly textEnglish: string | null
  readonly origin: 'seed' | 'quote' | 'resident'
  readonly source: string
}
export type WithdrawnStatement = Pick<OpinionStatement, 'number' | 'origin' | 'textEnglish'> & {
  /** Only of what whoever asks wrote: somebody else's words may be withdrawn because they point at somebody. */
  readonly text: string | null
  readonly reason: string
}
/** Which statements somebody has voted on, by number. */
export type Seen = Pick<ReadonlySet<number>, 'has'>
/** What can be voted on in a dialogue, and what of it is most worth asking. */
export type OpinionBoard = {
  readonly dialogueId: string
  readonly stateAt: (now: Moment) => DialogueState
  /** By number; those that have been withdrawn are not there. */
  readonly statements: ReadonlyMap<number, OpinionStatement>
  /** Those that have been withdrawn, each with the reason that everybody may read. */
  readonly withdrawn: readonly WithdrawnStatement[]
  /** By number less one. */
  readonly priorities: readonly number[]
}

// Every vote needs it, so it is read for all of them: at most each second in each process, and at most a twentieth of the time.
const freshMs = 1_000
const shareOfTime = 20
const kept = new Map<string, { readonly board: OpinionBoard; readonly until: number }>()
const countsKept = new Map<string, { readonly counts: ReadonlyMap<string, VoteCounts>; readonly until: number }>()
let timesForgotten = 0

/**
 * The statements of a dialogue, by its address, as they stood at most a second ago (longer where reading them takes long), and now when they are to be fresh.
 * Votes are counted anew at most a twentieth of the time, whoever asks and however: the counts only choose what to ask. Nothing for another kind of dialogue
 * or a draft. That a dialogue is closed, or a statement withdrawn, the vote itself asks the database.
 */
export async function readOpinionBoard(slug: string, { isFresh = false }: { isFresh?: boolean } = {}): Promise<OpinionBoard | undefined> {
  const last = kept.get(slug)
  if (last && !isFresh && performance.now() < last.until) return last.board
  return readAnew(slug)
}

/** What has been changed here is to be seen here at once. Called when the change is committed: what is read before that is the board as it was. */
export function forgetOpinionBoards(): void {
  timesForgotten++
  kept.clear()
}

/** A use case after which the boards are read anew, when its transaction has ended. */
export function forgettingBoards<Given extends unknown[], Outcome>(act: (...given: Given) => Promise<Outcome>): (...given: Given) => Promise<Outcome> {
  return async (...given) => {
    const outcome = await act(...given)
    forgetOpinionBoards()
    return outcome
  }
}

/** The statement to show somebody next, of those that they have not seen; nothing when they have seen all. */
export function nextStatement({ priorities, statements }: OpinionBoard, seen: Seen): OpinionStatement | undefined {
  const drawn = drawNextStatement(priorities, { has: (at) => seen.has(at + 1) || !statements.has(at + 1) }, Math.random)
  return drawn === undefined ? undefined : statements.get(drawn + 1)
}

const readAnew = store.shareReads(async (slug) => {
  const [began, forgotten] = [performance.now(), timesForgotten]
  const [row] = await store.listDialogueRowsAt(slug)
  if (row?.dialogue.kind !== 'opinion' || !row.openedAt) {
    kept.delete(slug)
    return undefined
  }
  const { dialogue, openedAt, closedAt, extension } = row
  const times = { ...dialogue, closesOn: extension?.closesOn ?? dialogue.closesOn, closesTime: extension?.closesTime ?? dialogue.closesTime, openedAt, closedAt }
  const turns = turnsOf(times)
  const rows = await readOpinionStatements(dialogue.id)
  const until = untilAnew(began)
  const counts = await countsOf(dialogue.id)
  const board: OpinionBoard = {
    dialogueId: dialogue.id,
    stateAt: (now) => stateBetween(turns, now),
    statements: new Map(rows.filter(({ withdrawn }) => withdrawn === null).map(({ statement }) => [statement.number, statement])),
    withdrawn: rows.flatMap(({ statement: { number, origin, text, textEnglish }, withdrawn }) => {
      if (withdrawn === null) return []
      const words = origin === 'seed' ? { text, textEnglish } : { text: null, textEnglish: null }
      return { number, origin, ...words, reason: withdrawn }
    }),
    priorities: statementPriorities(rows.map(({ statement }) => counts.get(statement.id) ?? { agree: 0, pass: 0, disagree: 0 })),
  }
  // What was read before a change must not be kept after it.
  if (forgotten === timesForgotten) kept.set(slug, { board, until })
  return board
})

async function countsOf(dialogueId: string): Promise<ReadonlyMap<string, VoteCounts>> {
  const last = countsKept.get(dialogueId)
  if (last && performance.now() < last.until) return last.counts
  const began = performance.now()
  const counts = new Map((await store.countVotes(dialogueId)).map((each) => [each.statementId, each]))
  countsKept.set(dialogueId, { counts, until: untilAnew(began) })
  return counts
}

/** Until when what was read is kept, from when the reading of it began. */
function untilAnew(began: number): number {
  const ended = performance.now()
  return ended + Math.max(freshMs, shareOfTime * (ended - began))
}
