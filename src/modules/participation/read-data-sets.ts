import type { Day } from '#kernel/day'
import * as store from './data-set-store.server.ts'

export type Erased = { readonly on: Day; readonly why: 'withdrawn' | 'changed' | 'thinned' }
export type DataSetsReading = {
  readonly dialogues: readonly {
    readonly slug: string
    readonly title: string
    readonly answers: number
    readonly statements: readonly { readonly id: string; readonly receivedOn: Day }[]
    readonly withdrawn: number
    readonly thinned: number
  }[]
  /** Persons who have read answers in their own words. */
  readonly readers: number
  /** The days that answers went, and why, the first first. */
  readonly erased: readonly Erased[]
}

/** What a process has to count from, dialogue by dialogue, without a word of it: of each group what had come by a day, or all of it. Four statements. */
export async function readDataSets(processId: string, dayOf: (groupId: string) => Day | undefined = () => undefined): Promise<DataSetsReading> {
  const [dialogues, erased, readers] = [await store.listMaterialDialogues(processId), await store.countErasures(processId), await store.countReaders(processId)]
  const rows = Map.groupBy(await store.listMaterialStatements(processId), ({ dialogueId }) => dialogueId)
  const gone = (dialogueId: string, why: string) => erased.reduce((sum, each) => (each.dialogueId === dialogueId && each.why === why ? sum + each.answers : sum), 0)
  return {
    readers,
    erased: [...new Map(erased.map(({ erasedOn, why }) => [`${erasedOn} ${why}`, { on: erasedOn, why }]))].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each),
    dialogues: dialogues.map(({ id, slug, title, groupId }) => {
      const last = dayOf(groupId)
      const own = (rows.get(id) ?? []).filter(({ receivedOn }) => last === undefined || receivedOn <= last)
      return {
        ...{ slug, title, answers: new Set(own.map(({ responseId }) => responseId)).size },
        statements: own.map(({ id, receivedOn }) => ({ id, receivedOn })),
        ...{ withdrawn: gone(id, 'withdrawn'), thinned: gone(id, 'thinned') },
      }
    }),
  }
}
