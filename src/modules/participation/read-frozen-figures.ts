import { listDocuments } from '#documents'
import type { PublicFigures } from './rules/public-figures.ts'
import * as store from './store.server.ts'

export type FrozenFigures = { readonly responses: number | null; readonly countedAt: string; readonly questions: readonly PublicFigures[] }

/** The figures as they stood before the first thinning: what has been published remains when the answers don't. */
export async function readFrozenFigures(dialogueId: string): Promise<FrozenFigures | undefined> {
  const first = (await store.listProtocols(dialogueId)).findLast(({ kind }) => kind === 'thinning')
  if (!first) return undefined
  const [document] = await listDocuments([first.documentId])
  return (document?.content.data as { figures?: FrozenFigures } | undefined)?.figures
}
