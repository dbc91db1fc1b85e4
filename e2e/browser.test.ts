import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { type Installation, startInstallation } from './installation.ts'

let browser: Browser
let samsyn: Installation
beforeAll(async () => {
  ;[browser, samsyn] = await Promise.all([openBrowser(), startInstallation({ start: 'empty' })])
})
afterAll(async () => {
  await browser?.close()
  await samsyn?.stop()
})

test.each([true, false])('the first page opens in a browser, with script %s', async (javaScriptEnabled) => {
  const context = await browser.newContext({ javaScriptEnabled })
  const page = await context.newPage()
  const answer = await page.goto(samsyn.address)
  expect(answer?.status()).toBe(200)
  expect(await page.locator('h1').count()).toBe(1)
  await context.close()
})
