import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsOf } from './axe.ts'
import { comeBy } from './begun.ts'
import { openBrowser } from './browser.ts'
import { enterDemo } from './enter-demo.ts'
import { type Installation, startInstallation } from './installation.ts'

let browser: Browser
let samsyn: Installation
beforeAll(async () => {
  browser = await openBrowser()
  // By a name: a passkey is never bound to a number.
  samsyn = await startInstallation({ start: 'demo', host: 'localhost' })
})
afterAll(async () => {
  await browser?.close()
  await samsyn?.stop()
})

/** A browser on a device with a screen lock, that its owner opens when asked. */
async function openDevice(context: BrowserContext): Promise<{ page: Page; device: CDPSession; authenticatorId: string }> {
  const page = await context.newPage()
  const device = await context.newCDPSession(page)
  await device.send('WebAuthn.enable')
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  })
  return { page, device, authenticatorId }
}
const signInAsAdministrator = (page: Page) => enterDemo(page, samsyn.address, 'ali')
const press = (page: Page, name: string | RegExp) => comeBy(page, () => page.getByRole('button', { name }).click())

test('an administrator adds a passkey, signs out, signs in with it, and removes it; then it opens nothing', async () => {
  const { page, device, authenticatorId } = await openDevice(await browser.newContext())
  const refused: string[] = []
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()))
  await signInAsAdministrator(page)
  await page.goto(`${samsyn.address}/arbete/mina-nycklar`)
  await page.getByLabel('Vad du kallar den').fill('Jobbtelefonen')
  await press(page, 'Lägg till passnyckeln')
  expect(await page.locator('.rows').innerText()).toContain('Jobbtelefonen')
  const { credentials } = await device.send('WebAuthn.getCredentials', { authenticatorId })
  expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: 'localhost' }])

  await page.getByLabel('Vad du kallar den').fill('En gång till')
  await page.getByRole('button', { name: 'Lägg till passnyckeln' }).click()
  await page.getByText('Den enheten har redan en passnyckel här.').waitFor()

  await press(page, 'Logga ut')
  await page.goto(`${samsyn.address}/logga-in?till=/arbete/mina-nycklar`)
  await press(page, 'Logga in med passnyckel')
  expect(new URL(page.url()).pathname).toBe('/arbete/mina-nycklar')
  expect(await page.locator('.rows').innerText()).toContain('Senast använd')

  await press(page, 'Ta bort passnyckeln Jobbtelefonen')
  expect(await page.locator('main').innerText()).toContain('Du har ingen passnyckel än')
  await press(page, 'Logga ut')
  await page.goto(`${samsyn.address}/logga-in`)
  await press(page, 'Logga in med passnyckel')
  expect(await page.locator('main').innerText()).toContain('Vi kände inte igen passnyckeln')
  // Nothing of ours was stopped by our own policy; the last answer was a refusal, which a browser tells of.
  expect(refused.filter((line) => !line.includes('403'))).toEqual([])
  await page.context().close()
})

test('a name that is missing is said on the page, and somebody who changes their mind is told that they may try again', async () => {
  const { page, device, authenticatorId } = await openDevice(await browser.newContext())
  await signInAsAdministrator(page)
  await page.goto(`${samsyn.address}/arbete/mina-nycklar`)
  await press(page, 'Lägg till passnyckeln')
  expect(await page.getByRole('alert').innerText()).toContain('Skriv något här')
  await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await page.getByLabel('Vad du kallar den').fill('Den andra')
  await page.getByRole('button', { name: 'Lägg till passnyckeln' }).click()
  await page.getByText('Du kan försöka igen').waitFor()
  expect(await page.getByLabel('Vad du kallar den').inputValue()).toBe('Den andra')
  await page.context().close()
})

test('without script, the pages say that passkeys need it, and the mailed link works', async () => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto(`${samsyn.address}/logga-in`)
  expect(await page.getByText('Länken till din e-post fungerar utan').isVisible()).toBe(true)
  expect(await page.locator('form[data-passkey]').isVisible()).toBe(false)
  await page.getByLabel('Din e-postadress').fill('ali@ange.example')
  await comeBy(page, () => page.getByRole('button', { name: 'Skicka länken' }).click())
  expect(await page.getByText('Titta i din e-post').isVisible()).toBe(true)
  await signInAsAdministrator(page)
  await page.goto(`${samsyn.address}/arbete/mina-nycklar`)
  expect(await page.getByText('Passnycklar kräver en webbläsare').isVisible()).toBe(true)
  expect(await page.locator('form[data-passkey]').isVisible()).toBe(false)
  await page.context().close()
})

test.each([
  ['320 px', { viewport: { width: 320, height: 640 } }],
  ['a desk', { viewport: { width: 1280, height: 800 } }],
  ['dark', { colorScheme: 'dark' as const }],
  ['forced colours', { forcedColors: 'active' as const }],
])('both pages have no axe violation and no sideways scroll: %s', async (what, options) => {
  const { page } = await openDevice(await browser.newContext({ ...options, bypassCSP: true }))
  const faults: string[] = []
  const look = async (name: string) => {
    faults.push(...(await violationsOf(page)).map((fault) => `${name}: ${fault}`))
  }
  await page.goto(`${samsyn.address}/logga-in`)
  await page.getByRole('button', { name: 'Logga in med passnyckel' }).waitFor()
  await look('sign-in')
  await signInAsAdministrator(page)
  await page.goto(`${samsyn.address}/arbete/mina-nycklar`)
  await page.getByLabel('Vad du kallar den').fill(`Nyckeln för ${what}`)
  await press(page, 'Lägg till passnyckeln')
  await look('my-passkeys')
  await page.goto(`${samsyn.address}/logga-in/passnyckel`)
  await look('refused')
  expect(faults).toEqual([])
  await page.context().close()
})
