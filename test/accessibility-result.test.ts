import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { fingerprintPages, summariseRuns, untriedPages } from '../scripts/accessibility-result.ts'
import { readTrial } from '../src/modules/open/read-trial.ts'
import { StatementText } from '../src/modules/open/web/accessibility-statement.tsx'

const trial = readTrial()
const pageOf = (told: typeof trial, language: 'sv' | 'en') =>
  renderToStaticMarkup(createElement(StatementText, { language, municipality: 'Provkommunen', statement: undefined, trial: told }))

describe('what the accessibility statement tells of a program', () => {
  test('is of the pages as they are now. If not: npm run test:accessibility', () => {
    expect(trial.pagesFingerprint).toBe(fingerprintPages())
  })
  test('is of all pages that there are, but those that it names', () => {
    expect(trial.untried).toEqual(untriedPages(trial.pages))
    expect(trial.pages.length).toBeGreaterThan(40)
    for (const page of ['/', '/delta/hur-gar-det-2026', '/tillganglighet', '/integritet', '/arbete/granska', '/arbete/lasning', '/arbete/tillganglighet'])
      expect(trial.pages).toContain(page)
  })
  test('is of many rules, on a day that has been, by the program and version that are installed', () => {
    expect(trial.rules.length).toBeGreaterThan(50)
    expect(Date.parse(trial.triedOn)).toBeLessThanOrEqual(Date.now())
    const { version, triedOn, program } = summariseRuns([], trial.triedOn)
    expect({ version: trial.version, triedOn: trial.triedOn, program: trial.program }).toEqual({ version, triedOn, program })
    expect(version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
  })
  test.each(['sv', 'en'] as const)('leaves out no fault that it found, in %s', (language) => {
    const violations = [...trial.violations, { page: '/mal/:id', rule: 'color-contrast' }, { page: '/arbete/kodning', rule: 'reflow' }]
    const page = pageOf({ ...trial, violations }, language)
    for (const fault of violations) expect(page).toContain(`<code>${fault.page}</code></th><td><span class="card-label">`)
    for (const { rule } of violations) expect(page).toContain(`<code>${rule}</code>`)
    expect(page).not.toMatch(/fann inga fel|found no faults/)
    expect(pageOf({ ...trial, violations: [] }, language)).toMatch(/fann inga fel|found no faults/)
  })
  test('names each page that was tried, and each that was not', () => {
    const page = pageOf({ ...trial, untried: ['/ny-sida'] }, 'sv')
    for (const path of [...trial.pages, '/ny-sida']) expect(page).toContain(`<code>${path}</code>`)
  })
})

describe('the fingerprint of the pages', () => {
  test('is another when a page, a part or a style is, and the same when only a test is', () => {
    const copy = mkdtempSync(join(tmpdir(), 'samsyn-pages-'))
    mkdirSync(join(copy, 'src'))
    cpSync('src/modules/open', join(copy, 'src/open'), { recursive: true })
    const before = fingerprintPages(copy)
    writeFileSync(join(copy, 'src/open/web/new.test.tsx'), '')
    expect(fingerprintPages(copy)).toBe(before)
    writeFileSync(join(copy, 'src/open/new.css'), 'p{}')
    expect(fingerprintPages(copy)).not.toBe(before)
    rmSync(copy, { recursive: true })
  })
  test('and a page that no run was at is found', () => {
    expect(untriedPages(['/'])).toContain('/mal/:id')
    expect(untriedPages(['/mal/3'])).not.toContain('/mal/:id')
  })
})

test('runs of axe are put together: each page once, each fault once', () => {
  const run = { page: '/', rules: ['a', 'b'], violations: ['b'] }
  expect(summariseRuns([run, run, { page: '/om', rules: ['a'], violations: [] }], '2026-11-27')).toMatchObject({
    pages: ['/', '/om'],
    rules: ['a', 'b'],
    violations: [{ page: '/', rule: 'b' }],
    triedOn: '2026-11-27',
  })
})
