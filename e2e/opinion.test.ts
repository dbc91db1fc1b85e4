import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, keepRuns } from './axe.ts'
import { begun, comeBy } from './begun.ts'
import { openBrowser } from './browser.ts'
import { enterDemo } from './enter-demo.ts'
import { type Installation, startInstallation } from './installation.ts'

let browser: Browser
let samsyn: Installation
const room = '/delta/pastaenden-2026/pastaenden'
const desk = '/arbete/dialoger/pastaenden-2026/pastaenden'
beforeAll(async () => {
  browser = await openBrowser()
  samsyn = await startInstallation({ start: 'demo' })
})
afterAll(async () => {
  keepRuns('opinion')
  await browser?.close()
  await samsyn?.stop()
})

/** Goes by the tab key to what has the words, and presses it. */
async function press(page: Page, words: string): Promise<void> {
  await begun(page)
  for (let turn = 0; turn < 80; turn++) {
    await page.keyboard.press('Tab')
    const at = page.locator(':focus')
    if ((await at.count()) > 0 && ((await at.innerText().catch(() => '')) || '').trim().startsWith(words)) {
      await comeBy(page, () => page.keyboard.press('Enter'))
      return
    }
  }
  throw new Error(`Nothing that says ${words} is reached by the keyboard at ${page.url()}`)
}

test('without script and by keyboard alone: votes, changes their mind, goes back, writes a statement, which somebody lets in', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
  const page = await context.newPage()
  await page.goto(`${samsyn.address}/delta`)
  await page.goto(`${samsyn.address}${room}`)
  for (const words of ['Håller med', 'Håller inte med', 'Hoppa över', 'Håller med', 'Håller med']) await press(page, words)
  expect(await page.locator('main').innerText()).toContain('Du har svarat på 5 av 12 påståenden')
  await page.goBack()
  expect(await page.locator('main').innerText()).toContain('Håller med')
  await press(page, 'Håller inte med')
  expect(await page.locator('main').innerText()).toContain('Du har svarat på 5 av 12 påståenden')
  await press(page, 'Skriv ett eget påstående')
  await page.getByLabel('Ditt påstående').focus()
  await page.keyboard.type('Det ska finnas fler bänkar längs ån')
  await press(page, 'Skicka mitt påstående')
  expect(await page.locator('main').innerText()).toContain('Väntar på att någon läser det')
  const staff = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await enterDemo(staff, samsyn.address, 'pia')
  await staff.goto(`${samsyn.address}${desk}`)
  await press(staff, 'Visa påståendet')
  expect(await staff.locator('main').innerText()).toContain('Skrivet av någon som deltar')
  await page.goto(`${samsyn.address}${room}?nr=13`)
  expect(await page.locator('main h2').first().innerText()).toBe('Det ska finnas fler bänkar längs ån')
  await context.close()
})

test('every page of it has no axe violation and no sideways scroll, for residents and at the desks', async () => {
  const faults: string[] = []
  for (const options of [{ viewport: { width: 320, height: 640 } }, { colorScheme: 'dark' as const }]) {
    const context = await browser.newContext({ ...options, bypassCSP: true })
    const page = await context.newPage()
    const open = ['', '/mina', '/eget', '/sparas'].map((each) => `${room}${each}`)
    for (const path of [...open, '/delta/pastaenden-2021/pastaenden', '/delta/pastaenden-2021/pastaenden/resultat'])
      faults.push(...(await faultsOf(page, `${samsyn.address}${path}`)))
    await enterDemo(page, samsyn.address, 'pia')
    for (const path of [desk, '/arbete/dialoger/pastaenden-2026', '/arbete/asiktskarta?dialog=pastaenden-2021', '/arbete/dialoger/pastaenden-2021'])
      faults.push(...(await faultsOf(page, `${samsyn.address}${path}`)))
    await context.close()
  }
  expect(faults).toEqual([])
})

test('the map is told in words before it is drawn, and its picture has a table beside it', async () => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  await page.goto(`${samsyn.address}/delta/pastaenden-2021/pastaenden/resultat`)
  const words = await page.locator('main').innerText()
  const places = ['Båda grupperna håller med om', 'Här går skiljelinjen', 'Kartan'].map((each) => words.indexOf(each))
  expect(places).not.toContain(-1)
  expect(places).toEqual([...places].sort((one, other) => one - other))
  expect(await page.locator('.opinion-map svg').count()).toBe(1)
  expect(await page.locator('.opinion-map table').count()).toBe(1)
})
