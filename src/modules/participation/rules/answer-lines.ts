import { findUnacceptableCharacters, splitStatements } from '#text'

export const longestLine = 2000

export type LineProblem = { readonly question: string; readonly line: number; readonly problem: 'too-long' | 'unacceptable-characters' | 'too-many-lines' }

/** Checks what was written on a question, line by line, before anything is stored. */
export function checkLines(question: { readonly id: string; readonly maxLines: number }, lines: readonly string[]): LineProblem[] {
  const written = lines.map((line, index) => ({ line, index })).filter(({ line }) => line.trim() !== '')
  const problems: LineProblem[] = written.length > question.maxLines ? [{ question: question.id, line: question.maxLines, problem: 'too-many-lines' }] : []
  for (const { line, index } of written) {
    if (line.length > longestLine) problems.push({ question: question.id, line: index, problem: 'too-long' })
    else if (findUnacceptableCharacters(line).length > 0) problems.push({ question: question.id, line: index, problem: 'unacceptable-characters' })
  }
  return problems
}

/** The ideas in what was written: one a line, as it was written. */
export function ideasOf(lines: readonly string[]): string[] {
  return lines.flatMap((line) => splitStatements(line).map(({ text }) => text))
}
