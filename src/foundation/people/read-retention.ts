import * as store from './settings-store.server.ts'
import { dataClasses, type retentionRules } from './tables.ts'

export type DataClass = (typeof dataClasses)[number]
export type Retention = {
  readonly dataClass: DataClass
  readonly rule: (typeof retentionRules)[number]
  readonly years: number | null
  /** The decision it rests on; none while everything is kept because nobody has decided. */
  readonly decision: string | null
}

/** What holds for each class of data. What nobody has decided about is kept. */
export async function readRetention(): Promise<Retention[]> {
  const rows = await store.listRetentions()
  return dataClasses.map((dataClass) => {
    const latest = rows.find((row) => row.dataClass === dataClass)
    return { dataClass, rule: latest?.rule ?? 'kept', years: latest?.years ?? null, decision: latest?.decision ?? null }
  })
}

/** Every change, the latest first, with who made it. */
export async function readRetentionHistory() {
  return store.listRetentions()
}
