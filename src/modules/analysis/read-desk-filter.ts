import type { Actor } from '#kernel/actor'
import { readMarks } from './read-agreement.ts'
import { type DeskMaterial, readDeskMaterial } from './read-desk-material.ts'
import { differingStatements } from './read-rounds.ts'
import { type DeskFilter, filterOf } from './rules/desk-filter.ts'
import { alikeTexts, searchTexts } from './rules/search-index.ts'
import { themesByHeading, withParts } from './rules/theme-tree.ts'
import * as store from './store.server.ts'
import { markedName } from './weak-words.ts'

type Choice = { readonly id: string; readonly name: string }
export type FilterReading = {
  readonly filter: DeskFilter
  readonly choices: { readonly sources: readonly string[]; readonly groups: readonly Choice[]; readonly places: readonly Choice[]; readonly questions: readonly Choice[] }
  readonly themes: readonly { readonly heading: string; readonly themes: readonly Choice[] }[]
  /** Every theme, also those that only hold others. */
  readonly allThemes: readonly Choice[]
  readonly hasDiffering: boolean
}

/** The filter of an address with what can be chosen, and what it narrows to; a constant number of statements (seven once the material is read). */
export async function readDeskFilter(
  actor: Actor,
  processId: string,
  address: URLSearchParams,
): Promise<FilterReading & { readonly narrowing: store.Narrowing; readonly material: DeskMaterial }> {
  const [material, book, differing] = [await readDeskMaterial(processId), await store.listThemeRows({ processId }), await differingStatements(actor, processId)]
  const marks = await readMarks(processId)
  const themes = book.map((theme) => {
    const { apart: _, ...mark } = marks.get(theme.id) ?? {}
    return { ...theme, name: markedName(theme.name, mark) }
  })
  const ids = (choices: readonly Choice[]) => new Set(choices.map(({ id }) => id))
  const { sources, groups, places, questions, numberOf } = material
  const filter = filterOf(address, {
    ...{ statements: numberOf, sources: new Set(sources), groups: ids(groups), places: ids(places), questions: ids(questions), themes: ids(themes) },
    differing: differing !== undefined,
  })
  const among = inEach([
    ...(filter.sought === undefined ? [] : [await found(material, filter.sought)]),
    ...(filter.alike === undefined ? [] : [alike(material, filter.alike)]),
    ...(filter.state === 'differing' && differing ? [differing] : []),
  ])
  return {
    filter,
    choices: { sources, groups, places, questions },
    themes: themesByHeading(themes),
    allThemes: themes.map(({ id, name }) => ({ id, name })),
    hasDiffering: differing !== undefined,
    narrowing: { ...filter, ...(filter.theme && { themeIds: withParts(themes, filter.theme) }), ...(among && { among }) },
    material,
  }
}

// Of the same matter, where one looks for more of it: looser than what is coded alike at once, and few enough to go through.
const alikeFrom = 0.3
const mostAlike = 200

async function found({ index }: DeskMaterial, sought: string): Promise<string[]> {
  return searchTexts(index, await store.readLexicon(), sought).map((number) => index.ids[number] as string)
}

function alike({ index, numberOf }: DeskMaterial, id: string): string[] {
  const number = numberOf.get(id)
  return number === undefined ? [] : [id, ...alikeTexts(index, number, mostAlike, alikeFrom).map((other) => index.ids[other] as string)]
}

/** What is in all of some lists; undefined where there is none. */
function inEach([first, ...others]: readonly (readonly string[])[]): readonly string[] | undefined {
  const sets = others.map((each) => new Set(each))
  return first?.filter((id) => sets.every((set) => set.has(id)))
}
