import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import papaparse from 'papaparse'
import type { Moment } from '#kernel/moment'
import { granted, type Result, refused } from '#kernel/result'
import { recordSystemEvent } from '#trail'
import { type Rejected, readKpiRows } from './rules/kolada-catalogue.ts'
import * as store from './store.server.ts'

export type KoladaImport = { readonly kpis: number; readonly municipalities: number; readonly groups: number; readonly rejected: readonly Rejected[] }
export type KoladaRefusal = { refused: 'file-missing'; file: string } | { refused: 'already-imported' }

const files = { kpis: 'kolada_kpi_catalogue.csv', municipalities: 'kolada_municipality.csv', groups: 'kolada_ange_comparison_groups.csv' }

/**
 * Takes in Kolada's catalogue (key figures, municipalities, comparison groups) from a folder of its CSV files.
 * The catalogue is replaced whole; measurements are never touched. The same content twice is refused.
 */
export async function importKolada(folder: string, now: Moment): Promise<Result<KoladaImport, KoladaRefusal>> {
  const read: Record<string, Record<string, string>[]> = {}
  const hash = createHash('sha256')
  for (const [name, file] of Object.entries(files)) {
    const text = await readFile(join(folder, file), 'utf8').catch(() => undefined)
    if (text === undefined) return refused({ refused: 'file-missing', file })
    read[name] = papaparse.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
    hash.update(JSON.stringify(read[name]))
  }
  const contentHash = hash.digest('hex')
  const { kpis, rejected } = readKpiRows(read.kpis ?? [])
  const municipalities = (read.municipalities ?? []).map((row) => ({ code: row.id ?? '', name: row.title ?? '', kind: row.type ?? '' }))
  const groups = (read.groups ?? []).map((row) => ({ code: row.group_id ?? '', name: row.group_title ?? '', municipality: row.member_id ?? '' }))
  return store.transaction(async () => {
    if (await store.hasImport(contentHash)) return refused({ refused: 'already-imported' })
    await store.putCatalogue({ kpis, municipalities, groups })
    const id = await store.putImport({ source: 'Kolada', contentHash, accepted: kpis.length, rejected: rejected.length, importedAt: now.at })
    await recordSystemEvent({ act: 'kolada-imported', subject: { kind: 'indicator-import', id }, now })
    return granted({ kpis: kpis.length, municipalities: municipalities.length, groups: groups.length, rejected })
  })
}
