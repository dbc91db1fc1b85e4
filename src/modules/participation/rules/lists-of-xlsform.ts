import { keyOfWords } from './key-of-words.ts'
import { type Choice, dontKnow, type QuestionForm, type QuestionKind } from './question.ts'
import { type FormSheet, labelColumns } from './sheets-of-xlsform.ts'

/** A choice of a list, with the name that conditions call it by. */
export type ListedChoice = Pick<Choice, 'key' | 'label' | 'labelEnglish'> & { readonly name: string }
type Tell = (line: number, column: string, what: 'column' | 'language' | 'same-name', text: string) => void

/** The lists of the sheet `choices`, by their names. */
export function listsOf(choices: FormSheet, own: 'swedish' | 'english', tell: Tell): ReadonlyMap<string, readonly ListedChoice[]> {
  const labels = labelColumns(choices, 'label', own)
  for (const column of labels.others) tell(1, column, 'language', column)
  const known = new Set(['list_name', 'list name', 'name', labels.swedish, labels.english, ...labels.others])
  const lists = new Map<string, ListedChoice[]>()
  const taken = new Map<string, Set<string>>()
  for (const { line, cells } of choices.rows) {
    const [list, name] = [cells.list_name || cells['list name'] || '', cells.name ?? '']
    if (list === '' || name === '') continue
    for (const [column, cell] of Object.entries(cells)) if (cell !== '' && !known.has(column)) tell(line, column, 'column', cell)
    const own = lists.get(list) ?? []
    lists.set(list, own)
    if (own.some((each) => each.name === name)) tell(line, 'name', 'same-name', name)
    else {
      const keys = taken.get(list) ?? new Set()
      taken.set(list, keys)
      const [swedish, english] = [cells[labels.swedish ?? ''] || cells[labels.english ?? ''] || name, cells[labels.english ?? ''] || null]
      own.push({ name, key: slugOf(name, keys, 'val'), label: swedish, labelEnglish: english })
    }
  }
  return lists
}

/** A name of an XLSForm as a key that no other has; it counts as taken from then on. Where hyphens were made underscores, they are hyphens again. */
export function slugOf(name: string, taken: Set<string>, otherwise: string): string {
  const slug = name.toLowerCase().replaceAll(/_+/g, '-').replaceAll(/^-|-$/g, '')
  const key = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) && slug.length <= 60 && !taken.has(slug) && !(slug in {}) ? slug : keyOfWords(slug, taken, otherwise)
  taken.add(key)
  return key
}

type Listed = { readonly kind: QuestionKind; readonly form: QuestionForm; readonly byName: ReadonlyMap<string, string> }

/**
 * What a list gives a question of a kind; `alone` names the choices that nothing goes with. A scale whose steps aren't whole numbers in order, with words
 * at its ends only, is one choice.
 */
export function listForm(list: readonly ListedChoice[], kind: QuestionKind, alone: readonly string[] = []): Listed {
  const isOurs = kind === 'scale' || kind === 'matrix'
  const named = list.filter(({ key }) => !(isOurs && key === dontKnow))
  const scale = kind === 'scale' ? scaleOf(named) : undefined
  if (scale) return { kind, form: scale, byName: new Map([...named.map(({ name }) => [name, String(Number(name))] as const), [dontKnow, dontKnow]]) }
  const choices = (kind === 'scale' ? list : named).map(({ name, ...choice }): Choice => ({ ...choice, ...(alone.includes(name) && { alone: true }) }))
  return { kind: kind === 'scale' ? 'one' : kind, form: { choices }, byName: new Map(list.map(({ name, key }) => [name, key])) }
}

function scaleOf(choices: readonly ListedChoice[]): QuestionForm | undefined {
  const steps = choices.map(({ name }) => Number(name))
  const [least = Number.NaN, most = Number.NaN] = [steps[0], steps.at(-1)]
  if (!steps.every((step, at) => Number.isInteger(step) && step === least + at) || steps.length < 2 || steps.length > 11) return undefined
  const [first, last] = [choices[0], choices.at(-1)]
  if (!first || !last || !choices.slice(1, -1).every(({ name, label }) => label === String(Number(name)))) return undefined
  const words = (label: string | null, name: string) => (label === null ? undefined : label.replace(new RegExp(`^${Number(name)}(?:\\s*[-–:.=]?\\s+|$)`), '').trim() || undefined)
  return {
    ...{ least, most, leastLabel: words(first.label, first.name), leastLabelEnglish: words(first.labelEnglish, first.name) },
    ...{ mostLabel: words(last.label, last.name), mostLabelEnglish: words(last.labelEnglish, last.name) },
  }
}
