import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, keepRuns, violationsOf } from './axe.ts'
import { begun, comeBy } from './begun.ts'
import { openBrowser } from './browser.ts'
import { type Installation, startInstallation } from './installation.ts'

let browser: Browser
let many: Installation
let none: Installation
let paths: string[] = []
// A survey that is open, and what stands around it.
const ofASurvey = ['', '/fortsatt', '/sparas', '/besked', '/klass', '/kiosk'].map((room) => `/delta/hur-gar-det-2026${room}`)
const always = [
  '/',
  '/processen',
  '/delta',
  '/samsyn',
  '/visionen',
  '/resultat',
  '/folj',
  '/om',
  '/tillganglighet',
  '/tillganglighet/tack',
  '/integritet',
  '/logga-in',
  '/finns-inte',
]

beforeAll(async () => {
  browser = await openBrowser()
  ;[many, none] = [await startInstallation({ start: 'demo' }), await startInstallation({ start: 'empty' })]
  paths = [
    ...always,
    ...ofASurvey,
    '/delta/vision-2020',
    '/delta/vision-2020/svar',
    '/delta/bo-har-2026/svar',
    ...['', '/mina', '/eget', '/sparas'].map((room) => `/delta/pastaenden-2026/pastaenden${room}`),
    '/delta/pastaenden-2021/pastaenden',
    '/delta/pastaenden-2021/pastaenden/resultat',
    '/api',
    '/k',
    '/demo/logga-in',
    '/demo/utkorg',
    ...(await deeperPages(many.address)),
  ]
})
afterAll(async () => {
  keepRuns('open-pages')
  await browser?.close()
  await many?.stop()
  await none?.stop()
})

describe.each<[string, BrowserContextOptions]>([
  ['light and 320 px', { viewport: { width: 320, height: 640 } }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
])('every open page, %s', (_, options) => {
  test('has no axe violation and no sideways scroll, full and empty', async () => {
    const context = await browser.newContext({ ...options, javaScriptEnabled: true, bypassCSP: true })
    const page = await context.newPage()
    const faults: string[] = []
    for (const [address, each] of [...paths.map((path) => [many.address, path]), ...always.map((path) => [none.address, path])])
      faults.push(...(await faultsOf(page, `${address}${each}`)))
    expect(faults).toEqual([])
    await context.close()
  })
})

test('a refused answer, and a code that nobody has, are told without a violation', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, bypassCSP: true })
  const page = await context.newPage()
  await page.goto(`${many.address}/delta/hur-gar-det-2026`)
  await page.getByRole('button', { name: 'Skicka mina svar' }).click()
  // The browser gives it the focus a moment after the page has come.
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert')
  expect(await violationsOf(page)).toEqual([])
  await page.goto(`${many.address}/folj`)
  await page.getByLabel('Din kvittokod').fill('0000-0000-0000-0000-1')
  await comeBy(page, () => page.getByRole('button', { name: 'Visa vad som blev av mitt svar' }).click())
  expect(await page.locator('main').innerText()).toContain('Vi hittar inget svar med den koden')
  expect(await violationsOf(page)).toEqual([])
  await context.close()
})

test('an open page has no script, asks nobody else, and weighs under 60 kB compressed with all it needs', async () => {
  for (const path of paths) {
    const page = await (await fetch(`${many.address}${path}`)).text()
    expect(page.replace(/<script src="\/svar\.js" nonce="[^"]+" defer=""><\/script>/, ''), path).not.toMatch(/<script/i)
    expect(page, path).not.toMatch(/ style="/)
    const parts = [...page.matchAll(/(?:src|href)="(\/(?:assets\/[^"]+|favicon\.svg))"/g)].map((match) => match[1])
    expect([...page.matchAll(/<(?:link|img)[^>]+(?:src|href)="(https?:)?\/\//g)], path).toEqual([])
    let weight = gzipSync(page).length
    for (const part of parts) weight += gzipSync(Buffer.from(await (await fetch(`${many.address}${part}`)).arrayBuffer())).length
    expect(weight, path).toBeLessThan(60_000)
  }
})

test('the whole way of a resident can be gone by keyboard alone', async () => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${many.address}/delta/hur-gar-det-2026`)
  const typed = 'En buss till'
  await begun(page)
  for (let step = 0; step < 60 && (await page.evaluate(() => document.activeElement?.getAttribute('type'))) !== 'text'; step++) await page.keyboard.press('Tab')
  await page.keyboard.type(typed)
  for (let step = 0; step < 60 && (await page.evaluate(() => document.activeElement?.textContent)) !== 'Skicka mina svar'; step++) await page.keyboard.press('Tab')
  await comeBy(page, () => page.keyboard.press('Enter'))
  await page.locator('.receipt').waitFor()
  expect(await page.locator('main').innerText()).toContain(typed)
})

async function deeperPages(address: string): Promise<string[]> {
  const found = new Set<string>()
  for (const path of ['/', '/samsyn', '/visionen', '/resultat', '/tema/natur']) {
    const page = await (await fetch(`${address}${path}`)).text()
    const kinds = new Map<string, number>()
    for (const [, link = '', kind = ''] of page.matchAll(/href="(\/(tema|ord|beslut|mal|matt|handling)\/[^"#]+)/g)) {
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      if ((kinds.get(kind) ?? 0) <= 3) found.add(link)
    }
  }
  for (const goal of [...found].filter((path) => path.startsWith('/mal/')))
    for (const [, link = ''] of (await (await fetch(`${address}${goal}`)).text()).matchAll(/href="(\/matt\/[^"#]+)/g)) found.add(link)
  return [...found]
}

test('a real installation has neither the demo’s sign-in nor its outbox, nor has a demo that others can reach', async () => {
  for (const path of ['/demo/logga-in', '/demo/utkorg']) {
    expect((await fetch(`${many.address}${path}`)).status).toBe(200)
    expect((await fetch(`${none.address}${path}`)).status).toBe(404)
    expect(
      (await fetch(`${none.address}${path}`, { method: 'POST', body: new URLSearchParams({ email: 'pia@ange.example' }), headers: { origin: none.address } })).status,
    ).toBeGreaterThanOrEqual(400)
  }
  const reachable = await startInstallation({ start: 'demo', host: '0.0.0.0' })
  for (const path of ['/demo/logga-in', '/demo/utkorg']) expect((await fetch(`${reachable.address}${path}`)).status).toBe(404)
  await reachable.stop()
})
