import { wilsonInterval } from '#statistics'
import * as store from './store.server.ts'

/** How often suggestions have been taken, by coder and theme, and apart for those that were hidden from a blind coder. */
export async function readAcceptance(processId: string) {
  return (await store.countAnswers(processId)).map(({ taken, left, refused, ...rest }) => {
    const all = taken + left + refused
    return { ...rest, taken, all, share: taken / all, ...wilsonInterval(taken, all) }
  })
}

/** Whether suggestions are hidden from a coder. */
export async function readBlindness(processId: string, person: string): Promise<boolean> {
  return store.isBlind(processId, person)
}
