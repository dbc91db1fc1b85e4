import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { comeBy } from './begun.ts'
import { openBrowser } from './browser.ts'
import { inAMonth, today } from './days.ts'
import { drawTheVision } from './draw-the-vision.ts'
import { startInstallation } from './installation.ts'
import { measureAndJudge } from './measure-and-judge.ts'
import { openRoom, type Room, send, type Visited } from './roles.ts'

// Fewer who all say the same would be kept back, for it would be known of each of them.
const voices = 10

export type Walked = { browser(): Browser; room(): Room; address(): string }

/** Walks the whole thread in a browser, each step done by its role. Called at the top of a test file. */
export function walkTheThread({ javaScriptEnabled, start = () => startInstallation({ start: 'empty' }) }: { javaScriptEnabled: boolean; start?: () => Promise<Visited> }): Walked {
  let browser: Browser
  let samsyn: Visited
  let room: Room
  let code = ''
  const go = async (person: string, path: string): Promise<Page> => {
    const page = await room.page(person)
    await page.goto(`${samsyn.address}${path}`)
    return page
  }
  beforeAll(async () => {
    browser = await openBrowser()
    samsyn = await start()
    room = openRoom(browser, samsyn, javaScriptEnabled)
  })
  afterAll(async () => {
    await room?.close()
    await samsyn?.stop()
    await browser?.close()
  })

  test('the first administrator comes in by the one-time link and invites the others', async () => {
    const page = await room.resident()
    await page.goto(samsyn.firstAdministratorLink ?? '')
    await send(page, { 'Kommunens namn': 'Provkommunen', 'Ditt namn': 'Adam Prov', 'Din e-postadress': 'admin@kommunen.example' }, 'Bli administratör')
    await page.goto(`${samsyn.address}/arbete/personer`)
    for (const [name, role] of [
      ['leader', 'Processledare'],
      ['analyst', 'Analytiker'],
      ['secretary', 'Nämndsekreterare'],
      ['controller', 'Controller'],
      ['responsible', 'Ansvarig chef'],
    ] as const)
      await send(page, { Namn: `${role} Prov`, 'E-postadress': `${name}@kommunen.example`, Uppdrag: role, 'I vilket organ': 'Kommunstyrelsen' }, 'Bjud in')
    expect(await page.locator('main .rows > li').count()).toBe(6)
    // The link is spent.
    expect((await page.goto(samsyn.firstAdministratorLink ?? ''))?.status()).toBe(404)
  })

  test('the process leader frames the process and opens a survey', async () => {
    const page = await go('leader', '/arbete/process/ny')
    await send(
      page,
      {
        Namn: 'Ny vision',
        Adress: 'ny-vision',
        'Varför en vision': 'Vi måste välja.',
        Löftet: 'Svaren blir visionens ord.',
        'Vem som gav uppdraget': 'Kommunstyrelsen',
        'När uppdraget gavs': today,
        'Processens första dag': today,
        'Processens sista dag': inAMonth,
      },
      'Gör processen',
    )
    await page.goto(`${samsyn.address}/arbete/grupper`)
    await send(page, { 'Gruppens namn': 'Invånare', 'Namn i adresser': 'invanare' }, 'Lägg till gruppen')
    await page.goto(`${samsyn.address}/arbete/dialoger/ny`)
    await send(
      page,
      {
        Rubrik: 'Hur vill du ha det?',
        'Namn i adressen': 'hur-vill-du',
        'Vilket steg den hör till': '03 Enkät till invånarna',
        'Första dagen': today,
        'Sista dagen': inAMonth,
        'Börja med': ['Tomt'],
      },
      'Gör dialogen',
    )
    await page.getByRole('link', { name: 'Ändra texter och tider' }).click()
    await send(
      page,
      {
        'Information till den som svarar': 'Vi frågar för att skriva en vision.',
        'Lagligt stöd': 'Uppgift av allmänt intresse',
        Löfte: 'Du får veta hur det gick.',
        'Vem man kan fråga': 'vision@kommunen.example',
      },
      'Spara texterna',
    )
    await page.getByRole('link', { name: 'Lägg till en fråga' }).click()
    await page.getByRole('link', { name: 'Egna ord, en sak på varje rad' }).click()
    await page.getByText('Hur svaren räknas').click()
    await send(page, { Frågan: 'Vad vill du ha om tio år?', 'Vad ett svar betyder': 'Önska' }, 'Lägg till frågan')
    await page.getByRole('button', { name: 'Öppna dialogen' }).click()
    await page.getByText('Öppen.').first().waitFor()
  })

  test('residents answer and get receipts', async () => {
    for (let person = 0; person < voices; person++) {
      const page = await room.resident()
      await page.goto(`${samsyn.address}/delta`)
      await page.getByRole('link', { name: 'Hur vill du ha det?' }).first().click()
      await page.locator('main form input[type=text]').first().fill(`Fler mötesplatser för unga i by ${person}`)
      await comeBy(page, () => page.getByRole('button', { name: 'Skicka mina svar' }).click())
      code = /(?:[0-9A-Z]{4}-){4}[0-9A-Z]/.exec((await page.locator('.receipt').innerText()).replaceAll(/\s/g, ''))?.[0] ?? ''
      expect(code).not.toBe('')
      expect(page.url()).not.toContain(code)
      expect(await page.title()).not.toContain(code)
    }
  })

  test('the analyst reads, codes, marks what may be shown, and freezes', async () => {
    const page = await go('analyst', '/arbete/kodbok')
    await send(
      page,
      {
        'Temats namn': 'Mötesplatser för unga',
        'Vad temat är': 'Platser för unga',
        'När det används': 'När unga saknar plats',
        'När det inte används': 'Idrott',
      },
      'Lägg till temat',
    )
    for (let voice = 0; voice < voices; voice++) {
      await page.goto(`${samsyn.address}/arbete/kodning`)
      await send(page, { 'Tema 1': 'Mötesplatser för unga', 'Hållning till tema 1': 'Önska' }, 'Spara och visa nästa')
    }
    await page.goto(`${samsyn.address}/arbete/granska`)
    for (const box of await page.locator('main input[type=checkbox]').all()) await box.check()
    await comeBy(page, () => page.getByRole('button', { name: 'De markerade får visas' }).click())
    await page.goto(`${samsyn.address}/arbete/samsyn`)
    await page.getByRole('button', { name: 'Frys analysen som den är nu' }).click()
    await page.getByText('Analys 1 frystes').waitFor()
  })

  test('before anything is published, the resident is told when it will be', async () => {
    const page = await room.resident()
    await follow(page, samsyn.address, code)
    expect(await page.locator('main').innerText()).toContain('Fler mötesplatser för unga')
    expect(await page.locator('main').innerText()).not.toContain('Platser för unga')
    expect(await page.locator('.thread').innerText()).toMatch(/Kommer \d+/)
  })

  test('the vision is drawn, rooted, handed in and decided, each step by its role', () => drawTheVision(go))

  test('it is measured, planned, decided and judged, each step by its role', () => measureAndJudge(go))

  test('the process leader publishes step by step', async () => {
    const page = await go('leader', '/arbete/process/ny-vision')
    for (const step of ['Analys', 'Förslag till vision', 'Beslut i kommunfullmäktige', 'Nuläge', 'Genomförande', 'Uppföljning']) {
      const item = page.locator('.steps > li').filter({ has: page.getByRole('heading', { name: step }) })
      await item.locator('summary').click()
      await comeBy(page, () => item.getByRole('button', { name: 'Publicera', exact: true }).click())
      await item.getByText(/^Publicerat/).waitFor()
    }
  })

  test('the receipt opens the whole thread: own words, theme, phrase, decision, goal and judgement', async () => {
    const page = await room.resident()
    await follow(page, samsyn.address, code.toLowerCase())
    const shown = await page.locator('main').innerText()
    for (const words of [
      'Fler mötesplatser för unga',
      'Mötesplatser för unga',
      'Unga har platser att växa på,',
      'Kommunfullmäktige',
      'Fullmäktige antar visionen.',
      'Unga trivs här',
      'Delvis uppfyllt',
    ])
      expect(shown).toContain(words)
    for (const link of ['Unga har platser att växa på,', 'Unga trivs här']) {
      await comeBy(page, () => page.getByRole('link', { name: link }).first().click())
      expect(await page.locator('.thread li.broken').count()).toBe(0)
      await follow(page, samsyn.address, code)
    }
  })

  test('a phrase that rests on nothing says so', async () => {
    const page = await room.resident()
    await page.goto(`${samsyn.address}/visionen`)
    await comeBy(page, () => page.getByRole('link', { name: 'med en förfinad känsla av frihet.' }).click())
    expect(await page.locator('main').innerText()).toContain('Inga röster ligger bakom den här formuleringen.')
  })
  return { browser: () => browser, room: () => room, address: () => samsyn.address }
}

async function follow(page: Page, address: string, code: string): Promise<void> {
  await page.goto(`${address}/folj`)
  await page.getByLabel('Din kvittokod').fill(code)
  await comeBy(page, () => page.getByRole('button', { name: 'Visa vad som blev av mitt svar' }).click())
  await page.getByText('Det här blev det av ditt svar').first().waitFor()
  expect(page.url()).toBe(`${address}/folj`)
}
