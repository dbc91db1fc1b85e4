import { standsInTransaction } from './database.server.ts'

type Waiting<Item, Told> = { readonly item: Item; readonly done: (told: Told) => void; readonly fail: (fault: unknown) => void }

/**
 * A write that callers of the same moment share. Whoever comes while one is in flight waits for the next, which takes all that wait: one statement and one
 * commit for many, however many come at once. Everybody is answered after the commit; when it fails, none of them is stored and all are told. `write` answers
 * item by item, in their order. Inside a transaction everyone writes for themselves.
 *
 * @example
 * const putVote = gatherWrites((votes: readonly Vote[]) => store.putVotes(votes))
 * await Promise.all(Array.from({ length: 64 }, () => putVote(vote))) // two statements
 */
export function gatherWrites<Item, Told>(write: (items: readonly Item[]) => Promise<readonly Told[]>, most = 500): (item: Item) => Promise<Told> {
  const waiting: Waiting<Item, Told>[] = []
  let isWriting = false
  const writeAll = async () => {
    isWriting = true
    while (waiting.length > 0) {
      const taken = waiting.splice(0, most)
      try {
        const told = await write(taken.map(({ item }) => item))
        for (const [at, { done }] of taken.entries()) done(told[at] as Told)
      } catch (fault) {
        for (const { fail } of taken) fail(fault)
      }
    }
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
