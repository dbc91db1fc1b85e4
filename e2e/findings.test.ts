import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, keepRuns, violationsOf } from './axe.ts'
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
  keepRuns('findings')
  await browser?.close()
  await samsyn?.stop()
})

test('a finding is written by one, tried by another and published, on a narrow screen and without script', async () => {
  const faults: string[] = []
  const enter = async (person: string): Promise<Page> => {
    // The page's own script is off; axe comes in beside it.
    const page = await (await browser.newContext({ viewport: { width: 320, height: 640 }, bypassCSP: true })).newPage()
    await page.route('**/*.js', (route) => route.abort())
    await enterDemo(page, samsyn.address, person)
    return page
  }
  const anders = await enter('anders')
  await anders.goto(`${samsyn.address}/arbete/omvarld`)
  await anders.getByLabel('Trend').check()
  await anders.getByLabel('Vad säger den?').fill('Fler arbetar hemifrån')
  await anders.getByLabel('Källa', { exact: true }).fill('Regionen')
  await anders.getByLabel('Adress på webben, om den finns').fill('https://region.example/rapport')
  await anders.getByLabel('Vilken dag är den från?').fill('2020-05-01')
  await anders.getByLabel('Väger något').check()
  await anders.getByLabel('Varför väger den så?').fill('Gäller hela länet')
  await anders.getByRole('button', { name: 'Lägg till källan' }).click()
  await anders.getByText('region.example', { exact: true }).waitFor()
  faults.push(...(await faultsOf(anders, `${samsyn.address}/arbete/omvarld`)))

  await anders.goto(`${samsyn.address}/arbete/fynd/nytt`)
  await anders.getByRole('button', { name: 'Spara fyndet' }).click()
  await anders.getByRole('alert').waitFor()
  faults.push(...(await violationsOf(anders)))
  await anders.getByLabel('Var är vi mest samsynta?').check()
  await anders.getByLabel('Vad fann ni?').fill('Byn förenar')
  // By its words: each number has a label of its own, whichever theme it is under.
  const second = anders.locator('#figures details').nth(1)
  await second.locator('summary').click()
  await second.locator('label').nth(0).click()
  await second.locator('label').nth(1).click()
  expect(await second.locator('input:checked').count()).toBe(2)
  await anders.getByLabel('Fler arbetar hemifrån').check()
  await anders.getByLabel('Vem är inte med?').fill('Ingen vi vet om')
  await anders.getByLabel('Vad vet vi inte?').fill('Vad de unga tycker')
  await anders.getByRole('button', { name: 'Spara fyndet' }).click()
  await anders.waitForURL(/\/arbete\/fynd\/\d+$/)
  faults.push(...(await faultsOf(anders, anders.url())))

  const pia = await enter('pia')
  await pia.goto(anders.url())
  await pia.getByLabel('Godkänn').check()
  faults.push(...(await violationsOf(pia)))
  await pia.getByRole('button', { name: 'Lämna granskningen' }).click()
  await pia.getByRole('button', { name: 'Publicera fyndet' }).click()
  await pia.getByRole('link', { name: 'Läs fyndet som det publicerades' }).click()
  await pia.getByRole('heading', { name: 'Byn förenar' }).waitFor()
  faults.push(...(await faultsOf(pia, pia.url())), ...(await faultsOf(pia, `${samsyn.address}/arbete/fynd`)))
  await pia.goto(`${samsyn.address}/arbete/metod`)
  await pia.getByRole('button', { name: 'Frys metodbilagan' }).click()
  await pia.getByRole('link', { name: 'Läs den frysta bilagan' }).click()
  faults.push(...(await faultsOf(pia, pia.url())))
  expect(faults).toEqual([])
})
