import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as door from './index.ts'

/**
 * Runs every @example of the package as it stands in its docstring. A line `expression // => value` must equal the
 * value; with `≈` each number may differ by one in the last decimal that the example writes.
 */
const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'index.ts')

describe('every example in a docstring is true', async () => {
  const exported: Record<string, unknown> = { ...door }
  for (const file of files) Object.assign(exported, await import(`./${file}`))
  for (const file of files) {
    examplesIn(readFileSync(join(import.meta.dirname, file), 'utf8')).forEach((example, index) => {
      test(`${file}, example ${index + 1}`, () => {
        expect(example, 'an example must claim something').toMatch(/\/\/ (=>|≈)/)
        const run = new Function('equal', 'close', ...Object.keys(exported), asTest(example))
        run((actual: unknown, claimed: unknown) => expect(actual).toEqual(claimed), expectClose, ...Object.values(exported))
      })
    })
  }
})

test('every function behind the door has an example', () => {
  const source = files.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('\n')
  const examples = examplesIn(source).join('\n')
  const functions = Object.entries(door).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []))
  expect(functions.filter((name) => !examples.includes(`${name}(`))).toEqual([])
})

function examplesIn(source: string): string[] {
  const docstrings = source.match(/\/\*\*[\s\S]*?\*\//g) ?? []
  return docstrings.flatMap((docstring) => {
    const example = /@example([\s\S]*)\*\//.exec(docstring)?.[1]
    return example === undefined ? [] : [example.replace(/^\s*\* ?/gm, '')]
  })
}

function asTest(example: string): string {
  return example.replace(/^(.+?) \/\/ (=>|≈) (.+)$/gm, (_, actual, sign, claimed) =>
    sign === '=>' ? `equal((${actual}), (${claimed}));` : `close((${actual}), (${claimed}), ${JSON.stringify(claimed)});`,
  )
}

function expectClose(actual: unknown, claimed: unknown, written: string): void {
  const decimals = Math.max(0, ...[...written.matchAll(/\d\.(\d+)/g)].map((match) => match[1]?.length ?? 0))
  expect(withinOneOf(actual, claimed, 10 ** -decimals), `${JSON.stringify(actual)} is not ≈ ${written}`).toBe(true)
}

function withinOneOf(actual: unknown, claimed: unknown, tolerance: number): boolean {
  if (typeof claimed === 'number') return typeof actual === 'number' && Math.abs(actual - claimed) <= tolerance
  if (typeof claimed !== 'object' || claimed === null) return Object.is(actual, claimed)
  if (typeof actual !== 'object' || actual === null || Object.keys(actual).length !== Object.keys(claimed).length) return false
  return Object.entries(claimed).every(([key, value]) => withinOneOf(Reflect.get(actual, key), value, tolerance))
}
