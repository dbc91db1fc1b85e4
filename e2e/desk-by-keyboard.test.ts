import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepRuns, violationsOf } from './axe.ts'
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
  keepRuns('desk-by-keyboard')
  await browser?.close()
  await samsyn?.stop()
})

/** Whoever has no mouse, no script of ours and a narrow screen. Axe comes in beside. */
async function openAs(person: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 320, height: 640 }, bypassCSP: true })).newPage()
  await page.route('**/*.js', (route) => route.abort())
  await enterDemo(page, samsyn.address, person)
  return page
}
/** What is said of what has the focus on the page itself or among its stations: the words of its label, or its own. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement | null
    const isHere = at?.closest('main, .rail') || at?.matches('.to-stations')
    return isHere ? (at?.labels?.[0]?.innerText ?? at?.innerText ?? '').trim() : ''
  })
async function tabTo(page: Page, words: string): Promise<void> {
  await begun(page)
  for (let times = 0; times < 250; times++) {
    await page.keyboard.press('Tab')
    if ((await focused(page)).startsWith(words)) return
  }
  throw new Error(`${words} is not reached by Tab at ${page.url()}`)
}
/** Presses what leads to another page. */
async function follow(page: Page, words: string): Promise<void> {
  await tabTo(page, words)
  await comeBy(page, () => page.keyboard.press('Enter'))
}
async function press(page: Page, words: string, key: 'Enter' | 'Space'): Promise<void> {
  await tabTo(page, words)
  await page.keyboard.press(key)
}
async function write(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, label)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(text)
}
const isFaultless = async (page: Page) => expect([page.url(), await violationsOf(page)]).toEqual([page.url(), []])
const said = (page: Page) => page.locator('main').innerText()

test('the list is narrowed, and what is found is opened', async () => {
  const page = await openAs('anders')
  await follow(page, 'Lista')
  await press(page, 'Välj vad du ser', 'Enter')
  await write(page, 'Sök ord', 'skolor')
  await follow(page, 'Visa')
  expect(page.url()).toContain('sok=skolor')
  await isFaultless(page)
  await follow(page, 'Öppna')
  await follow(page, 'Yttranden som liknar det')
  expect(page.url()).toContain('likt=')
  await isFaultless(page)
})

test('the codebook is found, a theme is written anew, split and merged, and its history read', async () => {
  const page = await openAs('anders')
  await follow(page, 'Kodbok')
  await follow(page, 'Vindkraft')
  await isFaultless(page)
  await press(page, 'Skriv om temat', 'Enter')
  await write(page, 'Temats namn', 'Vindkraft och energi')
  await follow(page, 'Spara temat')
  expect(await said(page)).toContain('Namn: från ”Vindkraft” till ”Vindkraft och energi”.')
  await follow(page, 'Dela temat i två')
  await isFaultless(page)
  const first = await page
    .locator('main input[name="statementIds"]')
    .first()
    .evaluate((box) => (box as HTMLInputElement).labels?.[0]?.innerText.trim() ?? '')
  await press(page, first, 'Space')
  await write(page, 'Temats namn', 'Energi i övrigt')
  await write(page, 'Vad temat är', 'Sol, vatten och värme.')
  await write(page, 'När det används', 'När energi nämns utan vind.')
  await write(page, 'När det inte används', 'När det gäller vind.')
  await write(page, 'Varför temat delas', 'Två saker i en')
  await follow(page, 'Dela temat')
  expect(await page.locator('h1').innerText()).toBe('Energi i övrigt')
  await isFaultless(page)
  await press(page, 'Slå ihop med ett annat', 'Enter')
  await tabTo(page, 'Slå ihop med')
  await page.keyboard.type('Vindkraft')
  await write(page, 'Varför', 'Det var en sak ändå')
  await follow(page, 'Slå ihop')
  expect(await said(page)).toContain('Energi i övrigt blev en del av Vindkraft och energi.')
  await isFaultless(page)
})

test('two draw a sample, read it blind, settle what differs and end the round', async () => {
  const anders = await openAs('anders')
  await follow(anders, 'Koda i par')
  await isFaultless(anders)
  await press(anders, 'Anders', 'Space')
  await press(anders, 'Pia', 'Space')
  await write(anders, 'Hur många yttranden', '10')
  await follow(anders, 'Dra yttranden')
  const pia = await openAs('pia')
  await pia.goto(`${samsyn.address}/arbete/parkodning/1`)
  for (const page of [anders, pia]) {
    await isFaultless(page)
    await follow(page, 'Läs vidare')
    for (let turn = 1; turn <= 10; turn++) {
      if (turn === 1) await isFaultless(page)
      await press(page, page === pia && turn === 1 ? 'Vindkraft' : 'Skola', 'Space')
      await follow(page, 'Spara och visa nästa')
    }
    await follow(page, 'Se hur lika ni har läst')
  }
  await isFaultless(pia)
  await follow(pia, 'Skriv in dem')
  await press(pia, 'Avgör', 'Enter')
  await press(pia, 'Trygghet', 'Space')
  await isFaultless(pia)
  await follow(pia, 'Det här gäller')
  await follow(pia, 'Avsluta och frys')
  expect(await said(pia)).toContain('Krippendorffs alfa för varje kod')
  await isFaultless(pia)
})

test('suggestions are hidden and shown, gathered, judged one by one and accepted', async () => {
  const page = await openAs('anders')
  await page.goto(`${samsyn.address}/arbete/kodning/forslag`)
  await follow(page, 'Göm förslagen för mig')
  await isFaultless(page)
  await follow(page, 'Visa förslagen för mig')
  for (let turn = 0; turn < 1000 && (await page.getByLabel('Minsta säkerhet, i procent').count()) === 0; turn++) {
    await page.waitForTimeout(100)
    await page.reload()
  }
  await write(page, 'Minsta säkerhet, i procent', '50')
  await follow(page, 'Samla och dra ett stickprov')
  const count = await page.getByLabel('Ja, rätt').count()
  for (let at = 0; at < count; at++) await press(page, 'Ja, rätt', 'Space')
  await follow(page, 'Spara bedömningen')
  expect(await said(page)).toContain(`${count} av ${count} rätt.`)
  await follow(page, 'Godta de')
  expect(await said(page)).toContain('Godtagen.')
  await isFaultless(page)
  await follow(page, 'Ta tillbaka dem')
  expect(await said(page)).toContain('Godtagen och tillbakatagen.')
})

test('the matrix is read, every column of it, and a finding is written on a number of it', async () => {
  const page = await openAs('anders')
  await press(page, 'Stationer', 'Enter')
  await follow(page, 'Samsyn')
  // A table wider than the screen is scrolled by the arrow keys.
  const table = page.locator('main [tabindex="0"]').first()
  for (let times = 0; times < 100 && !(await table.evaluate((each) => each === document.activeElement)); times++) await page.keyboard.press('Tab')
  for (let times = 0; times < 60; times++) await page.keyboard.press('ArrowRight')
  await expect.poll(() => table.evaluate((each) => each.scrollWidth - each.clientWidth - each.scrollLeft)).toBeLessThan(2)
  await follow(page, 'Vad det hänger på')
  await isFaultless(page)
  await follow(page, 'fynden')
  await follow(page, 'Skriv ett fynd')
  await press(page, 'Var är vi mest samsynta?', 'Space')
  await write(page, 'Vad fann ni?', 'Skogen förenar')
  await press(page, 'Skog, vatten och natur', 'Enter')
  await press(page, 'Alla grupper', 'Space')
  await write(page, 'Vem är inte med?', 'Ingen vi vet om')
  await write(page, 'Vad vet vi inte?', 'Vad de som flyttat tycker')
  await follow(page, 'Spara fyndet')
  expect([await page.locator('h1').innerText(), new URL(page.url()).pathname]).toEqual(['Skogen förenar', expect.stringMatching(/^\/arbete\/fynd\/\d+$/)])
  await isFaultless(page)
})
