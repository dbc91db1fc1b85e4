import * as store from './store.server.ts'

export type UnitReading = {
  readonly statementId: string
  readonly responseId: string
  readonly groupId: string
  readonly persons: number
  readonly stance: 'keep' | 'leave' | 'want' | null
  readonly axis: 'place' | 'workplace'
}

/** The whole material of a process in a few columns, for counting; one statement. */
export async function readUnits(processId: string): Promise<UnitReading[]> {
  return store.listUnitRows(processId)
}
