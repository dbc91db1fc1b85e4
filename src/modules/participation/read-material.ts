import { readPlaceHistory } from '#people'
import * as store from './store.server.ts'

type Choice = { readonly id: string; readonly name: string }
export type MaterialReading = {
  readonly version: string
  /** In the order of identities, with the text as coders see it. It is for finding statements by: whoever is shown one reads it by `readRawStatements`. */
  readonly statements: readonly { readonly id: string; readonly text: string }[]
  /** What statements can be looked for by; only what some statement has. */
  readonly groups: readonly Choice[]
  readonly questions: readonly Choice[]
  readonly sources: readonly string[]
  /** Places with as many persons as the highest threshold of those who were asked. */
  readonly places: readonly Choice[]
}

/** A word that is another when the material has changed; one statement. */
export async function readMaterialVersion(): Promise<string> {
  return store.materialVersion()
}

/** The statements of a process to look in, and what they can be looked for by; five statements, and one more for each further two thousand rows. */
export async function readMaterial(processId: string): Promise<MaterialReading> {
  const [version, rows, asked, groups] = [
    await store.materialVersion(),
    await store.listMaterialRows(processId),
    await store.listAskedRows(processId),
    await store.listGroupRows(processId),
  ]
  const listed = await readPlaceHistory()
  const spoke = new Set(rows.flatMap(({ groupId, questionId, source }) => [groupId, questionId, source as string]))
  return {
    version,
    statements: rows.map(({ id, text }) => ({ id, text })),
    groups: groups.filter(({ id }) => spoke.has(id)).map(({ id, name }) => ({ id, name })),
    questions: asked.filter(({ id }) => spoke.has(id)).map(({ id, wording, dialogue }) => ({ id, name: `${wording} (${dialogue})` })),
    sources: [...new Set(rows.map(({ source }) => source))].sort(),
    places: placesOf(rows, asked, {
      threshold: Math.max(...groups.map(({ threshold }) => threshold)),
      names: new Map([
        ...listed.map(({ id, name }) => [id, name] as const),
        ...asked.filter(({ background }) => background === 'place').flatMap(({ form }) => (form.choices ?? []).map(({ key, label }) => [key, label] as const)),
      ]),
    }),
  }
}

type Rows = Awaited<ReturnType<typeof store.listMaterialRows>>
type Asked = Awaited<ReturnType<typeof store.listAskedRows>>

function placesOf(rows: Rows, asked: Asked, { threshold, names }: { threshold: number; names: ReadonlyMap<string, string> }): Choice[] {
  const places = asked.filter(({ background }) => background === 'place')
  const [keyOf, persons] = [new Map(places.map(({ dialogueId, key }) => [dialogueId, key])), new Map<string, Map<string, number>>()]
  for (const { dialogueId, answers, responseId, persons: many } of rows) {
    const chosen = answers[keyOf.get(dialogueId) ?? '']
    if (typeof chosen !== 'string') continue
    const from = persons.get(chosen) ?? new Map<string, number>()
    persons.set(chosen, from.set(responseId, many))
  }
  return [...persons]
    .filter(([, from]) => [...from.values()].reduce((sum, many) => sum + many, 0) >= threshold)
    .map(([id]) => ({ id, name: names.get(id) ?? id }))
    .sort((one, other) => one.name.localeCompare(other.name, 'sv'))
}
