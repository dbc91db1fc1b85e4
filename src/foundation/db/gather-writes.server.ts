import { standsInTransaction } from './database.server.ts'
import { databaseIsGone } from './database-is-gone.ts'
import { diskIsFull } from './disk-is-full.ts'

type Waiting<Item, Told> = { readonly item: Item; readonly done: (told: Told) => void; readonly fail: (fault: unknown) => void }

/**
 * A write that callers of the same moment share. Whoever comes while one is in flight waits for the next, which takes all that wait: one statement and one
 * commit for many, however many come at once. Everybody is answered after the commit. What the database refuses for the sake of one doesn't fall on the others:
 * then each is written by itself. When the database is gone none of them is stored and all are told. `write` answers item by item, in their order. Inside a
 * transaction everyone writes for themselves.
 *
 * @example
 * const putVote = gatherWrites((votes: readonly Vote[]) => store.putVotes(votes))
 * await Promise.all(Array.from({ length: 64 }, () => putVote(vote))) // two statements
 */
export function gatherWrites<Item, Told>(write: (items: readonly Item[]) => Promise<readonly Told[]>, most = 500): (item: Item) => Promise<Told> {
  const waiting: Waiting<Item, Told>[] = []
  let isWriting = false
  const writeTogether = async (taken: readonly Waiting<Item, Told>[]): Promise<void> => {
    try {
      const told = await write(taken.map(({ item }) => item))
      for (const [at, { done }] of taken.entries()) done(told[at] as Told)
    } catch (fault) {
      if (taken.length > 1 && !databaseIsGone(fault) && !diskIsFull(fault)) for (const each of taken) await writeTogether([each])
      else for (const { fail } of taken) fail(fault)
    }
  }
  const writeAll = async () => {
    isWriting = true
    while (waiting.length > 0) await writeTogether(waiting.splice(0, most))
    isWriting = false
  }
  return (item) => {
    if (standsInTransaction()) return write([item]).then(([told]) => told as Told)
    return new Promise((done, fail) => {
      waiting.push({ item, done, fail })
      if (!isWriting) void writeAll()
    })
  }
}
