import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, keepRuns, violationsOf } from './axe.ts'
import { begun, comeBy } from './begun.ts'
import { openBrowser } from './browser.ts'
import { enterDemo } from './enter-demo.ts'
import { type Installation, startInstallation } from './installation.ts'

let browser: Browser
let samsyn: Installation
beforeAll(async () => {
  browser = await openBrowser()
  samsyn = await startInstallation({ start: 'demo' })
})
afterAll(async () => {
  keepRuns('care-for-texts')
  await browser?.close()
  await samsyn?.stop()
})

async function enter(width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true, javaScriptEnabled: true })
  const page = await context.newPage()
  await enterDemo(page, samsyn.address, 'pia')
  return page
}
async function send(text: string, language: string) {
  const answer = await fetch(`${samsyn.address}/api/v1/dialogues/hur-gar-det-2026/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ answers: { 'fraga-1': [text] }, language }),
  })
  expect(answer.status).toBe(201)
}
/** Tab, and nothing else, until what has focus is what is looked for. */
async function tabTo(page: Page, selector: string) {
  await begun(page)
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
  }
  throw new Error(`No Tab reaches ${selector}`)
}
const picture = async (page: Page, name: string) => {
  const folder = process.env.SAMSYN_PICTURES
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

test('a text is masked with its reason, read as it was written, and translated, by the keyboard alone', async () => {
  await send('Jag vet var du bor, du på Storgatan 5', 'sv')
  await send('We need more buses in the evenings', 'en')
  const page = await enter(1200)
  await page.goto(`${samsyn.address}/arbete/granska?dialog=hur-gar-det-2026`)
  await tabTo(page, 'a[href*="varning=hot"]')
  await page.keyboard.press('Enter')
  await page.waitForURL('**varning=hot**')
  await tabTo(page, 'input[name="statementIds"]')
  await page.keyboard.press('Space')
  await tabTo(page, '[name^="shown-"]')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Ett hot')
  // Without a reason it is refused, and what was written is kept.
  await tabTo(page, 'button[value="marked may-be-shown"]')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  expect(await page.locator('[name^="shown-"]').first().inputValue()).toBe('Ett hot')
  expect(await violationsOf(page)).toEqual([])
  await tabTo(page, 'a[href="#cause"]')
  await page.keyboard.press('Enter')
  // The browser gives the focus when it next draws.
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('cause')
  await page.keyboard.type('Orden h')
  expect(await page.locator('select[name="cause"]').inputValue()).toBe('threat')
  await tabTo(page, 'button[value="marked may-be-shown"]')
  await Promise.all([page.waitForURL((url) => !url.search.includes('lage')), page.waitForNavigation(), page.keyboard.press('Enter')])

  await page.goto(`${samsyn.address}/arbete/granska?lage=maskerade&dialog=hur-gar-det-2026`)
  await tabTo(page, 'a[href^="/arbete/granska/"]')
  await Promise.all([page.waitForURL('**/arbete/granska/*-*'), page.keyboard.press('Enter')])
  expect(await page.getByText('Storgatan').count()).toBe(0)
  await tabTo(page, 'input[name="reason"]')
  await page.keyboard.type('Polisen har frågat')
  await comeBy(page, () => page.keyboard.press('Enter'))
  expect(await page.getByText('Jag vet var du bor, du på Storgatan 5').count()).toBe(1)
  expect(await violationsOf(page)).toEqual([])
  await picture(page, 'original-1200')

  await page.goto(`${samsyn.address}/arbete/granska?varning=annat-sprak&dialog=hur-gar-det-2026`)
  await tabTo(page, 'a[href^="/arbete/granska/"]')
  await Promise.all([page.waitForURL('**/arbete/granska/*-*'), page.keyboard.press('Enter')])
  await tabTo(page, 'textarea[name="text"]')
  await page.keyboard.type('Vi behöver fler bussar på kvällen')
  await tabTo(page, 'button')
  await comeBy(page, () => page.keyboard.press('Enter'))
  expect(await page.getByText('Översatt av').count()).toBe(2)
  expect(await violationsOf(page)).toEqual([])
  await picture(page, 'translated-1200')
  await page.context().close()
})

test.each([320, 1200])('the queue and a text have no axe violation and no sideways scroll at %i px', async (width) => {
  const page = await enter(width)
  const faults: unknown[] = []
  for (const filter of ['?lage=alla', '?lage=maskerade&dialog=hur-gar-det-2026', '?varning=annat-sprak']) {
    faults.push(...(await faultsOf(page, `${samsyn.address}/arbete/granska${filter}`)))
    await picture(page, `queue${filter.replace(/\W+/g, '-')}-${width}`)
  }
  await page.goto(`${samsyn.address}/arbete/granska?lage=maskerade`)
  const text = await page.locator('a[href^="/arbete/granska/"]').first().getAttribute('href')
  faults.push(...(await faultsOf(page, `${samsyn.address}${text}`)))
  await picture(page, `text-${width}`)
  expect(faults).toEqual([])
  await page.context().close()
})
