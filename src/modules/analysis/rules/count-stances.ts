import type { StanceCount } from '#statistics'
import { withHeadings } from './theme-tree.ts'

/** One statement as it is counted: in the columns of its group and of the parts of the group that whoever answered belongs to. */
export type Unit = { readonly statementId: string; readonly responseId: string; readonly persons: number; readonly columns: readonly string[] }
export type Coding = { readonly statementId: string; readonly themeId: string; readonly stance: 'keep' | 'leave' | 'want' | null }
export type Counted = StanceCount & {
  readonly mentioned: number
  readonly keep: number
  readonly leave: number
  readonly want: number
  /** Persons behind the mentions: for a note, everybody in its group. */
  readonly persons: number
  readonly statements: number
}

const [keep, leave, want] = [1, 2, 4]

/**
 * Counts what each column said of each theme, in the group's own unit: an answer or a note counts once, however often it comes back to the theme or to
 * the parts of it. Keep and want speak for it, leave against it; an answer that says both takes no stand. The units given are of one question, the place
 * or the workplace: the two are never added.
 */
export function countStances(
  columns: readonly string[],
  themes: readonly { id: string; parentId: string | null }[],
  units: readonly Unit[],
  codings: readonly Coding[],
): Counted[] {
  const at = new Map(columns.map((column, index) => [column, index]))
  const voices = numbered(units, at)
  const headings = new Map(themes.map(({ id }) => [id, withHeadings(themes, id)]))
  const said = new Map<string, Coding[]>(themes.map(({ id }) => [id, []]))
  for (const coding of codings) if (voices.statements.has(coding.statementId)) for (const theme of headings.get(coding.themeId) ?? []) said.get(theme)?.push(coding)
  // What each answer and statement was last seen under, so that nothing is emptied between themes.
  const [stances, answerSeen, statementSeen] = [new Uint8Array(voices.answers.length), new Int32Array(voices.answers.length), new Int32Array(units.length)]
  return themes.flatMap(({ id }, theme) => {
    const table = columns.map((column, index) => ({
      group: column,
      theme: id,
      asked: voices.asked[index] ?? 0,
      mentioned: 0,
      for: 0,
      against: 0,
      keep: 0,
      leave: 0,
      want: 0,
      persons: 0,
      statements: 0,
    }))
    const answered: number[] = []
    for (const { statementId, stance } of said.get(id) ?? []) {
      const statement = voices.statements.get(statementId) as number
      const answer = voices.answerOf[statement] as number
      if (answerSeen[answer] !== theme + 1) {
        answerSeen[answer] = theme + 1
        stances[answer] = 0
        answered.push(answer)
      }
      stances[answer] = (stances[answer] as number) | (stance === 'keep' ? keep : stance === 'leave' ? leave : stance === 'want' ? want : 0)
      if (statementSeen[statement] !== theme + 1) {
        statementSeen[statement] = theme + 1
        for (const column of voices.columnsOf[answer] ?? []) (table[column] as Sum).statements++
      }
    }
    for (const answer of answered) for (const column of voices.columnsOf[answer] ?? []) add(table[column] as Sum, stances[answer] as number, voices.answers[answer]?.persons ?? 0)
    return table
  })
}

type Sum = { -readonly [Key in keyof Counted]: Counted[Key] }

function add(sum: Sum, stances: number, persons: number): void {
  const [isFor, isAgainst] = [(stances & (keep | want)) > 0, (stances & leave) > 0]
  sum.mentioned++
  sum.persons += persons
  if (isFor && !isAgainst) sum.for++
  if (isAgainst && !isFor) sum.against++
  if (stances & keep) sum.keep++
  if (stances & leave) sum.leave++
  if (stances & want) sum.want++
}

/** Statements and answers by number, with the answers that each column has. */
function numbered(units: readonly Unit[], columnAt: ReadonlyMap<string, number>) {
  const [statements, answerAt, answers] = [new Map<string, number>(), new Map<string, number>(), [] as Unit[]]
  const answerOf = new Int32Array(units.length)
  const asked = new Int32Array(columnAt.size)
  const columnsOf: (readonly number[])[] = []
  const known = new Map<readonly string[], readonly number[]>()
  units.forEach((unit, number) => {
    statements.set(unit.statementId, number)
    let answer = answerAt.get(unit.responseId)
    if (answer === undefined) {
      answer = answers.push(unit) - 1
      answerAt.set(unit.responseId, answer)
      const columns = known.get(unit.columns) ?? unit.columns.flatMap((column) => columnAt.get(column) ?? [])
      known.set(unit.columns, columns)
      columnsOf.push(columns)
      for (const column of columns) asked[column] = (asked[column] as number) + 1
    }
    answerOf[number] = answer
  })
  return { statements, answers, answerOf, columnsOf, asked }
}
