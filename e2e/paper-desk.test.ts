import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, keepRuns, violationsOf } from './axe.ts'
import { comeBy } from './begun.ts'
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
  keepRuns('paper-desk')
  await browser?.close()
  await samsyn?.stop()
})

const desk = '/arbete/dialoger/hur-gar-det-2026/inskrivning'
async function atTheDesk(width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true, javaScriptEnabled: true })
  const page = await context.newPage()
  await enterDemo(page, samsyn.address, 'pia')
  return page
}

test('forms are entered one after another without the mouse: focus stands in the first field, and every key is counted', async () => {
  const page = await atTheDesk(1200)
  await page.goto(`${samsyn.address}${desk}`)
  await page.getByLabel('Varifrån').fill('Biblioteket i Fränsta')
  await page.getByLabel('Hur många de är').fill('2')
  await page.getByRole('button', { name: 'Ta emot bunten' }).click()
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name'))
  for (const number of [1, 2]) {
    await expect.poll(() => focused()).toBe('number')
    expect(await page.locator('input[name="number"]').first().inputValue()).toBe(String(number))
    let keys = 0
    const press = async (key: string) => {
      keys += 1
      await page.keyboard.press(key)
    }
    // The number is there already and there is no code: two steps to the first question.
    await press('Tab')
    await press('Tab')
    const text = `Fler bussar ${number}`
    for (const sign of text) await press(sign === ' ' ? 'Space' : sign)
    await comeBy(page, () => press('Enter'))
    expect(page.url()).toMatch(/klar=enter$/)
    // What isn't the answer's own letters: two steps and Enter.
    expect(keys - text.length).toBe(3)
    if (number === 1) expect(await page.getByText('2 mottagna, 1 inskrivna.').count()).toBe(1)
    expect(await violationsOf(page)).toEqual([])
  }
  expect(await page.getByText('2 mottagna, 2 inskrivna.').count()).toBe(1)
  await page.context().close()
})

test.each([320, 1200])('the batches, the desk and the printing have no axe violation and no sideways scroll at %i px', async (width) => {
  const page = await atTheDesk(width)
  await page.goto(`${samsyn.address}${desk}`)
  await page.getByLabel('Varifrån').fill('Biblioteket')
  await page.getByLabel('Hur många de är').fill('3')
  await page.getByRole('button', { name: 'Ta emot bunten' }).click()
  await page.waitForURL('**/inskrivning/*')
  const batch = page.url()
  const faults = await faultsOf(page, batch)
  await page.getByRole('button', { name: 'Spara och ta nästa' }).click()
  faults.push(...(await violationsOf(page)))
  faults.push(...(await faultsOf(page, `${samsyn.address}${desk}`)), ...(await faultsOf(page, `${samsyn.address}/arbete/dialoger/hur-gar-det-2026/papper`)))
  expect(faults).toEqual([])
  await page.context().close()
})
