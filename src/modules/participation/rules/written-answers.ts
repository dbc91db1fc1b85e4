import type { Given, GivenAnswer } from './check-answers.ts'
import type { Question, Value } from './question.ts'

/** What has been filled in: every field that was sent, by its name. */
export type Written = Readonly<Record<string, readonly string[]>>

type Named = Pick<Question, 'id' | 'key' | 'kind'>

/** The name of the field for "annat, nämligen". */
export const otherField = (id: string) => `${id}:annat`
/** The name of the field of a row. */
export const rowField = (id: string, row: string) => `${id}:${row}`

/** The question that a field belongs to, by its name. */
export function questionOfField(name: string): string {
  return name.split(':')[0] ?? name
}

/** What the fields of a form say, by the key of the question; a field of no question is kept under its own name, for the rules to refuse. */
export function givenOf(written: Written, questions: readonly Named[]): Given {
  // Maps, for a field may have the name of something that every object has, and a question as many fields as the form can hold.
  const given = new Map<string, { answer: GivenAnswer; readonly rows: Map<string, string> }>()
  for (const [name, texts] of Object.entries(written)) {
    const [id = name, part] = [questionOfField(name), name.includes(':') ? name.slice(name.indexOf(':') + 1) : undefined]
    const question = questions.find((each) => each.id === id)
    const key = question?.key ?? name
    const own = given.get(key) ?? { answer: { texts: [] }, rows: new Map() }
    given.set(key, own)
    const [text = ''] = texts
    if (part === undefined) own.answer = { ...own.answer, texts }
    else if (part === 'annat' && question?.kind !== 'matrix' && question?.kind !== 'ranking') own.answer = { ...own.answer, other: text }
    else own.rows.set(part, text)
  }
  return Object.fromEntries([...given].map(([key, { answer, rows }]) => [key, rows.size > 0 ? { ...answer, byRow: Object.fromEntries(rows) } : answer]))
}

/** What was stored, as the fields of its form: for changing an answer, or sending it on. */
export function writtenOf(questions: readonly Named[], values: Readonly<Record<string, Value>>, ideas: readonly { readonly questionId: string; readonly text: string }[]): Written {
  return Object.fromEntries(
    questions.flatMap(({ id, key, kind }) => {
      const value = values[key]
      const said = ideas.filter(({ questionId }) => questionId === id).map(({ text }) => text)
      if (kind === 'lines' || kind === 'text') return said.length > 0 ? [[id, said] as const] : []
      const other = said.length > 0 ? [[otherField(id), [said.join('; ')]] as const] : []
      if (value === undefined) return other
      if (kind === 'matrix' && typeof value === 'object' && !Array.isArray(value)) return Object.entries(value).map(([row, text]) => [rowField(id, row), [text]] as const)
      if (kind === 'ranking' && Array.isArray(value)) return value.map((choice: string, index) => [rowField(id, choice), [String(index + 1)]] as const)
      return [[id, Array.isArray(value) ? value.map(String) : [String(value)]] as const, ...other]
    }),
  )
}
