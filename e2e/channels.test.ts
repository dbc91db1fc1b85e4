import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askQuestions } from './ask-questions.ts'
import { comeBy } from './begun.ts'
import { openBrowser } from './browser.ts'
import { enterDemo } from './enter-demo.ts'
import { type Installation, startInstallation } from './installation.ts'
import { besideTheServer } from './open-survey.ts'

let browser: Browser
let samsyn: Installation
const questions = [{ key: 'tycker', kind: 'text' as const, wording: 'Vad tycker du?' }]
beforeAll(async () => {
  browser = await openBrowser()
  samsyn = await startInstallation({ start: 'demo' })
  const closed = ['med', 'utan'].map((slug) => ({ slug: `slutna-${slug}`, title: 'För en grupp', questions, isDraft: true }))
  await askQuestions(samsyn, [{ slug: 'for-alla', title: 'För alla', questions }, ...closed])
})
afterAll(async () => {
  await browser?.close()
  await samsyn?.stop()
})

/** How the answer came that says this, and how many there are of it. */
async function waysOf(text: string): Promise<string[]> {
  const client = await besideTheServer(samsyn.dataDir)
  const { rows } = await client.query('select r.source from participation_responses r join participation_statements s on s.response_id = r.id where s.text = $1', [text])
  await client.end()
  return rows.map(({ source }) => source)
}

describe.each([
  ['med', true],
  ['utan', false],
])('%s skript', (name, javaScriptEnabled) => {
  async function visit(work: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 320, height: 640 } })
    const page = await context.newPage()
    await work(page, context)
    await context.close()
  }
  const answer = async (page: Page, text: string, button = 'Skicka mina svar') => {
    await page.getByLabel('Vad tycker du?').fill(text)
    await comeBy(page, () => page.getByRole('button', { name: button }).click())
  }

  test('on the web: answered, and the receipt is there', () =>
    visit(async (page) => {
      await page.goto(`${samsyn.address}/delta/for-alla`)
      await answer(page, `På webben ${name}`)
      await page.getByRole('heading', { name: 'Tack. Ditt svar är sparat' }).waitFor()
      expect(await waysOf(`På webben ${name}`)).toEqual(['web'])
    }))

  test('by a code: the leader makes it and opens, the link leads in, it is used once, and is in no address', () =>
    visit(async (page) => {
      const slug = `slutna-${name}`
      await enterDemo(page, samsyn.address, 'pia')
      await page.goto(`${samsyn.address}/arbete/dialoger/${slug}/koder`)
      await page.getByLabel('Enhet').fill('Hemtjänsten')
      await page.getByLabel('Hur många').fill('1')
      await comeBy(page, () => page.getByRole('button', { name: 'Gör koderna' }).click())
      const link = /http\S+/.exec(await page.locator('td').first().innerText())?.[0] ?? ''
      const code = link.split('/').at(-1) ?? ''
      await page.goto(`${samsyn.address}/arbete/dialoger/${slug}`)
      await comeBy(page, () => page.getByRole('button', { name: 'Öppna dialogen' }).click())
      await visit(async (resident) => {
        await resident.goto(`${samsyn.address}/delta/${slug}`)
        expect(await resident.getByLabel('Vad tycker du?').count()).toBe(0)
        await resident.goto(link)
        expect(new URL(resident.url()).pathname).toBe(`/delta/${slug}`)
        await answer(resident, `Med kod ${name}`)
        await resident.getByRole('heading', { name: 'Tack. Ditt svar är sparat' }).waitFor()
        expect(resident.url()).not.toContain(code)
      })
      await visit(async (second) => {
        await second.goto(link)
        expect(await second.getByLabel('Vad tycker du?').count()).toBe(0)
      })
      expect(await waysOf(`Med kod ${name}`)).toEqual(['code'])
    }))

  test.each([
    ['På papper', 'paper'],
    ['I intervju', 'interview'],
  ])('%s: a batch is received, each form is copied, and the sum adds up', (way, source) =>
    visit(async (page) => {
      await enterDemo(page, samsyn.address, 'pia')
      await page.goto(`${samsyn.address}/arbete/dialoger/for-alla/inskrivning`)
      await page.getByLabel(way).check()
      await page.getByLabel('Varifrån').fill('Biblioteket')
      await page.getByLabel('Hur många de är').fill('2')
      await comeBy(page, () => page.getByRole('button', { name: 'Ta emot bunten' }).click())
      for (const number of [1, 2]) await answer(page, `${way} ${number} ${name}`, 'Spara och ta nästa')
      await page.getByText('2 mottagna, 2 inskrivna.').waitFor()
      for (const number of [1, 2]) expect(await waysOf(`${way} ${number} ${name}`)).toEqual([source])
    }),
  )

  test.each([
    ['klass', 'class'],
    ['kiosk', 'kiosk'],
  ])('%s: one after the other on one device, and nothing is left for the next', (way, source) =>
    visit(async (page, context) => {
      await page.goto(`${samsyn.address}/delta/for-alla/${way}`)
      for (const person of ['första', 'andra']) {
        await page.getByRole('link', { name: 'Börja svara' }).click()
        expect(await page.getByLabel('Vad tycker du?').inputValue()).toBe('')
        await answer(page, `Den ${person} i ${way} ${name}`)
        await page.getByRole('link', { name: 'Nästa person' }).waitFor()
        expect(await page.locator('main').innerText()).not.toContain(`Den ${person}`)
        await page.getByRole('link', { name: 'Nästa person' }).click()
        expect(await waysOf(`Den ${person} i ${way} ${name}`)).toEqual([source])
      }
      expect(await context.cookies()).toEqual([])
      if (javaScriptEnabled) expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    }),
  )
})
