import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { type Installation, startInstallation } from './installation.ts'

let browser: Browser
let samsyn: Installation
beforeAll(async () => {
  browser = await openBrowser()
  samsyn = await startInstallation({ start: 'empty' })
})
afterAll(async () => {
  await browser?.close()
  await samsyn?.stop()
})

test.each([true, false])('the sign-in page opens in a browser, with script %s', async (javaScriptEnabled) => {
  const context = await browser.newContext({ javaScriptEnabled })
  const page = await context.newPage()
  const answer = await page.goto(`${samsyn.address}/logga-in`)
  expect(answer?.status()).toBe(200)
  expect(await page.locator('h1').count()).toBe(1)
  await context.close()
})
