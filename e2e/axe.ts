import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Opens a page and says what is wrong with it: violations of WCAG 2.2 AA that axe finds, and scrolling sideways. */
export async function faultsOf(page: Page, address: string): Promise<string[]> {
  await page.goto(address)
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  return [...(sideways ? ['scrolls sideways'] : []), ...(await violationsOf(page))].map((fault) => `${new URL(address).pathname}: ${fault}`)
}

/** What axe finds wrong with the page as it stands. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(source)
  return page.evaluate(async (values) => {
    const { axe } = window as unknown as { axe: { run(what: Document, how: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values } })
    return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 120)}`)
  }, tags)
}
