import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workbookOf } from '#test/survey-files'
import { keepRuns, violationsOf } from './axe.ts'
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
  keepRuns('files-from-elsewhere')
  await browser?.close()
  await samsyn?.stop()
})

async function leader(width: number): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true })).newPage()
  await enterDemo(page, samsyn.address, 'pia')
  return page
}
const faults: string[] = []
async function look(page: Page, name: string) {
  faults.push(...(await violationsOf(page)).map((fault) => `${name}: ${fault}`))
  const folder = process.env.SAMSYN_PICTURES
  if (folder) {
    mkdirSync(folder, { recursive: true })
    await page.screenshot({ path: `${folder}/${name}-${page.viewportSize()?.width}.png`, fullPage: true })
  }
}
const fileOf = (name: string, buffer: Uint8Array) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(buffer) })
const answers = (one: number, other: number) =>
  Buffer.from(
    [
      'ID;Starttid;Namn;E-post;Kön;Hur nöjd är du med att bo här?;Språk;Bästa minnet',
      `${one};2026-11-20 10:00;Anna;anna@prov.example;Kvinna;${one};svenska;Midsommar vid älven`,
      `${other};2026-11-20 11:00;Bo;bo@prov.example;Man;${other};English (United States);`,
      '9;2026-11-20 12:00;;;Hen;3;klingon;',
    ].join('\r\n'),
  )

test.each([320, 1200])('answers from elsewhere are taken in, page by page, without script and without a violation, at %i px', async (width) => {
  const page = await leader(width)
  await page.goto(`${samsyn.address}/arbete/dialoger/bo-har-2026`)
  await comeBy(page, () => page.getByRole('link', { name: 'Läs in svar' }).click())
  await look(page, 'begin')
  await comeBy(page, () => page.getByRole('button', { name: 'Läs filen utan att spara svaren' }).click())
  expect(await page.getByRole('alert').textContent()).toContain('Välj en fil')
  await page.getByLabel('Fil med svar').setInputFiles(fileOf('svar.csv', width === 320 ? answers(4, 5) : answers(1, 2)))
  await comeBy(page, () => page.getByRole('button', { name: 'Läs filen utan att spara svaren' }).click())
  expect(await page.getByLabel('Hur nöjd är du med att bo här?').inputValue()).toBe('nojd')
  await look(page, 'columns')
  await comeBy(page, () => page.getByRole('button', { name: 'Visa hur det blir' }).click())
  expect(await page.getByText('Kön – ”Hen” finns inte bland valen. Språket ”klingon” är inget vi känner till').count()).toBe(1)
  await look(page, 'weigh')
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Hämta raderna som en fil att rätta' }).click()])
  expect(file.suggestedFilename()).toBe('bo-har-2026-att-ratta.csv')
  await comeBy(page, () => page.getByRole('button', { name: /^Läs in 2/ }).click())
  expect(await page.getByRole('status').textContent()).toContain('2 svar är inlästa. 1 rad gick inte att läsa in.')
  await look(page, 'done')
  expect(faults).toEqual([])
})

test.each([320, 1200])('questions of a file are seen with what doesn’t go with them, at %i px', async (width) => {
  const page = await leader(width)
  await page.goto(`${samsyn.address}/arbete/dialoger/alla-sorters-fragor`)
  await comeBy(page, () => page.getByRole('link', { name: 'Läs in frågor' }).click())
  await look(page, 'form')
  const survey = [
    ['type', 'name', 'label::Svenska (sv)', 'relevant'],
    ['text', 'mest', 'Vad gör du mest?', ''],
    ['text', 'varfor', 'Varför?', `\${mest} != ''`],
    ['geopoint', 'var', 'Var?', ''],
  ]
  await page.getByLabel('Fil med frågor').setInputFiles(fileOf('form.xlsx', workbookOf({ survey, choices: [['list_name', 'name', 'label']] })))
  await comeBy(page, () => page.getByRole('button', { name: 'Läs filen utan att spara' }).click())
  expect(await page.getByRole('heading', { name: '2 frågor går att läsa in' }).count()).toBe(1)
  await look(page, 'form-read')
  await comeBy(page, () => page.getByRole('button', { name: 'Spara frågorna i utkastet' }).click())
  expect(await page.getByText('Frågas bara av dem som har svarat på ”Vad gör du mest?”').count()).toBeGreaterThan(0)
  expect(faults).toEqual([])
})
