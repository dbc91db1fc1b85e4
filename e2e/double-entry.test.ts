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
  keepRuns('double-entry')
  await browser?.close()
  await samsyn?.stop()
})

const desk = '/arbete/dialoger/hur-gar-det-2026/inskrivning'
async function at(person: string, width = 1200): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true })
  const page = await context.newPage()
  await enterDemo(page, samsyn.address, person)
  return page
}
const press = async (page: Page, key: string) => page.keyboard.press(key)
const focused = (page: Page) => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name || document.activeElement?.textContent || '')
/** Tabs until something has the focus, as somebody who has no mouse. */
async function tabTo(page: Page, name: string | RegExp) {
  await begun(page)
  for (let step = 0; step < 80; step++) {
    const here = await focused(page)
    if (typeof name === 'string' ? here === name : name.test(here)) return
    await press(page, 'Tab')
  }
  throw new Error(`${name} isn't reached by Tab`)
}
async function follow(page: Page, name: RegExp) {
  await tabTo(page, name)
  await comeBy(page, () => press(page, 'Enter'))
}
async function type(page: Page, text: string) {
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

test('a sample is drawn, entered by another and settled with the keyboard alone', async () => {
  const pia = await at('pia')
  await pia.goto(`${samsyn.address}${desk}`)
  await tabTo(pia, 'origin')
  await type(pia, 'Biblioteket i Fränsta')
  await tabTo(pia, 'forms')
  await type(pia, '2')
  await comeBy(pia, () => press(pia, 'Enter'))
  for (const text of ['Fler bussar', 'En brygga']) {
    await begun(pia)
    await press(pia, 'Tab')
    await press(pia, 'Tab')
    await type(pia, text)
    await comeBy(pia, () => press(pia, 'Enter'))
  }
  await follow(pia, /^Skriv in ett stickprov/)
  const sample = pia.url()
  await tabTo(pia, 'size')
  await type(pia, '2')
  await comeBy(pia, () => press(pia, 'Enter'))
  expect(await pia.getByText('2 väntar på någon annan än dig').count()).toBe(1)

  const anders = await at('anders')
  await anders.goto(sample)
  await follow(anders, /^Skriv in en andra gång$/)
  expect(await anders.content()).not.toContain('Fler bussar')
  for (const [number, text] of [
    ['1', 'Fler  bussar'],
    ['2', 'En bro'],
  ] as const) {
    await expect.poll(() => focused(anders)).toBe('number')
    expect(await anders.locator('input[name="number"]').inputValue()).toBe(number)
    await press(anders, 'Tab')
    await type(anders, text)
    await comeBy(anders, () => press(anders, 'Enter'))
    expect(await violationsOf(anders)).toEqual([])
  }
  await follow(anders, /^Tillbaka till stickprovet/)
  expect(await anders.getByText('2 av 2 är inskrivna två gånger. 1 skilde sig, 1 är kvar att avgöra.').count()).toBe(1)
  await follow(anders, /^Skiljer sig: avgör/)
  const faults = await violationsOf(anders)
  // Without a choice it is refused, and the summary leads to where one chooses.
  await follow(anders, /^Spara vad som gäller$/)
  faults.push(...(await violationsOf(anders)))
  await tabTo(anders, /^Välj vad som gäller$/)
  await press(anders, 'Enter')
  await expect.poll(() => focused(anders)).toMatch(/^galler-/)
  await press(anders, 'Space')
  await press(anders, 'ArrowDown')
  await follow(anders, /^Spara vad som gäller$/)
  expect(await anders.getByText('1 skilde sig, 0 är kvar att avgöra.').count()).toBe(1)
  expect(faults).toEqual([])
  for (const page of [pia, anders]) await page.context().close()
})

test.each([320, 1200])('its pages have no axe violation and no sideways scroll at %i px', async (width) => {
  const [pia, anders] = [await at('pia', width), await at('anders', width)]
  await pia.goto(`${samsyn.address}${desk}`)
  await pia.getByLabel('Varifrån').fill('Torget')
  await pia.getByLabel('Hur många de är').fill('1')
  await pia.getByRole('button', { name: 'Ta emot bunten' }).click()
  await pia.waitForURL('**/inskrivning/*')
  const batch = pia.url()
  const faults = await faultsOf(pia, `${batch}/stickprov`)
  await pia.goto(batch)
  await pia.locator('input[type="text"][name*="-"]').first().fill('En lång tanke som någon skrev med penna på en blankett vid torget en blåsig dag i maj')
  await pia.getByRole('button', { name: 'Spara och ta nästa' }).click()
  await pia.waitForURL('**klar=enter')
  faults.push(...(await faultsOf(pia, `${batch}/stickprov`)))
  await pia.getByRole('button', { name: 'Lotta stickprovet' }).click()
  await pia.getByText('väntar på någon annan').waitFor()
  faults.push(...(await faultsOf(anders, `${batch}/stickprov/skriv-in`)))
  await anders.locator('input[type="text"][name*="-"]').first().fill('En lång tanke som någon skrev med penna på en blankett vid torget en blåsig dag i mars')
  await anders.getByRole('button', { name: 'Spara och ta nästa' }).click()
  await anders.waitForURL('**klar')
  faults.push(...(await faultsOf(anders, `${batch}/stickprov`)))
  await anders.getByRole('link', { name: /Skiljer sig/ }).click()
  await anders.getByText('Andra inskrivningen').waitFor()
  faults.push(...(await faultsOf(anders, anders.url())))
  expect(faults).toEqual([])
  for (const page of [pia, anders]) await page.context().close()
})
