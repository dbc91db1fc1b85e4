import * as store from './store.server.ts'

/** The municipality of this installation and whether it is a demo; nothing before it is made. */
export async function readMunicipality(): Promise<{ name: string; kind: 'demo' | 'real' } | undefined> {
  const row = await store.findMunicipality()
  return row && { name: row.name, kind: row.kind }
}
