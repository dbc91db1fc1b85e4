import pg from 'pg'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { attachEmbedded } from '../src/foundation/db/embedded.server.ts'
import { comeBy } from './begun.ts'

/** The people of a journey, each in a browser of their own, signed in by the link that was mailed to them. */
export type Room = { page(person: string): Promise<Page>; resident(): Promise<Page>; close(): Promise<void> }

/** What is walked through: one server, or several behind one address. */
export type Visited = {
  readonly address: string
  readonly firstAdministratorLink?: string
  readonly dataDir: string
  readonly databaseUrl?: string
  stop(): Promise<void>
}

/** Opens a page of the program as one of the people. */
export type Go = (person: string, path: string) => Promise<Page>

export function openRoom(browser: Browser, samsyn: Visited, javaScriptEnabled: boolean): Room {
  const contexts = new Map<string, BrowserContext>()
  const open = async (name: string) => {
    const context = await browser.newContext({ javaScriptEnabled })
    contexts.set(name, context)
    return context.newPage()
  }
  return {
    page: async (person) => {
      const before = contexts.get(person)
      if (before) return before.pages()[0] ?? before.newPage()
      const page = await open(person)
      await page.goto(`${samsyn.address}/logga-in`)
      await page.getByLabel('Din e-postadress').fill(`${person}@kommunen.example`)
      await page.getByRole('button', { name: 'Skicka länken' }).click()
      await page.getByText('Titta i din e-post').waitFor()
      await page.goto(await mailedLink(samsyn, `${person}@kommunen.example`))
      await page.getByRole('button', { name: 'Logga in', exact: true }).click()
      await page.waitForURL('**/arbete/**')
      return page
    },
    resident: () => open(`resident ${contexts.size}`),
    close: async () => {
      for (const context of contexts.values()) await context.close()
    },
  }
}

/** The link in the last mail to somebody, from the mailbox that waits for a mail server. */
async function mailedLink(samsyn: Visited, to: string): Promise<string> {
  const database = samsyn.databaseUrl ? { connection: { connectionString: samsyn.databaseUrl }, stop: async () => {} } : await attachEmbedded(samsyn.dataDir)
  const pool = new pg.Pool(database.connection)
  try {
    const { rows } = await pool.query<{ body: string }>('select body from people_mails where recipient = $1 order by queued_at desc limit 1', [to])
    const link = /https?:\/\/\S+/.exec(rows[0]?.body ?? '')?.[0]
    if (!link) throw new Error(`No mail to ${to}`)
    return link
  } finally {
    await pool.end()
    await database.stop()
  }
}

/** Fills a form by its labels, as a person reads them, and presses the button. */
export async function send(page: Page, fields: Record<string, string | string[]>, button: string, within = 'main'): Promise<void> {
  const form = page
    .locator(within)
    .locator('form')
    .filter({ has: page.getByRole('button', { name: button, exact: true }) })
    .first()
  for (const [label, value] of Object.entries(fields)) {
    const field = form.getByLabel(label, { exact: true }).first()
    if (Array.isArray(value)) for (const each of value) await form.getByLabel(each, { exact: true }).first().check()
    else if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption({ label: value })
    else await field.fill(value)
  }
  await comeBy(page, () => form.getByRole('button', { name: button, exact: true }).click())
}
