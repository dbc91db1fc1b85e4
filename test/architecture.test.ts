import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { cruise, type ICruiseOptions } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { beforeAll, describe, expect, test } from 'vitest'
import rules from '../.dependency-cruiser.mjs'
import { line } from './line.mjs'

type Violation = { from: string; to: string; rule: { name: string } }

// One planted offence of each kind, in a copy of the house.
const offences: readonly { rule: string; file: string; text: string; also?: readonly [string, string] }[] = [
  ...line.slice(0, -1).map((name, index) => ({ rule: `${name}-never-looks-ahead`, file: `src/modules/${name}/planted-ahead.ts`, text: `export * from '#${line[index + 1]}'` })),
  { rule: 'only-through-the-door', file: 'src/modules/open/planted-window.ts', text: "export * from '../process/read-process.ts'" },
  { rule: 'app-enters-by-doors-and-routes', file: 'src/planted-app.ts', text: "export * from './modules/process/read-process.ts'" },
  { rule: 'tables-only-from-tables', file: 'src/modules/plans/planted-table.ts', text: "export * from '#process/tables'" },
  { rule: 'rules-are-pure', file: 'src/modules/process/rules/planted-impure.ts', text: "import { readFileSync } from 'node:fs'\nexport const read = readFileSync" },
  { rule: 'only-the-store-knows-the-database', file: 'src/modules/process/planted-sql.ts', text: "export { sql } from 'drizzle-orm'" },
  { rule: 'pages-do-not-touch-the-store', file: 'src/modules/process/web/planted-page.tsx', text: "export * from '../store.server.ts'" },
  { rule: 'the-roof-stores-nothing', file: 'src/modules/open/planted-roof.ts', text: "export { sql } from 'drizzle-orm'" },
  { rule: 'kernel-stands-on-nothing', file: 'src/foundation/kernel/planted-kernel.ts', text: "export * from '../http/clock.ts'" },
  { rule: 'ui-stands-on-kernel', file: 'src/foundation/ui/planted-ui.tsx', text: "export * from '../http/clock.ts'" },
  { rule: 'foundation-knows-no-module', file: 'src/foundation/http/planted-ground.ts', text: "export * from '#process'" },
  { rule: 'packages-know-no-app', file: 'packages/text/src/planted-package.ts', text: "export * from '../../../src/foundation/kernel/day.ts'" },
  {
    rule: 'no-circle',
    file: 'src/foundation/kernel/planted-circle.ts',
    text: "import { second } from './planted-circle-two.ts'\nexport const first = () => second",
    also: ['src/foundation/kernel/planted-circle-two.ts', "import { first } from './planted-circle.ts'\nexport const second = () => first"],
  },
]

/** Copies the house, plants the offences in the copy, and checks it. */
async function checkPlanted(): Promise<{ violations: Violation[]; modules: string[]; sources: string[] }> {
  const copy = mkdtempSync(join(tmpdir(), 'samsyn-house-'))
  try {
    for (const name of ['src', 'packages', 'package.json', 'tsconfig.json']) cpSync(name, join(copy, name), { recursive: true })
    const sources = ['src', 'packages/statistics/src', 'packages/text/src']
      .flatMap((folder) => readdirSync(join(copy, folder), { recursive: true }).map((name) => join(folder, String(name))))
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
    for (const { file, text, also } of offences)
      for (const [name, content] of also ? [[file, text] as const, also] : [[file, text] as const]) {
        mkdirSync(dirname(join(copy, name)), { recursive: true })
        writeFileSync(join(copy, name), `${content}\n`)
      }
    const { options, forbidden } = rules
    const wish = { ...options, baseDir: copy, validate: true, ruleSet: { forbidden } } as unknown as ICruiseOptions
    const result = await cruise(['src', 'packages'], wish, undefined, { tsConfig: extractTSConfig(join(copy, 'tsconfig.json')) })
    if (typeof result.output === 'string') throw new Error('The checker gave text where a result was asked for.')
    return { violations: result.output.summary.violations as Violation[], modules: result.output.modules.map(({ source }) => source), sources }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

const planted = new Set(offences.flatMap(({ file, also }) => (also ? [file, also[0]] : [file])))

describe('the rules of the house', () => {
  let found: Awaited<ReturnType<typeof checkPlanted>>
  beforeAll(async () => {
    found = await checkPlanted()
  })

  test('nobody breaks them', () => {
    expect(found.violations.filter(({ from }) => !planted.has(from)).map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
  })
  test.each(offences)('$rule refuses a planted offence', ({ rule, file, also }) => {
    expect(found.violations.some((violation) => violation.rule.name === rule && [file, also?.[0]].includes(violation.from))).toBe(true)
  })
  test('every rule has a planted offence and a reason', () => {
    expect(new Set(offences.map(({ rule }) => rule))).toEqual(new Set(rules.forbidden.map(({ name }) => name)))
    for (const { comment } of rules.forbidden) expect(comment.length).toBeGreaterThan(20)
  })
  test('the checker saw every source file: it passes in silence when it sees none', () => {
    const { sources } = found
    const seen = new Set(found.modules)
    expect(sources.filter((name) => !seen.has(name))).toEqual([])
    expect(seen.size).toBeGreaterThan(200)
  })
})

test('the folders of modules are the line', () => {
  expect(readdirSync('src/modules').sort()).toEqual([...line].sort())
})

test('every table begins with its module', () => {
  for (const name of [
    ...line.filter((module) => module !== 'open').map((module) => `modules/${module}`),
    'foundation/people',
    'foundation/trail',
    'foundation/documents',
    'foundation/files',
  ]) {
    const parts = existsSync(`src/${name}/tables`) ? readdirSync(`src/${name}/tables`).map((part) => `src/${name}/tables/${part}`) : []
    const text = [`src/${name}/tables.ts`, ...parts].map((file) => readFileSync(file, 'utf8')).join('\n')
    const tables = [...text.matchAll(/pgTable\(\s*'([^']+)'/g)].map((match) => match[1] ?? '')
    expect(tables.length).toBeGreaterThan(0)
    for (const table of tables) expect(table.startsWith(`${name.split('/')[1]}_`)).toBe(true)
  }
})

test('a door begins by saying what its room owns, and is at most forty names wide', () => {
  for (const module of line) {
    const door = readFileSync(`src/modules/${module}/index.ts`, 'utf8')
    expect(door).toMatch(/^\/\*\* Owns /)
    expect([...door.matchAll(/[{,]\s*(?:type )?\w+(?=[,\s}])/g)].length).toBeLessThanOrEqual(40)
  }
})

test('no source is longer than 250 lines, and no test than 350', () => {
  const long = ['src', 'packages', 'test', 'scripts', 'e2e', 'seeds']
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))))
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.includes('node_modules'))
    .filter((name) => readFileSync(name, 'utf8').split('\n').length > (/\.test\.tsx?$/.test(name) ? 351 : 251))
  expect(long).toEqual([])
})

test('nobody cuts a day out of an instant: in UTC it is yesterday until two in the morning, and `dayOf` knows', () => {
  const cut = readdirSync('src', { recursive: true })
    .map((name) => join('src', String(name)))
    .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
    .filter((name) => /\.(slice|substring)\(0, 10\)|toISOString\(\)\.s|\.split\('T'\)/.test(readFileSync(name, 'utf8')))
  expect(cut).toEqual([])
})
