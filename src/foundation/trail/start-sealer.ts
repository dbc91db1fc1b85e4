import { renameSync, writeFileSync } from 'node:fs'
import { chainHash, genesis, headMac } from './chain-hash.ts'
import * as store from './store.server.ts'

export type Sealer = { sealNow(): Promise<number>; stop(): Promise<void> }

const atOnce = 500

/**
 * Links committed events by hash, in the background: writers never wait for it, and an event is linked at most two seconds
 * after its commit. Several processes may run one; they take turns.
 */
export function startSealer({ secret, headFile, everyMs = 1000 }: { secret: Buffer; headFile?: string; everyMs?: number }): Sealer {
  let working: Promise<number> = Promise.resolve(0)
  const sealNow = () => {
    working = working.catch(() => 0).then(() => sealAll({ secret, headFile }))
    return working
  }
  const timer = setInterval(() => void sealNow().catch(report), everyMs)
  timer.unref()
  return {
    sealNow,
    stop: async () => {
      clearInterval(timer)
      await working.catch(() => 0)
    },
  }
}

async function sealAll(settings: { secret: Buffer; headFile?: string }): Promise<number> {
  for (let sealed = 0; ; ) {
    const more = await sealSome(settings)
    sealed += more
    if (more < atOnce) return sealed
  }
}

async function sealSome({ secret, headFile }: { secret: Buffer; headFile?: string }): Promise<number> {
  const head = await store.transaction(async () => {
    if (!(await store.tryToBeSealer())) return undefined
    const unsealed = await store.listUnsealed(atOnce)
    if (unsealed.length === 0) return undefined
    const last = await store.lastSeal()
    let [position, hash] = [last?.position ?? 0, last?.hash ?? genesis]
    const links = unsealed.map((event) => {
      const previousHash = hash
      position += 1
      hash = chainHash(previousHash, event)
      return { position, eventId: event.id, previousHash, hash }
    })
    await store.putSeals(links)
    await store.putHead({ position, hash, mac: headMac(secret, { position, hash }) })
    return { position, hash, count: links.length }
  })
  if (head && headFile) writeHead(headFile, { position: head.position, hash: head.hash, mac: headMac(secret, head) })
  return head?.count ?? 0
}

function writeHead(file: string, head: { position: number; hash: string; mac: string }): void {
  writeFileSync(`${file}.new`, JSON.stringify(head), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

function report(fault: unknown): void {
  console.error(JSON.stringify({ level: 'error', what: 'sealer', fault: fault instanceof Error ? fault.message : String(fault) }))
}
