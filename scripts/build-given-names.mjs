// Builds packages/text/src/given-names.ts from ../shared/data/text/sv-resources: given names that at least fifty persons bear.
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const names = new Set()
for (const file of ['tilltalsnamn-kvinnor.csv', 'tilltalsnamn-man.csv'])
  for (const line of readFileSync(resolve(root, '../shared/data/text/sv-resources', file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)) {
    const [name, persons] = line.trim().split(',')
    if (Number(persons) >= 50 && /^\p{Lu}[\p{L}-]+$/u.test(name)) names.add(name.normalize('NFC'))
  }
const out = resolve(root, 'packages/text/src/given-names.ts')
const words = [...names].sort((one, other) => (one < other ? -1 : 1)).join(' ')
writeFileSync(
  out,
  `// Made by scripts/build-given-names.mjs. Source: Statistics Sweden (SCB), names of the population, CC0.

/** Given names with fifty bearers or more. */
export const givenNames: ReadonlySet<string> = /* @__PURE__ */ new Set(
  '${words}'.split(
    ' ',
  ),
)
`,
)
console.log(`${names.size} names`)
