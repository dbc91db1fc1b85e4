import { shareReads } from '#db/share-reads.server'
import * as store from './store.server.ts'

export type Municipality = { readonly name: string; readonly kind: 'demo' | 'real'; readonly accent: string | undefined; readonly contact: string | undefined }

/** The municipality of this installation as it is named and drawn now, and whether it is a demo; nothing before it is made. */
export async function readMunicipality(): Promise<Municipality | undefined> {
  return findMunicipality('')
}

const findMunicipality = shareReads(async (): Promise<Municipality | undefined> => {
  const row = await store.findMunicipality()
  return row && { name: row.set?.name ?? row.name, kind: row.kind, accent: row.set?.accent ?? undefined, contact: row.set?.contact ?? undefined }
})

/** Every change of name and colour, the latest first, with who made it. */
export async function readSettingsHistory() {
  return store.listSettings()
}
