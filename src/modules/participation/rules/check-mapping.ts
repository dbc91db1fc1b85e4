import { fold } from './answer-columns.ts'
import { languageTarget, type Target } from './answer-targets.ts'
import { otherKey } from './check-answers.ts'
import type { ImportMapping } from './map-answers.ts'
import { choiceKeys, dontKnow, type Question } from './question.ts'

type ColumnProblem = { readonly refused: 'not-found' } | { readonly refused: 'no-column' } | { readonly refused: 'same-target'; readonly columns: readonly number[] }

/** What is wrong with what the columns of a file are said to be for; nothing when they can be used. */
export function problemOfColumns(columns: readonly string[], targets: readonly Target[]): ColumnProblem | undefined {
  const known = new Set([languageTarget, ...targets.map(({ id }) => id)])
  if (columns.some((id) => id !== '' && !known.has(id))) return { refused: 'not-found' }
  const same = columns.flatMap((id, at) => (id !== '' && columns.indexOf(id) < at ? [at] : []))
  if (same.length > 0) return { refused: 'same-target', columns: same }
  return columns.some((id) => id !== '' && id !== languageTarget) ? undefined : { refused: 'no-column' }
}

/** Whether a word of a file can stand for a choice of a question; an empty one is no answer. */
export function isOffered(question: Question | undefined, choice: string): boolean {
  return question !== undefined && ['', ...choiceKeys(question), ...(question.form.other ? [otherKey] : []), ...(question.kind === 'matrix' ? [dontKnow] : [])].includes(choice)
}

type WrittenMapping = { readonly columns: Readonly<Record<string, string>>; readonly choices: Readonly<Record<string, Readonly<Record<string, string>>>> }
type Asked = { readonly questions: readonly Question[]; readonly targets: readonly Target[] }
/** `word` is the heading, the key or the choice that it is about. */
export type MappingFault = { readonly fault: 'no-such-heading' | 'no-such-target' | 'no-such-choice' | 'same-target' | 'no-column'; readonly word: string }

/**
 * A mapping that somebody has written: what each heading is for, by the key of the question (and `key__choice` for a column of one choice or row), and what
 * the words of a file stand for. Headings that it doesn't name are left out.
 *
 * @example
 * readMapping({ columns: { 'Bor du här?': 'bor' }, choices: { bor: { Jo: 'ja' } } }, ['Tid', 'Bor du här?'], asked)
 * // => { columns: ['', 'bor'], choices: { bor: { jo: 'ja' } } }
 */
export function readMapping({ columns: named, choices: words }: WrittenMapping, names: readonly string[], { questions, targets }: Asked): ImportMapping | MappingFault {
  const targetOf = new Map(Object.entries(named).map(([name, id]) => [fold(name), id]))
  const headings = names.map(fold)
  const strange = Object.keys(named).find((name) => !headings.includes(fold(name)))
  if (strange !== undefined) return { fault: 'no-such-heading', word: strange }
  const columns = headings.map((name) => targetOf.get(name) ?? '')
  const problem = problemOfColumns(columns, targets)
  if (problem?.refused === 'same-target') return { fault: 'same-target', word: names[problem.columns[0] ?? 0] ?? '' }
  if (problem?.refused === 'not-found') return { fault: 'no-such-target', word: columns.find((id) => problemOfColumns([id], targets)?.refused === 'not-found') ?? '' }
  if (problem) return { fault: problem.refused, word: '' }
  const byKey = new Map(questions.map((question) => [question.key, question]))
  for (const [key, said] of Object.entries(words))
    for (const choice of Object.values(said)) if (!isOffered(byKey.get(key), choice)) return { fault: 'no-such-choice', word: `${key}: ${choice}` }
  const choices = Object.fromEntries(Object.entries(words).map(([key, said]) => [key, Object.fromEntries(Object.entries(said).map(([word, choice]) => [fold(word), choice]))]))
  return { columns, choices }
}
