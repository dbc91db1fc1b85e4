import * as store from './store.server.ts'

/** Statements of those of a group who answered alike of their age and place, each with its answer. */
export type VoicesReading = {
  readonly groupId: string
  readonly persons: number
  readonly axis: 'place' | 'workplace'
  /** The key of the choice; null where it was not asked or not answered. */
  readonly age: string | null
  readonly place: string | null
  readonly statements: readonly (readonly [statementId: string, responseId: string])[]
}

/** The whole material of a process for counting by group and background, many thousands at once; one statement. */
export async function readVoices(processId: string): Promise<VoicesReading[]> {
  return store.listVoices(processId)
}
