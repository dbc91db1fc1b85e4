/** One idea: text === answer.slice(start, end). */
export type Statement = { readonly text: string; readonly start: number; readonly end: number }

/**
 * The statements of an answer that was given with one idea a line. Trimmed; empty lines and lines of invisible marks only are
 * dropped; a list marker (`- `, `• `, `1. `, `2)`) before the idea is left out. Nothing inside a statement is touched:
 * marks for reading direction, joiners and emoji stay, and the offsets are those of the untouched answer, in UTF-16
 * units as in all strings here.
 *
 * @example
 * splitStatements('- Bättre bussar\n\n2. Mer färg ').map(({ text }) => text) // => ['Bättre bussar', 'Mer färg']
 * splitStatements(' Ett bad') // => [{ text: 'Ett bad', start: 1, end: 8 }]
 */
export function splitStatements(answer: string): Statement[] {
  return [...answer.matchAll(line)].flatMap((match) => {
    const trimmedFromStart = match[0].trimStart()
    const idea = trimmedFromStart.replace(listMarker, '').trim()
    if (!hasContent.test(idea)) return []
    const start = match.index + match[0].length - trimmedFromStart.replace(listMarker, '').trimStart().length
    return [{ text: idea, start, end: start + idea.length }]
  })
}

const line = /[^\n\r\v\f\u0085\u2028\u2029]+/g

// A dash or number glued to the text is a marker only before a capital: "-5 grader" and "1.5 miljoner" say something.
const listMarker = /^(?:[-–—‑*+•·‣▪◦●○](?:\s+|$)|[-–—‑•·‣▪◦●○](?=\p{Lu})|\p{Nd}{1,2}[.)](?:\s+|$|(?=\p{Lu})))/u

const hasContent = /[^\s\p{Cf}\p{Cc}\p{M}]/u
