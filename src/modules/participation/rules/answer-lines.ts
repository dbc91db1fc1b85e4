import { findUnacceptableCharacters, splitStatements } from '#text'

export const longestLine = 2000
// A group writes on one sheet what a person writes on several lines; an answer that comes in a file is no longer.
export const mostLinesOfSheet = 60

export type LineProblem = { readonly question: string; readonly line: number; readonly problem: 'too-long' | 'unacceptable-characters' | 'too-many-lines' }

/** Checks what was written on a question, line by line, before anything is stored. */
export function checkLines(question: { readonly id: string; readonly maxLines: number }, lines: readonly string[]): LineProblem[] {
  const written = linesIn(lines)
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => line.trim() !== '')
  const problems: LineProblem[] = written.length > question.maxLines ? [{ question: question.id, line: question.maxLines, problem: 'too-many-lines' }] : []
  for (const { line, index } of written) {
    const problem = problemOf(line)
    if (problem) problems.push({ question: question.id, line: index, problem })
  }
  return problems
}

/** Why a line can't be stored, if it can't. */
export function problemOf(line: string): 'too-long' | 'unacceptable-characters' | undefined {
  if (line.length > longestLine) return 'too-long'
  return findUnacceptableCharacters(line).length > 0 ? 'unacceptable-characters' : undefined
}

/** The ideas in what was written: one a line, as it was written. */
export function ideasOf(lines: readonly string[]): string[] {
  return lines.flatMap((line) => splitStatements(line).map(({ text }) => text))
}

/** What was written, line by line, also when a field that should hold one line was sent with several. */
export function linesIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/))
}
