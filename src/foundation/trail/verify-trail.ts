import { existsSync, readFileSync } from 'node:fs'
import { chainHash, genesis, headMac } from './chain-hash.ts'
import * as store from './store.server.ts'

export type TrailVerdict =
  | { readonly ok: true; readonly position: number; readonly head: string }
  | { readonly ok: false; readonly position: number; readonly because: 'event-missing' | 'event-changed' | 'link-broken' | 'gap' | 'cut-tail' | 'head-forged' }

const page = 1000

/** Recomputes the whole chain and names the first break; a tail that was cut off is missed by the head kept under the installation's key. */
export async function verifyTrail({ secret, headFile }: { secret: Buffer; headFile?: string }): Promise<TrailVerdict> {
  let [position, hash] = [0, genesis]
  for (;;) {
    const links = await store.listSealed(position, page)
    for (const { seal, event } of links) {
      const at = position + 1
      if (seal.position !== at) return { ok: false, position: at, because: 'gap' }
      if (!event) return { ok: false, position: at, because: 'event-missing' }
      if (seal.previousHash !== hash) return { ok: false, position: at, because: 'link-broken' }
      if (chainHash(hash, event) !== seal.hash) return { ok: false, position: at, because: 'event-changed' }
      position = at
      hash = seal.hash
    }
    if (links.length < page) break
  }
  for (const head of [await store.findHead(), fileHead(headFile)]) {
    if (!head) continue
    if (head.mac !== headMac(secret, head)) return { ok: false, position: head.position, because: 'head-forged' }
    if (head.position > position) return { ok: false, position: position + 1, because: 'cut-tail' }
  }
  return { ok: true, position, head: hash }
}

function fileHead(file: string | undefined): { position: number; hash: string; mac: string } | undefined {
  return file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
