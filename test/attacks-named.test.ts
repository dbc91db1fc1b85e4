import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// What a public participation system is attacked by, as numbered in the list of attacks that ours is tried with: those that its surveys must stand.
const numbers = [4, ...span(6, 12), ...span(14, 31), 36, 37, ...span(39, 43), 46, 47, 48, 50, 51, ...span(53, 60)]

test('each attack that participation must stand is tried by a test that bears its number, and names participation’s own doors', () => {
  const files = ['test', 'src/modules/participation'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.test\.tsx?$/.test(name) && (folder !== 'test' || name.startsWith('attacks-participation')))
      .map((name) => join(folder, name)),
  )
  const tried = new Set(files.flatMap((file) => numbersIn(readFileSync(file, 'utf8'))))
  expect(numbers.filter((number) => !tried.has(number))).toEqual([])
})

test('a number counts where a test is named by it, and nowhere else', () => {
  expect(numbersIn("test('43 and 48: x', () => {})\n  describe('attack 7: y', z)\ntest.each(w)('attacks 6 and 16: v', u)")).toEqual([43, 48, 7, 6, 16])
  expect(numbersIn("// 9: no test\nexpect(x, '10: no').toBe(11)\ntest('at 10,000 statements', y)")).toEqual([])
})

/** The numbers that the tests and descriptions of a file begin with. */
function numbersIn(source: string): number[] {
  const named = source.matchAll(/^\s*(?:test|describe)(?:\.each\([^\n]*\))?\(\s*['"`](?:attacks? )?(\d{1,2}(?:(?:, | and )\d{1,2})*):/gm)
  return [...named].flatMap(([, found = '']) => found.split(/, | and /).map(Number))
}

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}
