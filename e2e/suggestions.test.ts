import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepRuns, violationsOf } from './axe.ts'
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
  keepRuns('suggestions')
  await browser?.close()
  await samsyn?.stop()
})

const pictures = process.env.SAMSYN_PICTURES
/** Looks the page over at both widths, and keeps a picture for whoever wants to look. */
async function look(page: Page, name: string): Promise<void> {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await violationsOf(page), `${name} at ${width}`).toEqual([])
    if (!pictures) continue
    mkdirSync(pictures, { recursive: true })
    await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true })
  }
}
/** Opens the page again until it shows what is learnt or searched for beside. */
async function until(page: Page, path: string, text: string): Promise<void> {
  for (let turn = 0; turn < 1000; turn++) {
    await page.goto(`${samsyn.address}${path}`)
    if (await page.getByText(text).first().isVisible()) return
    await page.waitForTimeout(100)
  }
  throw new Error(`${path} never said ${text}.`)
}

test('suggestions, a bulk with its sample and proposed themes are worked with, and shown well at both widths', async () => {
  const page = await (await browser.newContext({ bypassCSP: true })).newPage()
  await enterDemo(page, samsyn.address, 'anders')
  await until(page, '/arbete/kodning', 'Förslag 1 är fel')
  await look(page, 'desk')
  await until(page, '/arbete/kodning/forslag', 'Okodade yttranden med ett så säkert förslag')
  await look(page, 'suggestions')
  await page.getByLabel('Minsta säkerhet, i procent').fill('50')
  await page.getByRole('button', { name: 'Samla och dra ett stickprov' }).click()
  await page.getByRole('heading', { name: 'Bedöm stickprovet' }).waitFor()
  await look(page, 'bulk')
  for (const choice of await page.getByLabel('Ja, rätt').all()) await choice.check()
  await page.getByRole('button', { name: 'Spara bedömningen' }).click()
  await page.getByText('rätt. Bland alla').waitFor()
  await look(page, 'bulk-judged')
  await page.goto(`${samsyn.address}/arbete/kodning/teman`)
  await page.getByRole('button', { name: 'Leta efter teman i orden' }).click()
  await until(page, '/arbete/kodning/teman', 'Föreslaget ur orden')
  await look(page, 'proposals')
})
