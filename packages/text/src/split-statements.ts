/** One idea: text === answer.slice(start, end). */
export type Statement = { readonly text: string; readonly start: number; readonly end: number }
export function splitStatements(_answer: string): Statement[] {
  throw new Error('Not built yet')
}
