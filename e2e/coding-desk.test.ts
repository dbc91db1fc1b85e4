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
  keepRuns('coding-desk')
  await browser?.close()
  await samsyn?.stop()
})

const desk = '/arbete/kodning'
// SAMSYN_PICTURES says where pictures of the desk are put, for whoever wants to look.
const pictures = process.env.SAMSYN_PICTURES
async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
}
async function atTheDesk(width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true, javaScriptEnabled: true })
  const page = await context.newPage()
  await enterDemo(page, samsyn.address, 'anders')
  await page.goto(`${samsyn.address}${desk}`)
  return page
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name') ?? document.activeElement?.textContent ?? '')
/** The browser gives the focus that a page asks for when it first draws, which may be after the event `load`. */
const begins = (page: Page, name: string) => expect.poll(() => focused(page)).toBe(name)
/** Presses Tab until what is asked for has the focus, and says how often. */
async function tabTo(page: Page, name: string): Promise<number> {
  await begun(page)
  for (let times = 1; times < 60; times++) {
    await page.keyboard.press('Tab')
    if ((await focused(page)).trim() === name) return times
  }
  throw new Error(`${name} is not reached by Tab.`)
}

test('statements are coded, set aside, put in the basket, noted and undone without the mouse, and the first theme is a step away', async () => {
  const page = await atTheDesk(1200)
  // Not by its words: two may have written the same.
  const statement = () => page.locator('form:has([name="theme-1"]) input[name="statementId"]').inputValue()
  const coded: string[] = []
  for (const theme of ['S', 'G']) {
    coded.push(await statement())
    // The page begins in the first theme: a letter chooses, and two steps from it one saves.
    await begins(page, 'theme-1')
    await page.keyboard.press(theme)
    expect(await tabTo(page, 'Spara och visa nästa')).toBe(2)
    await comeBy(page, () => page.keyboard.press('Enter'))
    expect(page.url()).toMatch(/efter=/)
    expect(await violationsOf(page)).toEqual([])
  }
  const third = await statement()
  expect(new Set([...coded, third]).size).toBe(3)
  await begins(page, 'theme-1')
  await tabTo(page, 'Lägg åt sidan som brus')
  await page.keyboard.press('Enter')
  expect(await tabTo(page, 'reason')).toBe(1)
  await page.keyboard.type('Svarar inte på frågan')
  await comeBy(page, () => page.keyboard.press('Enter'))
  expect(await page.getByText('Du lade nyss ett yttrande åt sidan.').count()).toBe(1)
  await page.locator('main').focus()
  await tabTo(page, 'Ångra')
  await comeBy(page, () => page.keyboard.press('Enter'))
  expect(await statement()).toBe(third)
  await tabTo(page, 'Lägg i citatkorgen')
  await page.keyboard.press('Enter')
  await tabTo(page, 'why')
  await page.keyboard.type('Säger det rakt')
  await comeBy(page, () => page.keyboard.press('Enter'))
  await tabTo(page, 'Anteckningar')
  await page.keyboard.press('Enter')
  await tabTo(page, 'text')
  await page.keyboard.type('Handlar det om samma sak som i fjol?')
  await tabTo(page, 'Spara anteckningen')
  await comeBy(page, () => page.keyboard.press('Enter'))
  expect(await page.getByText('Handlar det om samma sak som i fjol?').count()).toBe(1)
  await page.goto(`${samsyn.address}${desk}/citat`)
  expect(await page.getByText('Säger det rakt').count()).toBe(1)
  await page.context().close()
})

test('two themes with a marked part each are saved, shown marked, and what another decided meanwhile is shown beside what was chosen', async () => {
  const page = await atTheDesk(1200)
  const other = await atTheDesk(1200)
  await other.goto(page.url())
  const more = page.locator('details').filter({ has: page.locator('[name="theme-2"]') })
  if (!(await more.evaluate((details) => (details as HTMLDetailsElement).open))) await more.locator('summary').click()
  await page.getByLabel('Tema 1', { exact: true }).selectOption({ index: 1 })
  await page.getByLabel('Tema 1 bärs från').selectOption({ index: 1 })
  await page.getByLabel('Tema 2', { exact: true }).selectOption({ index: 2 })
  await page.getByLabel('Hållning till tema 2').selectOption({ label: 'Lämna' })
  await picture(page, 'desk-1200')
  const address = await page.locator('form:has([name="theme-1"])').getAttribute('action')
  await comeBy(page, () => page.getByRole('button', { name: 'Spara allt och visa nästa' }).click())
  await page.goto(`${samsyn.address}${address}`)
  expect(await page.locator('main blockquote mark').count()).toBe(1)
  await picture(page, 'coded-1200')
  await other.getByLabel('Tema 1', { exact: true }).selectOption({ index: 3 })
  await comeBy(other, () => other.getByRole('button', { name: 'Spara och visa nästa', exact: true }).click())
  expect(await other.getByRole('alert').innerText()).toContain('Någon annan har bestämt')
  expect(await other.getByLabel('Tema 1', { exact: true }).evaluate((select) => (select as HTMLSelectElement).selectedIndex)).toBe(3)
  expect(await violationsOf(other)).toEqual([])
  await picture(other, 'stale-1200')
  await other.context().close()
  await page.context().close()
})

test.each([320, 1200])('every page of the desk has no axe violation and no sideways scroll at %i px', async (width) => {
  const page = await atTheDesk(width)
  const faults: string[] = []
  for (const path of ['', '?lage=kodat', '/lista', '/lista?lage=allt&sok=skola', '/citat', '/minnen', '/laget']) {
    faults.push(...(await faultsOf(page, `${samsyn.address}${desk}${path}`)))
    await picture(page, `${width}${path.replaceAll(/\W/g, '-')}`)
  }
  // With everything unfolded too.
  await page.goto(`${samsyn.address}${desk}?lage=kodat`)
  for (const details of await page.locator('main details').all())
    if (!(await details.evaluate((each) => (each as HTMLDetailsElement).open))) await details.locator('summary').click()
  faults.push(...(await violationsOf(page)).map((fault) => `the unfolded desk: ${fault}`))
  await picture(page, `${width}-unfolded`)
  expect(faults).toEqual([])
  await page.context().close()
})
