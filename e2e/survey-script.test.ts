import { join } from 'node:path'
import pg from 'pg'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askQuestions } from './ask-questions.ts'
import { violationsOf } from './axe.ts'
import { openBrowser } from './browser.ts'
import { type Installation, startInstallation } from './installation.ts'

// By a computed name: it is no part of what the types are checked for.
const survey = (await import(join(import.meta.dirname, '../scripts/bench/participation-survey.mjs'))) as {
  slug: string
  putSurvey(database: pg.Client, wish: { inParts: boolean; laterForResidents?: boolean; slug?: string }): Promise<{ ids: Record<string, string> }>
}
let browser: Browser
let samsyn: Installation
const path = '/delta/hur-gar-det-2026'
beforeAll(async () => {
  browser = await openBrowser()
  samsyn = await startInstallation({ start: 'demo' })
})
afterAll(async () => {
  await browser?.close()
  await samsyn?.stop()
})

async function begin(context: BrowserContext, words: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(samsyn.address + path)
  await page.locator('main form input[type=text]').first().fill(words)
  return page
}
const sendButton = (page: Page) => page.getByRole('button', { name: 'Skicka mina svar' })
const kept = 'Sparat på den här enheten, inte skickat än'
const thanks = (page: Page) => page.getByRole('heading', { level: 1, name: 'Tack. Ditt svar är sparat' }).waitFor()
const left = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('samsyn-svar')))

test('with the network there, the answer is sent as ever, and nothing is left on the device', async () => {
  const context = await browser.newContext()
  const page = await begin(context, 'Skogen')
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  await sendButton(page).click()
  await thanks(page)
  expect([await left(page), faults]).toEqual([[], []])
  await context.close()
})

test('without network it says that it is kept and not sent, sends when the network is back, once, and is erased', async () => {
  const context = await browser.newContext()
  const page = await begin(context, 'Tystnaden')
  await context.setOffline(true)
  await sendButton(page).click()
  await page.getByText(kept).waitFor()
  expect(await left(page)).toHaveLength(1)
  await context.setOffline(false)
  await thanks(page)
  expect(await page.locator('main').innerText()).toContain('Tystnaden')
  expect(await left(page)).toEqual([])
  await context.close()
})

test('eight hours later, on the same open page, it is still one answer', async () => {
  const context = await browser.newContext()
  await context.clock.install()
  const page = await begin(context, 'Vattnet')
  await context.setOffline(true)
  await sendButton(page).click()
  await page.getByText(kept).waitFor()
  await context.clock.fastForward('08:00:00')
  await page.getByText(kept).waitFor()
  await context.setOffline(false)
  await context.clock.fastForward('00:01')
  await thanks(page)
  await context.close()
})

test('on a new visit it asks first, shows nothing of what was written, and is sent or taken away as one says', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, bypassCSP: true })
  const page = await begin(context, 'Hemligheten')
  // The network is gone for the server only, so that the page can be opened anew.
  await context.route('**/halsa', (route) => route.abort())
  await sendButton(page).click()
  await page.getByText(kept).waitFor()
  await page.reload()
  await page.getByText('ett svar som inte är skickat').waitFor()
  expect(await page.locator('main').innerText()).not.toContain('Hemligheten')
  expect(await sendButton(page).isVisible()).toBe(false)
  expect(await violationsOf(page)).toEqual([])
  const other = await context.newPage()
  await other.goto(samsyn.address + path)
  await other.getByRole('button', { name: 'Ta bort svaret från enheten' }).click()
  await other.getByText('är inte skickat').waitFor()
  expect(await sendButton(other).isVisible()).toBe(true)
  await context.unroute('**/halsa')
  await page.getByRole('button', { name: 'Skicka svaret nu' }).click()
  await page.getByText('Svaret finns inte kvar på enheten').waitFor()
  await context.close()
})

test('an answer that arrived while its page was lost is the same answer when it is sent again', async () => {
  const context = await browser.newContext()
  const page = await begin(context, 'Bussen')
  // The server gets it, and the way back is cut.
  await context.route(`**${path}`, async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await route.fetch()
    return route.abort()
  })
  await sendButton(page).click()
  // The browser's own page, which says that there was no answer.
  await expect.poll(() => page.url()).toMatch(/^chrome-error:/)
  await context.unroute(`**${path}`)
  await page.goto(samsyn.address + path)
  await page.getByRole('button', { name: 'Skicka svaret nu' }).click()
  await thanks(page)
  expect(await page.locator('main').innerText()).toContain('Formuläret kom två gånger')
  expect(await left(page)).toEqual([])
  await context.close()
})

test('a begun answer is saved when it is changed, and what is saved is there on a new visit', async () => {
  const database = new pg.Client({ host: join(samsyn.dataDir, 'run'), user: 'postgres', database: 'postgres' })
  await database.connect()
  const { ids } = await survey.putSurvey(database, { inParts: true })
  const rows = async () => Number((await database.query('select count(*) from participation_begun_answers')).rows[0].count)
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${samsyn.address}/delta/${survey.slug}`)
  await page.locator(`input[name="${ids.bor}"][value=ja]`).check()
  // Nothing is saved of somebody who has not gone on.
  await page.waitForTimeout(1_500)
  expect(await rows()).toBe(0)
  await page.getByRole('button', { name: 'Fortsätt', exact: true }).click()
  await page.waitForURL('**del=2')
  await page.locator(`input[name="${ids.nojd}"][value="4"]`).check()
  await page.getByText('Det du fyllt i är sparat, men inte skickat.').waitFor()
  await page.reload()
  expect(await page.locator(`input[name="${ids.nojd}"][value="4"]`).isChecked()).toBe(true)
  expect(await rows()).toBe(1)
  await database.end()
  await context.close()
})

test('an answer that brings in another part leads on to it, and is not said to lie unsent', async () => {
  const database = new pg.Client({ host: join(samsyn.dataDir, 'run'), user: 'postgres', database: 'postgres' })
  await database.connect()
  const { ids } = await survey.putSurvey(database, { inParts: true, laterForResidents: true, slug: 'for-dem-som-bor-har' })
  await database.end()
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${samsyn.address}/delta/for-dem-som-bor-har`)
  await page.locator(`input[name="${ids.bor}"][value=ja]`).check()
  await sendButton(page).click()
  await page.waitForURL('**del=2')
  await page.locator(`input[name="${ids.nojd}"][value="4"]`).check()
  expect(await left(page)).toEqual([])
  await page.getByRole('button', { name: 'Fortsätt', exact: true }).click()
  await page.waitForURL('**del=3')
  await sendButton(page).click()
  await thanks(page)
  expect(await left(page)).toEqual([])
  await context.close()
})

test('counts what is left of each limit as the server counts it: what is at its limit is taken', async () => {
  const choices = ['Skog', 'Sjö', 'Berg'].map((label, index) => ({ key: `val-${index}`, label, labelEnglish: null }))
  const asked = await askQuestions(samsyn, [
    {
      slug: 'med-granser',
      title: 'Med gränser',
      questions: [
        { key: 'text', kind: 'text', wording: 'Berätta', form: { longest: 20 } },
        { key: 'rader', kind: 'lines', wording: 'Vad är bra?', form: { longest: 20 } },
        { key: 'flera', kind: 'several', wording: 'Vad gillar du?', form: { choices, most: 2 } },
      ],
    },
  ])
  const { text, rader, flera } = asked['med-granser'] ?? {}
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${samsyn.address}/delta/med-granser`)
  for (const said of ['0 av högst 20 tecken', 'Den längsta raden: 0 av högst 20 tecken', '0 av högst 2 valda', 'Högst 20 tecken på varje rad.'])
    await page.getByText(said, { exact: said.startsWith('0') }).waitFor()
  await page.locator(`[name="${text}"]`).fill('En rad\nEn till 🛝 hä')
  await page.locator(`[name="${rader}"]`).first().fill('Skogen och tystnaden')
  await page.locator(`[name="${rader}"]`).nth(1).fill('Bussen')
  for (const value of ['val-0', 'val-1']) await page.locator(`[name="${flera}"][value=${value}]`).check()
  for (const said of ['20 av högst 20 tecken', 'Den längsta raden: 20 av högst 20 tecken', '2 av högst 2 valda']) await page.getByText(said, { exact: true }).waitFor()
  expect(await violationsOf(page)).toEqual([])
  await sendButton(page).click()
  await thanks(page)
  await context.close()
})

test('without script the form is sent as a form', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await begin(context, 'Berget')
  await sendButton(page).click()
  await thanks(page)
  await context.close()
})
