import type { Actor } from '#kernel/actor'
import * as store from './store.server.ts'

export type OwnPasskey = { readonly id: string; readonly name: string; readonly addedAt: string; readonly lastUsedAt: string | null }

/** The passkeys of whoever is signed in, the oldest first. */
export async function readPasskeys(actor: Actor): Promise<OwnPasskey[]> {
  return (await store.listPasskeys(actor.person)).map(({ id, name, addedAt, lastUsedAt }) => ({ id, name, addedAt, lastUsedAt }))
}
