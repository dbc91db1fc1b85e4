import { Transformer } from '@napi-rs/image'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsOf } from './axe.ts'
import { begun, comeBy } from './begun.ts'
import { openBrowser } from './browser.ts'
import { enterDemo } from './enter-demo.ts'
import { type Installation, startInstallation } from './installation.ts'

let browser: Browser
let samsyn: Installation
let context: BrowserContext
let page: Page
const faults: string[] = []
beforeAll(async () => {
  browser = await openBrowser()
  samsyn = await startInstallation({ start: 'demo' })
  context = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: 'sv-SE', bypassCSP: true })
  page = await context.newPage()
  await enterDemo(page, samsyn.address, 'pia')
})
afterAll(async () => {
  await browser?.close()
  await samsyn?.stop()
})

/** Goes on with the tab key until what has the focus is called so. */
async function tabTo(name: string): Promise<void> {
  await begun(page)
  for (let presses = 0; presses < 250; presses++) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null
      return (at?.labels?.[0]?.innerText ?? at?.textContent ?? '').trim()
    })
    if (found === name) return
  }
  throw new Error(`The tab key never came to ${name} on ${page.url()}`)
}
/** Presses Enter where the focus is, and looks at the page that comes. */
async function enter(name: string): Promise<void> {
  await tabTo(name)
  await comeBy(page, () => page.keyboard.press('Enter'))
  faults.push(...(await violationsOf(page)).map((fault) => `${new URL(page.url()).pathname}: ${fault}`))
}
async function write(fields: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    await tabTo(label)
    await page.keyboard.insertText(text)
  }
}
/** Each picture becomes a choice, called by what it shows. */
async function uploadPictures(...shown: string[]): Promise<void> {
  for (const [index, what] of shown.entries()) {
    const pixels = new Uint8Array(600 * 400 * 4).fill(90 + 60 * index)
    const buffer = await Transformer.fromRgbaPixels(pixels, 600, 400).png()
    await page.getByLabel('Bild', { exact: true }).setInputFiles({ name: 'torg.png', mimeType: 'image/png', buffer })
    await write({ 'Vad bilden visar': what })
    await enter('Ladda upp bilden')
  }
}
/** A day is written part by part, in the order that the browser's own language has. */
async function writeDay(label: string, day: string): Promise<void> {
  await tabTo(label)
  const [year = '', month = '', date = ''] = day.split('-')
  for (const order of [
    [month, date, year],
    [year, month, date],
    [date, month, year],
  ]) {
    for (const part of order) {
      await page.keyboard.type(part)
      if (part === year) await page.keyboard.press('ArrowRight')
    }
    if ((await page.evaluate(() => (document.activeElement as HTMLInputElement).value)) === day) return
    for (let back = 0; back < 3; back++) await page.keyboard.press('ArrowLeft')
  }
  throw new Error(`${label} took no day`)
}
const dayFrom = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const lines = (...all: string[]) => all.join('\n')

const asked: readonly (readonly [kind: string, fields: Record<string, string>])[] = [
  ['Ett val', { Frågan: 'Bor du här?', 'Val, ett på varje rad': lines('Ja', 'Nej') }],
  ['Flera val', { Frågan: 'Vad saknas?', 'Val, ett på varje rad': lines('Buss', 'Bad') }],
  ['Egna ord, en sak på varje rad', { Frågan: 'Vad är bra?' }],
  ['Egna ord, en längre text', { Frågan: 'Berätta mer' }],
  ['Skala', { Frågan: 'Hur trivs du?', 'Vad det lägsta betyder': 'inte alls' }],
  [
    'Flera saker på samma skala',
    { Frågan: 'Hur är det?', 'Det man svarar om, en sak på varje rad': lines('Skolan', 'Maten'), 'Svar att välja på, ett på varje rad': lines('Bra', 'Dåligt') },
  ],
  ['Rangordning', { Frågan: 'Vad är viktigast?', 'Val, ett på varje rad': lines('Natur', 'Jobb') }],
  ['Tal', { Frågan: 'Hur långt?', Enhet: 'minuter' }],
  ['Dag', { Frågan: 'När kom du?' }],
  ['Plats', { Frågan: 'Var bor du?', 'Platser, en på varje rad': lines('Norr', 'Söder') }],
  ['Bild', { Frågan: 'Vilket torg?' }],
  ['Bara text', { Rubrik: 'Nu är det slut', Texten: 'Tack så långt.' }],
]

test('with the keyboard only, on the narrowest screen, a process leader makes a survey with every kind of question', async () => {
  await page.goto(`${samsyn.address}/arbete/dialoger/ny`)
  await write({ Rubrik: 'Allt om orten' })
  await writeDay('Första dagen', dayFrom(-1))
  await writeDay('Sista dagen', dayFrom(20))
  await tabTo('Tre frågor till invånarna')
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown')
  await enter('Gör dialogen')
  expect(new URL(page.url()).pathname).toBe('/arbete/dialoger/allt-om-orten')
  for (const [kind, fields] of asked) {
    await enter('Lägg till en fråga')
    await enter(kind)
    await write(fields)
    if (kind === 'Bild') await uploadPictures('Träd', 'Bänkar')
    await enter('Lägg till frågan')
  }
  await enter('Lägg till en del')
  await enter('Egna ord, en längre text')
  await write({ 'Delens rubrik': 'Till dig som bor här', Frågan: 'Varför bor du här?' })
  await enter('Lägg till frågan')
  await enter('Villkor: Varför bor du här?')
  await enter('Välj svar')
  await tabTo('Ja')
  await page.keyboard.press('Space')
  await enter('Lägg till villkoret')
  expect(await page.locator('main').innerText()).toContain('Frågas bara av dem som svarat Ja på ”Bor du här?”')
  expect(faults).toEqual([])
})

test('previews it, writes what is missing and opens it', async () => {
  await page.goto(`${samsyn.address}/arbete/dialoger/allt-om-orten`)
  await enter('Se den som den som svarar')
  expect(await page.locator('.phone').innerText()).toContain('Del 1 av 1')
  await enter('Tillbaka till utkastet')
  await enter('Ändra texter och tider')
  await write({ 'Information till den som svarar': 'Vad och varför', 'Lagligt stöd': 'Uppgift av allmänt intresse', Löfte: 'Svaren läses', 'Vem man kan fråga': 'Växeln' })
  await enter('Spara texterna')
  await enter('Öppna dialogen')
  expect(await page.locator('main').innerText()).toContain('Öppen.')
  await enter('Rätta frågan: Bor du här?')
  await enter('Tillbaka till dialogen')
  expect(faults).toEqual([])
})

test('and a resident without script answers every question', async () => {
  const resident = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
  const form = await resident.newPage()
  await form.goto(`${samsyn.address}/delta/allt-om-orten`)
  const group = (name: string) => form.getByRole('group', { name: new RegExp(`^${name.replace('?', '\\?')}`) })
  await group('Bor du här?').getByLabel('Ja').check()
  await group('Vad saknas?').getByLabel('Buss').check()
  await group('Vad är bra?').locator('input').first().fill('Skogen')
  await form.getByLabel('Berätta mer').fill('En längre text')
  await group('Hur trivs du?').getByLabel('4').check()
  await group('Skolan').getByLabel('Bra').check()
  await form.getByLabel('Natur').selectOption('1')
  await form.getByLabel('Hur långt?').fill('12')
  await form.getByLabel('När kom du?').fill('2020-05-01')
  await form.getByLabel('Var bor du?').selectOption({ label: 'Norr' })
  await group('Vilket torg?').getByLabel('Träd').check()
  const drawn = group('Vilket torg?').locator('img')
  await drawn.last().scrollIntoViewIfNeeded()
  await expect.poll(() => drawn.evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth))).toEqual([480, 480])
  // The last part comes only with what was answered in the first.
  await comeBy(form, () => form.getByRole('button', { name: 'Skicka mina svar' }).click())
  await form.getByLabel('Varför bor du här?').fill('Tystnaden')
  await comeBy(form, () => form.getByRole('button', { name: 'Skicka mina svar' }).click())
  const said = await form.locator('main').innerText()
  for (const words of ['Tack. Ditt svar är sparat', 'Ja', 'Buss', 'Skogen', 'En längre text', 'Skolan: Bra', '1. Natur', '12 minuter', 'Norr', 'Träd', 'Tystnaden'])
    expect(said).toContain(words)
})
