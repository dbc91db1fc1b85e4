import { Transformer } from '@napi-rs/image'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, violationsOf } from './axe.ts'
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
  await browser?.close()
  await samsyn?.stop()
})

const openPage = async (options: BrowserContextOptions) => (await browser.newContext({ ...options, bypassCSP: true })).newPage()

test('a logo is chosen in the browser, looked at, used, and stands on the pages at 320 px and in the dark', async () => {
  const page = await openPage({ viewport: { width: 320, height: 640 }, javaScriptEnabled: true })
  await enterDemo(page, samsyn.address, 'ali')
  expect(await faultsOf(page, `${samsyn.address}/arbete/installningar/logotyp`)).toEqual([])

  await page.getByRole('button', { name: 'Visa hur det blir' }).click()
  await page.getByRole('link', { name: 'Välj en bild' }).click()
  // The browser gives the focus when it next draws.
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('file')
  expect(await violationsOf(page)).toEqual([])

  const buffer = await Transformer.fromRgbaPixels(
    new Uint8Array(800 * 400 * 4).map((_, at) => (at % 4 === 3 ? 255 : (at >> 10) % 200)),
    800,
    400,
  ).png()
  await page.getByLabel('Bild', { exact: true }).setInputFiles({ name: 'vapen.png', mimeType: 'image/png', buffer })
  await page.getByLabel('Vad bilden visar').fill('Kommunens vapen')
  await page.getByRole('button', { name: 'Visa hur det blir' }).click()
  await page.getByRole('heading', { name: 'Så här blir det' }).waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Använd logotypen' }).click()
  await page.getByRole('heading', { name: 'Byt logotyp' }).waitFor()

  for (const options of [{ viewport: { width: 320, height: 640 } }, { colorScheme: 'dark' }, { forcedColors: 'active' }] satisfies BrowserContextOptions[]) {
    const reader = await openPage(options)
    expect(await faultsOf(reader, `${samsyn.address}/`)).toEqual([])
    const logo = reader.locator('header').getByRole('img', { name: 'Kommunens vapen' })
    expect(await logo.evaluate((image: HTMLImageElement) => [image.complete, image.naturalHeight, image.getBoundingClientRect().height <= 56])).toEqual([true, 96, true])
    await reader.context().close()
  }
})
