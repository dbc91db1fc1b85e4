import * as store from './store.server.ts'

/** Forgets sign-ins and one-time links whose time has gone. */
export async function forgetSignIns(now: Date): Promise<void> {
  await store.deleteExpired(now)
}
