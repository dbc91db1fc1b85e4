import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { type Installation, startInstallation } from './installation.ts'
import { openRoom, type Room, send } from './roles.ts'

const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date())
const inAMonth = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date(Date.now() + 30 * 86_400_000))
const year = today.slice(0, 4)
// Fewer who all say the same would be kept back, for it would be known of each of them.
const voices = 10

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
})

describe.each([false, true])('from a voice to a public result, with script %s', (javaScriptEnabled) => {
  let samsyn: Installation
  let room: Room
  let code = ''
  const go = async (person: string, path: string): Promise<Page> => {
    const page = await room.page(person)
    await page.goto(`${samsyn.address}${path}`)
    return page
  }
  beforeAll(async () => {
    samsyn = await startInstallation({ start: 'empty' })
    room = openRoom(browser, samsyn, javaScriptEnabled)
  })
  afterAll(async () => {
    await room?.close()
    await samsyn?.stop()
  })

  test('the first administrator comes in by the one-time link and invites the others', async () => {
    const page = await room.resident()
    await page.goto(samsyn.firstAdministratorLink ?? '')
    await send(page, { 'Kommunens namn': 'Provkommunen', 'Ditt namn': 'Adam Prov', 'Din e-postadress': 'admin@kommunen.example' }, 'Bli administratör')
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
        'Information till den som svarar': 'Vi frågar för att skriva en vision.',
        Löfte: 'Du får veta hur det gick.',
        'Vem man kan fråga': 'vision@kommunen.example',
        'Första dagen': today,
        'Sista dagen': inAMonth,
        Frågan: 'Vad vill du ha om tio år?',
        'Vad ett svar betyder': 'Önska',
      },
      'Spara dialogen som utkast',
    )
    await page.getByRole('button', { name: 'Öppna dialogen' }).click()
    await page.getByText('Öppen.').first().waitFor()
  })

  test('residents answer and get receipts', async () => {
    for (let person = 0; person < voices; person++) {
      const page = await room.resident()
      await page.goto(`${samsyn.address}/delta`)
      await page.getByRole('link', { name: 'Hur vill du ha det?' }).first().click()
      await page.locator('main form input[type=text]').first().fill(`Fler mötesplatser för unga i by ${person}`)
      await page.getByRole('button', { name: 'Skicka mina svar' }).click()
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
        Adress: 'moten-unga',
      },
      'Lägg till temat',
    )
    for (let voice = 0; voice < voices; voice++) {
      await page.goto(`${samsyn.address}/arbete/kodning`)
      await send(page, { 'Vad handlar det om?': ['Mötesplatser för unga'], 'Vad vill den som skrev?': ['Önska'] }, 'Spara och visa nästa')
    }
    await page.goto(`${samsyn.address}/arbete/granska`)
    for (const box of await page.locator('main input[type=checkbox]').all()) await box.check()
    await page.getByRole('button', { name: 'De markerade får visas' }).click()
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

  test('the vision is drawn, rooted, handed in and decided, each step by its role', async () => {
    const leader = await go('leader', '/arbete/vision')
    await send(leader, { 'Förslagets namn': 'Nära', Adress: 'nara', Formuleringar: 'Unga har platser att växa på,\nmed en förfinad känsla av frihet.' }, 'Spara förslaget')
    const analyst = await go('analyst', '/arbete/vision/nara')
    await send(analyst, {}, 'Lägg till temat', 'main article >> nth=0')
    const secretary = await go('secretary', '/arbete/arenden')
    await send(secretary, { Diarienummer: 'KS 1/1', 'Vad ärendet gäller': 'Ny vision' }, 'Öppna ärendet')
    await leader.goto(`${samsyn.address}/arbete/vision/nara`)
    await send(leader, { 'I vilket ärende': 'KS 1/1 Ny vision' }, 'Frys och lämna in förslaget')
    await secretary.reload()
    await send(
      secretary,
      {
        Organ: 'Kommunfullmäktige',
        'Mötets dag': today,
        Paragraf: '§ 12',
        Utfall: 'Bifall',
        'Vilken handling beslutet gäller': 'Nära',
        'Att-satser': 'Fullmäktige antar visionen.',
      },
      'Skriv in beslutet',
    )
    await secretary.getByRole('button', { name: 'Skriv in justeringen' }).click()
    await secretary.getByRole('button', { name: 'Skriv in anslaget' }).click()
    await leader.reload()
    await send(leader, { Beslut: `Kommunfullmäktige ${today} § 12` }, 'Skriv in att visionen är antagen')
    await leader.goto(`${samsyn.address}/arbete/fokusomraden`)
    await send(
      leader,
      {
        Namn: 'Hållbar hälsa',
        Adress: 'hallbar-halsa',
        Framtidsbild: 'Unga har någonstans att vara.',
        'Vilka av visionens ord området tar upp': ['Unga har platser att växa på,'],
      },
      'Lägg till fokusområdet',
    )
    await send(leader, { Beslut: `KS 1/1, Kommunfullmäktige ${today} § 12` }, 'Skriv in att fokusområdena är antagna')
  })

  test('it is measured, planned, decided and judged, each step by its role', async () => {
    const controller = await go('controller', '/arbete/matt/nytt')
    await send(
      controller,
      {
        'Måttets namn': 'Nöjda unga',
        Adress: 'nojda-unga',
        'Vad kommunen själv kan påverka': 'Mycket',
        'Definitionens rubrik': 'Andel nöjda',
        'Så räknas det': 'Andel av de svarande',
        Enhet: 'procent',
        Källa: 'Egen enkät',
      },
      'Lägg till måttet',
    )
    await send(controller, { Period: String(Number(year) - 1), 'Värde (procent)': '40' }, 'Skriv in mätvärdet')
    await send(controller, { Metod: 'Enkät' }, 'Frys nuläget')
    await send(controller, { Period: year, 'Värde (procent)': '47,5' }, 'Skriv in mätvärdet')
    await controller.goto(`${samsyn.address}/arbete/planer`)
    await send(controller, { 'Planens namn': 'Mål', 'Periodens namn': year, Från: `${year}-01-01`, Till: `${year}-12-31`, 'Vem som äger den': 'Kommunfullmäktige' }, 'Gör planen')
    await send(
      controller,
      {
        Nummer: '1',
        Målet: 'Unga trivs här',
        'Fokusområde i visionen': 'Hållbar hälsa',
        'Ansvarigt organ': 'Kommunstyrelsen',
        'Delvis uppfyllt från vilken del av vägen': '0,5',
        'Varför vi tror på det': 'Vi kan öppna lokaler.',
      },
      'Lägg till målet',
    )
    await controller.getByText('Säg vad mål 1 mäts med').click()
    await send(controller, { 'Nuläge att räkna från (för nå)': `Nöjda unga: 40 (${Number(year) - 1})`, Målvärde: '50', 'Till vilken period': year }, 'Sätt målvärdet')
    await send(controller, { 'I vilket ärende': 'KS 1/1 Ny vision' }, 'Frys och lämna in planen')
    const plan = controller.url()
    const secretary = await go('secretary', '/arbete/arenden')
    await secretary.getByRole('link', { name: 'KS 1/1' }).click()
    await send(
      secretary,
      { Organ: 'Kommunfullmäktige', 'Mötets dag': today, Paragraf: '§ 13', Utfall: 'Bifall', 'Vilken handling beslutet gäller': 'Mål', 'Att-satser': 'Fullmäktige antar målen.' },
      'Skriv in beslutet',
    )
    await controller.goto(plan)
    await send(controller, { Beslut: `Kommunfullmäktige ${today} § 13` }, 'Skriv in att planen är antagen')
    await controller.goto(`${samsyn.address}/arbete/uppfoljning`)
    await send(
      controller,
      { 'Vilken plan': `Mål, ${year}, version 1`, 'Omgångens namn': `Helår ${year}`, 'Vilken period den gäller': year, Öppnar: today, Stänger: inAMonth },
      'Öppna omgången',
    )
    const responsible = await go('responsible', new URL(controller.url()).pathname)
    expect(await responsible.locator('main').innerText()).toContain('75')
    await send(responsible, { 'Din bedömning': ['Delvis uppfyllt'], Motivering: 'Mer än halva vägen.' }, 'Spara bedömningen')
    await controller.reload()
    await controller.getByRole('button', { name: 'Lås omgången' }).click()
    await controller.getByText('Omgången är låst.').waitFor()
  })

  test('the process leader publishes step by step', async () => {
    const page = await go('leader', '/arbete/process/ny-vision')
    for (const step of ['Analys', 'Förslag till vision', 'Beslut i kommunfullmäktige', 'Nuläge', 'Genomförande', 'Uppföljning']) {
      const item = page.locator('.steps > li').filter({ has: page.getByRole('heading', { name: step }) })
      await item.locator('summary').click()
      await Promise.all([page.waitForLoadState('load'), item.getByRole('button', { name: 'Publicera', exact: true }).click()])
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
      await page.getByRole('link', { name: link }).first().click()
      expect(await page.locator('.thread li.broken').count()).toBe(0)
      await follow(page, samsyn.address, code)
    }
  })

  test('a phrase that rests on nothing says so', async () => {
    const page = await room.resident()
    await page.goto(`${samsyn.address}/visionen`)
    await page.getByRole('link', { name: 'med en förfinad känsla av frihet.' }).click()
    expect(await page.locator('main').innerText()).toContain('Inga röster ligger bakom den här formuleringen.')
  })
})

async function follow(page: Page, address: string, code: string): Promise<void> {
  await page.goto(`${address}/folj`)
  await page.getByLabel('Din kvittokod').fill(code)
  await page.getByRole('button', { name: 'Visa vad som blev av mitt svar' }).click()
  await page.getByText('Det här blev det av ditt svar').first().waitFor()
  expect(page.url()).toBe(`${address}/folj`)
}
