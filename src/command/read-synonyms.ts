import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { RefusedInput } from './refused-input.ts'

/** Reads words that count as one: a group a line, with commas between; all count as the first. */
export function readSynonyms(path: string | undefined): readonly (readonly string[])[] {
  if (path === undefined) return []
  const file = basename(path)
  if (statSync(path).size > 1 << 20) throw new RefusedInput(`${file} är för stor för en lista med synonymer.`)
  const groups = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, at) => ({ line: at + 1, words: line.split(',').map((word) => word.trim()) }))
    .filter(({ words }) => words.join('') !== '')
  for (const { line, words } of groups) {
    const wrong = words.find((word) => !/^[\p{L}\p{M}\p{N}-]+$/u.test(word))
    if (wrong !== undefined || words.length < 2)
      throw new RefusedInput(
        `${file}, rad ${line}: ${wrong === undefined ? 'raden har ett enda ord' : `”${wrong}” är inte ett ord`}. Skriv ord som betyder samma sak med komma mellan.`,
      )
  }
  return groups.map(({ words }) => words)
}
