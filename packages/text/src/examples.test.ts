import { describe, expect, test } from 'vitest'
import * as door from './index.ts'

/**
 * Runs every @example of the package as it stands in its docstring. A line `expression // => value` must equal the
 * value; with `≈` each number may differ by one in the last decimal that the example writes.
 */
const modules = import.meta.glob<Record<string, unknown>>(['./**/*.ts', '!./**/*.test.ts'], { eager: true })
const sources = import.meta.glob<string>(['./**/*.ts', '!./**/*.test.ts'], { eager: true, query: '?raw', import: 'default' })
// One that may await.
const WaitingFunction = (async () => {}).constructor as FunctionConstructor
const exported = Object.assign({}, ...Object.values(modules)) as Record<string, unknown>

describe('every example in a docstring is true', () => {
  for (const [file, source] of Object.entries(sources)) {
    examplesIn(source).forEach((example, index) => {
      test(`${file}, example ${index + 1}`, async () => {
        expect(example, 'an example must claim something').toMatch(/\/\/ (=>|≈)/)
        const run = new WaitingFunction('equal', 'close', ...Object.keys(exported), asTest(example))
        await run((actual: unknown, claimed: unknown) => expect(actual).toEqual(claimed), expectClose, ...Object.values(exported))
      })
    })
  }
})

test('every function behind the door has an example', () => {
  const examples = Object.values(sources).flatMap(examplesIn).join('\n')
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
