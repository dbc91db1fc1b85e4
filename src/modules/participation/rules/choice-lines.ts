import { otherKey } from './check-answers.ts'
import { keyOfWords } from './key-of-words.ts'
import { type Choice, dontKnow } from './question.ts'

/** What is chosen among as it is written: one a line, and beside it, in the same order, its English and its picture. */
export type WrittenChoices = { readonly labels: string; readonly english?: string | undefined; readonly pictures?: string | undefined; readonly alone?: string | undefined }
export type LinesProblem = 'english-lines' | 'picture-lines' | 'not-among-choices'
export type ReadChoices = { readonly choices: Choice[]; readonly problem?: LinesProblem }

/**
 * Reads choices that were written one a line. A choice keeps its key where its words stand, and where as many are new as are gone: then its words
 * were changed. Any other new line is a choice of its own, with a key from its words.
 */
export function readChoiceLines({ labels, english = '', pictures = '', alone = '' }: WrittenChoices, before: readonly Choice[]): ReadChoices {
  const lines = filledLines(labels)
  const [inEnglish, withPicture] = [filledLines(english), filledLines(pictures)]
  const keys = keysOf(lines, before)
  const choices = lines.map((label, index): Choice => {
    const picture = withPicture[index]
    return {
      key: keys[index] ?? '',
      label,
      labelEnglish: inEnglish[index] ?? null,
      ...(label === alone.trim() && { alone: true }),
      ...(picture !== undefined && { picture }),
    }
  })
  if (inEnglish.length > 0 && inEnglish.length !== lines.length) return { choices, problem: 'english-lines' }
  if (withPicture.length > lines.length) return { choices, problem: 'picture-lines' }
  return alone.trim() !== '' && !lines.includes(alone.trim()) ? { choices, problem: 'not-among-choices' } : { choices }
}

/** Choices as they are written, one a line. */
export function writeChoiceLines(choices: readonly Choice[] = []): Required<{ [Name in keyof WrittenChoices]: string }> {
  const lines = (of: (choice: Choice) => string | null | undefined) => (choices.some(of) ? choices.map((choice) => of(choice) ?? '').join('\n') : '')
  return {
    labels: lines(({ label }) => label),
    english: lines(({ labelEnglish }) => labelEnglish),
    pictures: lines(({ picture }) => picture),
    alone: choices.find(({ alone }) => alone)?.label ?? '',
  }
}

/** The lines of a text that have something on them. */
export function filledLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function keysOf(lines: readonly string[], before: readonly Choice[]): string[] {
  const left = [...before]
  const found = lines.map((line) => {
    const at = left.findIndex(({ label }) => label === line)
    return at < 0 ? undefined : left.splice(at, 1)[0]?.key
  })
  const renamed = found.filter((key) => key === undefined).length === left.length ? left.map(({ key }) => key) : []
  // A key once had is not given to other words: a condition on it would mean something else.
  const taken = new Set([otherKey, dontKnow, ...before.map(({ key }) => key)])
  return lines.map((line, index) => {
    const key = found[index] ?? renamed.shift() ?? keyOfWords(line, taken)
    taken.add(key)
    return key
  })
}
