import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf } from './axe.ts'
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

describe.each([320, 1280])('the pages for handing out and thinning answers, %i px', (width) => {
  test('have no axe violation and no sideways scroll, refused as well', async () => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true })
    const page = await context.newPage()
    await enterDemo(page, samsyn.address, 'pia')
    const dialogue = '/arbete/dialoger/hur-gar-det-2026'
    const faults: string[] = []
    for (const path of ['/utlamning', '/utlamning?saknas=skal', '/begaran', '/begaran?saknas=decision&saknas=reason', '/gallring']) {
      faults.push(...(await faultsOf(page, `${samsyn.address}${dialogue}${path}`)))
    }
    expect(faults).toEqual([])
    await page.goto(`${samsyn.address}${dialogue}/utlamning`)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Hämta filen' }).click()])
    expect(download.suggestedFilename()).toMatch(/^[a-z0-9-]+-svar-\d{4}-\d{2}-\d{2}\.zip$/)
    await context.close()
  })
})
