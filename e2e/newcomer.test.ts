import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsOf } from './axe.ts'
import { comeBy } from './begun.ts'
import { openBrowser } from './browser.ts'
import { inAMonth, today } from './days.ts'
import { until } from './until.ts'

// What a person needs who knows the work and has not seen the program: Card, Moran and Newell's keystroke-level model (1983), for a slow typist.
const secondsOf = { letter: 0.5, click: 1.2, thought: 1.35 }

let browser: Browser
let post: SMTPServer
let npm: ChildProcess
let [said, address] = ['', '']
const dataDir = mkdtempSync(join(tmpdir(), 'samsyn-newcomer-'))
const letters: string[] = []
const count = { clicks: 0, fields: 0, letters: 0 }
const faults: string[] = []

beforeAll(async () => {
  post = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, _, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        letters.push(Buffer.concat(parts).toString())
        done()
      })
    },
  })
  await new Promise<void>((ready) => post.listen(0, '127.0.0.1', ready))
  const smtp = `smtp://127.0.0.1:${(post.server.address() as AddressInfo).port}`
  npm = spawn('npm', ['start', '--silent', '--', '--empty', '--data', dataDir, '--port', '0'], {
    cwd: resolve(import.meta.dirname, '..'),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '', SMTP_URL: smtp, SAMSYN_MAIL_FROM: 'samsyn@kommunen.example' },
  })
  for (const channel of [npm.stdout, npm.stderr]) channel?.on('data', (bytes: Buffer) => (said += bytes))
  await until(
    () => said.includes('Ctrl-C'),
    () => said,
  )
  address = new URL(/http\S+nyckel=\S+/.exec(said)?.[0] ?? '').origin
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  process.kill(-(npm.pid ?? 0), 'SIGTERM')
  await new Promise((ended) => npm.once('exit', ended))
  await new Promise<void>((done) => post.close(() => done()))
  rmSync(dataDir, { recursive: true, force: true })
})

test('a newcomer goes from an empty municipality to an answered survey in under ten minutes of clicks', async () => {
  const began = Date.now()
  const admin = await someone()
  await arrive(admin, /http\S+nyckel=\S+/.exec(said)?.[0] ?? '')
  await fill(admin, { 'Kommunens namn': 'Provkommunen', 'Ditt namn': 'Adam Prov', 'Din e-postadress': 'adam@kommunen.example' })
  await press(admin, 'Bli administratör')
  expect(await stepsOf(admin)).toEqual({ done: 0, next: '1. Namn och färg' })

  await follow(admin, 'Ställ in namn och färg')
  await fill(admin, { 'Färg på länkar och knappar': '0b5c4a' })
  await press(admin, 'Visa hur det blir')
  await press(admin, 'Spara så')
  await follow(admin, 'Kom i gång')
  await follow(admin, 'Lägg in platserna')
  await fill(admin, { 'En plats på varje rad': 'Norrby\nSöderby\n- Strand' })
  await press(admin, 'Visa hur listan blir')
  await press(admin, 'Lägg till platserna')
  await follow(admin, 'Kom i gång')
  await follow(admin, 'Lägg till ett organ')
  await fill(admin, { Namn: 'Kommunförvaltningen', Slag: 'Förvaltning' }, 'Lägg till organet')
  await press(admin, 'Lägg till organet')
  await follow(admin, 'Kom i gång')
  await follow(admin, 'Bjud in en processledare')
  await fill(admin, { Namn: 'Pia Prov', 'E-postadress': 'pia@kommunen.example', Uppdrag: 'Processledare', 'I vilket organ': 'Kommunförvaltningen' }, 'Bjud in')
  await press(admin, 'Bjud in')
  await follow(admin, 'Kom i gång')
  expect(await stepsOf(admin)).toEqual({ done: 4, next: '5. Processen' })

  // The process leader has nothing but what came by mail.
  const leader = await someone()
  await arrive(leader, await linkIn(0))
  await fill(leader, { 'Din e-postadress': 'pia@kommunen.example' })
  await press(leader, 'Skicka länken')
  await arrive(leader, await linkIn(1))
  await press(leader, 'Logga in')
  await follow(leader, 'Gör processen')
  await fill(leader, {
    Namn: 'Ny vision för Provkommunen',
    'Varför en vision': 'Vi blir fler, och måste välja vad vi vill.',
    Löftet: 'Alla svar läses. I vår får du veta vad som blev av dem.',
    'Vem som gav uppdraget': 'Kommunstyrelsen beslutade § 12',
    'När uppdraget gavs': today,
  })
  await press(leader, 'Gör processen')
  await follow(leader, 'Kom i gång')
  await follow(leader, 'Lägg till en grupp')
  await fill(leader, { 'Gruppens namn': 'Invånare', 'Namn i adresser': 'invanare' })
  await press(leader, 'Lägg till gruppen')
  await follow(leader, 'Kom i gång')
  await follow(leader, 'Gör en enkät')
  // Its three questions come with the beginning that is chosen from the start.
  await fill(leader, { Rubrik: 'Hur vill du ha det?', 'Vilket steg den hör till': '03 Enkät till invånarna', 'Första dagen': today, 'Sista dagen': inAMonth })
  await press(leader, 'Gör dialogen')
  await follow(leader, 'Ändra texter och tider')
  await fill(leader, {
    'Information till den som svarar': 'Vi frågar för att skriva en vision. Svaren läses av kommunen.',
    'Lagligt stöd': 'Uppgift av allmänt intresse (artikel 6.1 e)',
    Löfte: 'I vår får du veta hur det gick.',
    'Vem man kan fråga': 'pia@kommunen.example',
  })
  await press(leader, 'Spara texterna')
  await press(leader, 'Öppna dialogen')
  await leader.getByText('Öppen.').first().waitFor()
  await follow(leader, 'Kom i gång')
  expect(await stepsOf(leader)).toEqual({ done: 8, next: '' })
  const [clicks, fields, typed] = [count.clicks, count.fields, count.letters]

  const resident = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await resident.goto(address)
  await comeBy(resident, () => resident.getByRole('link', { name: 'Svara nu: Hur vill du ha det?' }).click())
  const survey = resident.url()
  await resident.locator('main form input[type=text]').first().fill('Sjön och skogen')
  await comeBy(resident, () => resident.getByRole('button', { name: 'Fortsätt', exact: true }).click())
  await resident.getByRole('button', { name: 'Skicka mina svar' }).click()
  await resident.locator('.receipt').waitFor()

  for (const path of ['/', survey]) await look(await someone(), new URL(path, address).href)
  const human = Math.round(typed * secondsOf.letter + clicks * (secondsOf.click + secondsOf.thought) + fields * (secondsOf.click + secondsOf.thought))
  console.log(
    `From an empty municipality to an open survey: ${clicks} clicks, ${fields} fields, ${typed} letters; ${human} s by the model, ${Math.round((Date.now() - began) / 1000)} s here.`,
  )
  expect(human).toBeLessThan(600)
  expect(faults).toEqual([])
})

async function someone(): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1280, height: 900 } })
  return context.newPage()
}

async function arrive(page: Page, at: string): Promise<void> {
  count.clicks += 1
  await page.goto(at)
  await check(page)
}

async function look(page: Page, at: string): Promise<void> {
  await page.goto(at)
  await check(page)
}

/** Every page of the way as it is met, wide and at 320 pixels. */
async function check(page: Page): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 })
    for (const fault of await violationsOf(page)) faults.push(`${new URL(page.url()).pathname} at ${width}: ${fault}`)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

async function press(page: Page, button: string): Promise<void> {
  count.clicks += 1
  await comeBy(page, () => page.locator('main').getByRole('button', { name: button, exact: true }).first().click())
  await check(page)
}

async function follow(page: Page, link: string): Promise<void> {
  count.clicks += 1
  await comeBy(page, () => page.getByRole('link', { name: link, exact: true }).first().click())
  await check(page)
}

async function fill(page: Page, fields: Record<string, string>, button?: string): Promise<void> {
  const form = button ? page.locator('main form').filter({ has: page.getByRole('button', { name: button, exact: true }) }) : page.locator('main')
  for (const [label, value] of Object.entries(fields)) {
    const field = form.getByLabel(label, { exact: true }).first()
    const isList = (await field.evaluate((element) => element.tagName)) === 'SELECT'
    if (isList) await field.selectOption({ label: value })
    else await field.fill(value)
    count.fields += 1
    count.letters += isList ? 0 : value.length
  }
}

/** How far the list of first steps has come, by what it says itself. */
async function stepsOf(page: Page): Promise<{ done: number; next: string }> {
  return { done: await page.locator('main .steps > li.done').count(), next: (await page.locator('main .steps > li.going h2').allInnerTexts())[0] ?? '' }
}

/** The link of a letter, as a mail program shows it. */
async function linkIn(letter: number): Promise<string> {
  await until(
    () => letters.length > letter,
    () => said,
  )
  const text = (letters[letter] ?? '').replaceAll('=\r\n', '').replaceAll('=3D', '=')
  return /https?:\/\/[^\s"<]+/.exec(text)?.[0] ?? ''
}
