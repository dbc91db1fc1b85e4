import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
  keepRuns('workroom-pages')
  await browser?.close()
  await samsyn?.stop()
})

// Every page of the journey from a voice to a judged goal, in the role that works there; `…` is the first of its kind on the page before.
const desks: Record<string, readonly string[]> = {
  pia: [
    '/arbete/process',
    '/arbete/process/…',
    '/arbete/process/ny',
    '/arbete/dialoger',
    '/arbete/dialoger/…',
    '/arbete/dialoger/ny',
    '/arbete/dialoger/hur-gar-det-2026',
    '/arbete/dialoger/alla-sorters-fragor',
    '/arbete/dialoger/alla-sorters-fragor/andra',
    '/arbete/dialoger/alla-sorters-fragor/forhandsvisa?del=2',
    '/arbete/dialoger/alla-sorters-fragor/fragor/ny',
    '/arbete/dialoger/alla-sorters-fragor/fragor/ny?sort=matrix&del=ny',
    '/arbete/dialoger/alla-sorters-fragor/fragor/betyg',
    '/arbete/dialoger/alla-sorters-fragor/fragor/del/villkor?pa=bor',
    '/arbete/dialoger/alla-sorters-fragor/fragor/bor/ta-bort',
    '/arbete/dialoger/hur-gar-det-2026/fragor/fraga-1/ratta',
    '/arbete/grupper',
    '/arbete/befolkning',
    '/arbete/bilder',
    '/arbete/dialoger/bo-har-2026/vilka-saknas',
    '/arbete/dialoger/bo-har-2026/siffror',
    '/arbete/dialoger/bo-har-2026/lagg-marke-till',
    '/arbete/dialoger/bo-har-2026/utlamning',
    '/arbete/dialoger/bo-har-2026/begaran',
    '/arbete/dialoger/bo-har-2026/gallring',
    '/arbete/dialoger/hur-gar-det-2026/papper',
    '/arbete/dialoger/hur-gar-det-2026/inskrivning',
    '/arbete/dialoger/hur-gar-det-2026/las-in',
    '/arbete/dialoger/alla-sorters-fragor/fragor-ur-fil',
    '/arbete/dialoger/alla-sorters-fragor/koder',
    '/arbete/dialoger/alla-sorters-fragor/koder/brev',
    '/arbete/dialoger/pastaenden-2026/pastaenden',
    '/arbete/dialoger/pastaenden-2021',
    '/arbete/asiktskarta?dialog=pastaenden-2021',
    '/arbete/oversattningar',
    '/arbete/granska',
    '/arbete/granska?lage=maskerade',
    '/arbete/granska/…',
    '/arbete/vision',
    '/arbete/vision/…',
    '/arbete/fokusomraden',
    '/arbete/delar',
  ],
  anders: [
    '/arbete/kodning',
    '/arbete/kodning/yttrande/…',
    '/arbete/kodning/lista',
    '/arbete/kodning/lista?lage=kodat&sok=skog',
    '/arbete/kodning/citat',
    '/arbete/kodning/forslag',
    '/arbete/kodning/teman',
    '/arbete/kodning/minnen',
    '/arbete/kodning/laget',
    '/arbete/kodning/utbyte',
    '/arbete/parkodning',
    '/arbete/kodbok/utbyte',
    '/arbete/kodbok',
    '/arbete/samsyn',
    '/arbete/samsyn?visa=hallning',
    '/arbete/samsyn?visa=alder',
    '/arbete/samsyn?visa=hanger',
    '/arbete/samsyn/vikter',
    '/arbete/omvarld',
    '/arbete/fynd',
    '/arbete/fynd/nytt',
    '/arbete/metod',
  ],
  sara: ['/arbete/arenden', '/arbete/arenden/…'],
  kim: ['/arbete/matt', '/arbete/matt/…', '/arbete/matt/nytt', '/arbete/planer', '/arbete/planer/…', '/arbete/uppfoljning', '/arbete/uppfoljning/…'],
  rut: ['/arbete/uppfoljning', '/arbete/uppfoljning/…'],
  eva: ['/arbete/lasning'],
  ali: [
    '/arbete/personer',
    '/arbete/handelser',
    '/arbete/installningar',
    '/arbete/installningar/ord',
    '/arbete/installningar/ord?begrepp=goal',
    '/arbete/installningar/organ',
    '/arbete/installningar/platser',
    '/arbete/installningar/platser/karta',
    '/arbete/installningar/gallring',
    '/arbete/installningar/troskel',
    '/arbete/installningar/sprak',
    '/arbete/installningar/logotyp',
    '/arbete/kom-igang',
    '/arbete/post',
    '/arbete/mina-nycklar',
    '/arbete/tillganglighet',
    '/arbete/lasning',
  ],
}

describe.each<[string, BrowserContextOptions]>([
  ['light and 320 px', { viewport: { width: 320, height: 640 } }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
])('every page of the workroom, %s', (_, options) => {
  test.each(Object.entries(desks))('has no axe violation and no sideways scroll at the desk of %s', async (person, paths) => {
    const context = await browser.newContext({ ...options, bypassCSP: true })
    const page = await context.newPage()
    await enterDemo(page, samsyn.address, person)
    const faults: string[] = []
    for (const path of paths) {
      const address = path.endsWith('…')
        ? await page
            .locator(`main a[href^="${path.slice(0, -1)}"]:not([href$="/ny"]):not([href$="/nytt"]):not([href*="?"])`)
            .first()
            .getAttribute('href')
        : path
      faults.push(...(await faultsOf(page, `${samsyn.address}${address}`)))
    }
    expect(faults).toEqual([])
    await context.close()
  })
})

test('a refused form in the workroom keeps what was written, and its summary leads to the field', async () => {
  const page = await (await browser.newContext({ bypassCSP: true, javaScriptEnabled: true })).newPage()
  await enterDemo(page, samsyn.address, 'sara')
  await page.goto(`${samsyn.address}/arbete/arenden`)
  await page.getByLabel('Vad ärendet gäller').fill('Ett ärende utan nummer')
  await comeBy(page, () => page.getByRole('button', { name: 'Öppna ärendet' }).click())
  expect(await page.getByLabel('Vad ärendet gäller').inputValue()).toBe('Ett ärende utan nummer')
  await page.getByRole('alert').getByRole('link').first().click()
  expect(await page.evaluate(() => document.querySelector(location.hash)?.getAttribute('name'))).toBe('number')
  expect(await violationsOf(page)).toEqual([])
})

test('the fault form, refused and sent, and a statement before it holds, have no violation on a narrow screen', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, bypassCSP: true, javaScriptEnabled: true })
  const page = await context.newPage()
  const faults: string[] = []
  const look = async () => {
    faults.push(...(await violationsOf(page)).map((fault) => `${page.url()}: ${fault}`))
  }
  await enterDemo(page, samsyn.address, 'ali')
  await page.goto(`${samsyn.address}/arbete/installningar`)
  await page.getByLabel('E-post för den som inte kan använda en sida').fill('tillganglig@ange.example')
  await comeBy(page, () => page.getByRole('button', { name: 'Visa hur det blir' }).click())
  await comeBy(page, () => page.getByRole('button', { name: 'Spara så' }).click())
  await page.goto(`${samsyn.address}/arbete/tillganglighet`)
  await comeBy(page, () => page.getByRole('button', { name: 'Visa hur det blir' }).click())
  await look()
  await page.getByRole('alert').getByRole('link').first().click()
  expect(await page.evaluate(() => document.querySelector(location.hash)?.getAttribute('name'))).toBe('conformity')
  await page.getByLabel('Delvis förenlig').check()
  await page.getByLabel('Vem som prövade för hand, och hur').fill('Två handläggare, med tangentbord och skärmläsare')
  await page.getByLabel('Dagen ni prövade').fill('2026-03-02')
  await page.getByLabel('Vad som inte går').first().fill('Kartan går inte att förstora')
  await page.getByLabel('Vem det drabbar').first().fill('Den som ser dåligt')
  await page.getByLabel('Lagas senast').first().fill('2027-01-31')
  await comeBy(page, () => page.getByRole('button', { name: 'Visa hur det blir' }).click())
  await look()
  await comeBy(page, () => page.getByRole('button', { name: 'Spara och visa för alla' }).click())
  await page.goto(`${samsyn.address}/tillganglighet`)
  await look()
  await page.getByLabel('På vilken sida?').fill('Samsyn')
  await comeBy(page, () => page.getByRole('button', { name: 'Skicka till kommunen' }).click())
  await look()
  expect(await page.getByLabel('På vilken sida?').inputValue()).toBe('Samsyn')
  await page.getByLabel('Vad var det som inte gick?').fill('Knappen går inte att nå med tangentbord')
  await comeBy(page, () => page.getByRole('button', { name: 'Skicka till kommunen' }).click())
  expect(new URL(page.url()).pathname).toBe('/tillganglighet/tack')
  await look()
  await page.goto(`${samsyn.address}/demo/utkorg`)
  expect(await page.locator('main').innerText()).toContain('Knappen går inte att nå med tangentbord')
  expect(faults).toEqual([])
  await context.close()
})
