import { type MaterialReading, readMaterial, readMaterialVersion } from '#participation'
import { indexForSearch, type SearchIndex } from './rules/search-index.ts'
import * as store from './store.server.ts'
import { workInTurns } from './work-in-turns.ts'

export type DeskMaterial = Omit<MaterialReading, 'statements'> & { readonly index: SearchIndex; readonly numberOf: ReadonlyMap<string, number> }

type Kept = { material: DeskMaterial; until: number; isReading: boolean }
// How long what was read is used without asking whether there is more.
const freshMs = 10_000
// Nor may reading take more than a twentieth of the time while answers come in.
const shareOfTime = 20
const kept = new Map<string, Kept>()
const first = new Map<string, Promise<DeskMaterial>>()

/**
 * The statements of a process in an index that can be searched, with what they can be filtered by. Kept in each process of ours and read again when
 * something has come, gone or been masked, beside the page that asks: what has come may be found ten seconds later. What is found is only identities, and
 * nothing is shown that isn't read anew.
 */
export async function readDeskMaterial(processId: string): Promise<DeskMaterial> {
  const last = kept.get(processId)
  if (!last) {
    const reading = first.get(processId) ?? keep(processId).finally(() => first.delete(processId))
    first.set(processId, reading)
    return reading
  }
  if (performance.now() >= last.until && !last.isReading) {
    last.isReading = true
    void renew(processId, last).catch(() => kept.delete(processId))
  }
  return last.material
}

async function renew(processId: string, last: Kept): Promise<void> {
  if ((await readMaterialVersion()) === last.material.version) Object.assign(last, { until: performance.now() + freshMs, isReading: false })
  else await keep(processId)
}

async function keep(processId: string): Promise<DeskMaterial> {
  const began = performance.now()
  const { statements, ...rest } = await readMaterial(processId)
  const index = await workInTurns(indexForSearch(statements, await store.readLexicon()))
  const material = { ...rest, index, numberOf: new Map(index.ids.map((id, number) => [id, number])) }
  const ended = performance.now()
  kept.set(processId, { material, until: ended + Math.max(freshMs, shareOfTime * (ended - began)), isReading: false })
  return material
}
