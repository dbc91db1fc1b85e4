import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** A page that axe was let loose on, with which rules, and what it found. */
export type AxeRun = { readonly page: string; readonly rules: readonly string[]; readonly violations: readonly string[] }
const runs: AxeRun[] = []

/** Keeps what axe has found so far in this file of tests, when `npm run test:accessibility` asks for it: the accessibility statement tells of it. */
export function keepRuns(name: string): void {
  const folder = process.env.SAMSYN_AXE_RUNS
  // Where nothing could be tried there is nothing to tell, and the record isn't made.
  if (!folder || runs.length === 0) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(runs))
}

/** Opens a page and says what is wrong with it: violations of WCAG 2.2 AA that axe finds, scrolling sideways, and captions that are cut off. */
export async function faultsOf(page: Page, address: string): Promise<string[]> {
  await page.goto(address)
  return (await violationsOf(page)).map((fault) => `${new URL(address).pathname}: ${fault}`)
}

/** What is wrong with the page as it stands. */
export async function violationsOf(page: Page): Promise<string[]> {
  // Before all of it has come, its styles too, it is another page; and halfway from one colour to the next it has neither.
  await page.waitForLoadState()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.evaluate(source)
  const { violations, rules } = await page.evaluate(async (values) => {
    const { axe } = window as Window & typeof globalThis & { axe: typeof import('axe-core') }
    const { violations, passes, incomplete, inapplicable } = await axe.run(document, { runOnly: { type: 'tag', values } })
    return { violations: violations.map(({ id, nodes }) => ({ id, html: nodes[0]?.html })), rules: [violations, passes, incomplete, inapplicable].flat().map(({ id }) => id) }
  }, tags)
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.scroll caption')].some((caption) => {
      const words = document.createRange()
      words.selectNodeContents(caption)
      return words.getBoundingClientRect().right > (caption.closest('.scroll')?.getBoundingClientRect().right ?? 0) + 1
    }),
  )
  runs.push({ page: pathOf(page), rules: ['reflow', ...rules], violations: [...(sideways ? ['reflow'] : []), ...violations.map(({ id }) => id)] })
  return [...(sideways ? ['scrolls sideways'] : []), ...(cut ? ['a caption is cut off'] : []), ...violations.map(({ id, html }) => `${id} ${html?.slice(0, 120)}`)]
}

// Identities differ from one installation to the next.
function pathOf(page: Page): string {
  return new URL(page.url()).pathname.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}/g, ':id')
}
