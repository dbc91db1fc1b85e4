import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
  keepRuns('coding-files')
  await browser?.close()
  await samsyn?.stop()
})

const faults: string[] = []
async function look(page: Page, name: string) {
  faults.push(...(await violationsOf(page)).map((fault) => `${name}: ${fault}`))
  const folder = process.env.SAMSYN_PICTURES
  if (folder) {
    mkdirSync(folder, { recursive: true })
    await page.screenshot({ path: `${folder}/${name}-${page.viewportSize()?.width}.png`, fullPage: true })
  }
}
const fileOf = (name: string, buffer: string | Buffer) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(buffer) })
async function download(page: Page, button: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()])
  return readFile(await file.path())
}
async function send(page: Page, label: string, name: string, content: string | Buffer) {
  await page.getByLabel(label).setInputFiles(fileOf(name, content))
  await comeBy(page, () => page.getByRole('button', { name: 'Läs filen utan att spara' }).click())
}

test.each([320, 1200])('the codebook and the codings go out and come in as files, without a violation, at %i px', async (width) => {
  const page = await (await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true, acceptDownloads: true })).newPage()
  await enterDemo(page, samsyn.address, 'anders')
  await page.goto(`${samsyn.address}/arbete/kodbok`)
  await comeBy(page, () => page.getByRole('link', { name: 'Hämta och läs in kodböcker' }).click())
  await look(page, 'codebook')
  const book = (await download(page, 'Hämta kodboken')).toString('utf8')
  const guid = `00000000-0000-4000-8000-00000000${width.toString().padStart(4, '0')}`
  await send(
    page,
    'Fil med en kodbok',
    'kodbok.qdc',
    book.replace('</Codes>', `<Code guid="${guid}" name="Nature ${width}"><Description>All that grows.</Description></Code></Codes>`),
  )
  await look(page, 'codebook-preview')
  await comeBy(page, () => page.getByRole('button', { name: 'Lägg till 1 tema' }).click())
  expect(await page.getByText('1 nytt tema i kodboken').count()).toBe(1)

  await page.goto(`${samsyn.address}/arbete/kodning`)
  await comeBy(page, () => page.getByRole('link', { name: 'Filer' }).click())
  await comeBy(page, () => page.getByRole('button', { name: 'Hämta filen' }).click())
  expect(await page.getByRole('alert').textContent()).toContain('Skriv varför du behöver filen')
  await look(page, 'codings')
  await page.getByLabel('Skälet').fill('Prov i ett annat verktyg')
  const project = await download(page, 'Hämta filen')
  await send(page, 'Fil med kodningar', 'projekt.qdpx', project)
  expect(await page.getByText('Filen har inget nytt att läsa in').count()).toBe(1)
  await look(page, 'project-preview')
  await page.goto(`${samsyn.address}/arbete/kodning/utbyte`)
  await page.getByLabel('CSV').check()
  await page.getByLabel('Skälet').fill('Prov i ett kalkylprogram')
  const rows = (await download(page, 'Hämta filen')).toString('utf8').split('\r\n')
  // The first coding of all is another.
  const coded = rows.find((row) => /;(?:Bevara|Lämna|Önska);/.test(row)) ?? ''
  const [statement = ''] = coded.split(';')
  await send(page, 'Fil med kodningar', 'kodningar.csv', `svar;tema;hållning\r\n${statement};nature-${width};Önska\r\n${statement.replace(/^./, 'x')};nature-${width};\r\n`)
  await look(page, 'sheet-preview')
  await comeBy(page, () => page.getByRole('button', { name: 'Läs in kodningarna' }).click())
  expect(await page.getByText('1 svar fick 1 kodning').count()).toBe(1)
  expect(faults).toEqual([])
})
