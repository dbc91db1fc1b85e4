import * as store from './store.server.ts'

export type ImportReading = { readonly id: string; readonly fileName: string; readonly accepted: number; readonly rejected: number; readonly importedAt: string }

/** The files that have been taken in to a dialogue, the latest first. */
export async function readImports(dialogueId: string): Promise<ImportReading[]> {
  return store.listImports(dialogueId)
}
