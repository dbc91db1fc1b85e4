import * as store from './store.server.ts'

export type FocusAreaReading = {
  readonly id: string
  readonly slug: string
  readonly number: number
  readonly name: string
  readonly description: string
  readonly pointId: string | null
  readonly provenance: 'recorded' | 'sourced' | 'invented'
  readonly phraseIds: readonly string[]
}

/** The focus areas of a process with the phrases they take up; two statements. */
export async function readFocusAreas(processId: string): Promise<FocusAreaReading[]> {
  const areas = await store.listFocusAreaRows(processId)
  const taken = await store.listFocusAreaPhrases(areas.map(({ id }) => id))
  return areas.map((area) => ({ ...area, phraseIds: taken.filter(({ focusAreaId }) => focusAreaId === area.id).map(({ phraseId }) => phraseId) }))
}
