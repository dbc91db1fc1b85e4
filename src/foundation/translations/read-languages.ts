import { isTongue, type Tongue } from '#kernel/languages'
import * as store from './store.server.ts'

/** The languages that the pages can be had in: Swedish first, and English until something else is set. */
export async function readLanguages(): Promise<Tongue[]> {
  const chosen = (await store.lastChoice()) ?? ['en']
  return ['sv', ...chosen.filter(isTongue)]
}
