import type { Page } from 'playwright-core'

const ofEachKind = 2

/** The addresses that can be reached by links from a page, at most two of each kind of page, the page itself first, and those with a form to fill in. */
export async function crawl(page: Page, start: string): Promise<{ all: readonly string[]; withForm: readonly string[] }> {
  const [found, withForm, seen] = [[new URL(start).href], [] as string[], new Map<string, number>()]
  for (const address of found) {
    await page.goto(address)
    const links = await page.evaluate(() => [...document.querySelectorAll('a[href]')].map((link) => (link as HTMLAnchorElement).href.split(/[?#]/)[0] ?? ''))
    if ((await page.locator('main form').count()) > 0) withForm.push(address)
    for (const link of new Set(links)) {
      if (!link.startsWith(new URL(start).origin) || found.includes(link) || /\/(sprak|assets)\/|\/(?:xlsform|word)$/.test(link) || /\.\w+$/.test(link)) continue
      const kind = link.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}/g, ':id').replace(/(tema|matt|delta|dialoger|process)\/[^/]+$/, '$1/:slug')
      if ((seen.get(kind) ?? 0) >= ofEachKind) continue
      seen.set(kind, (seen.get(kind) ?? 0) + 1)
      found.push(link)
    }
  }
  return { all: found, withForm }
}
