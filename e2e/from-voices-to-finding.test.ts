import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { sharedFolder, testWithShared } from '#test/shared'
import { faultsOf, keepRuns } from './axe.ts'
import { comeBy } from './begun.ts'
import { openBrowser } from './browser.ts'
import { type Installation, startInstallation } from './installation.ts'
import { besideTheServer, openSurvey, slug } from './open-survey.ts'
import { openRoom, type Room } from './roles.ts'

const drawn = 10
let browser: Browser
let samsyn: Installation
let room: Room
beforeAll(async () => {
  browser = await openBrowser()
  samsyn = await startInstallation({ start: 'empty' })
  room = openRoom(browser, samsyn, true)
})
afterAll(async () => {
  keepRuns('from-voices-to-finding')
  await room?.close()
  await browser?.close()
  await samsyn?.stop()
})

testWithShared('what people really asked goes from uncoded to a published finding by two coders', async () => {
  await moveIn()
  const [ada, bo] = [await room.page('ada'), await room.page('bo')]
  const to = (page: Page, path: string) => page.goto(`${samsyn.address}${path}`)

  await to(ada, '/arbete/kodbok')
  await ada.getByRole('button', { name: 'Lägg in den' }).click()
  await ada.getByRole('link', { name: 'Kollektivtrafik' }).waitFor()

  await to(ada, '/arbete/kodning')
  await ada.locator('select[name="theme-1"]').selectOption({ label: 'Skola' })
  await comeBy(ada, () => ada.getByRole('button', { name: 'Spara och visa nästa' }).click())
  await ada.getByText('kvar att koda').waitFor()

  await to(ada, '/arbete/parkodning')
  for (const name of ['Ada', 'Bo']) await ada.getByLabel(name, { exact: true }).check()
  await ada.getByLabel('Hur många yttranden').fill(String(drawn))
  await comeBy(ada, () => ada.getByRole('button', { name: 'Dra yttranden' }).click())
  for (const [page, unlike] of [
    [ada, false],
    [bo, true],
  ] as const) {
    await to(page, '/arbete/parkodning/1/koda')
    for (let turn = 1; turn <= drawn; turn++) {
      await page.getByText(`Yttrande ${turn} av ${drawn}`).waitFor()
      await page.getByLabel(turn % 2 === 0 || (unlike && turn === 1) ? 'Skola' : 'Trygghet', { exact: true }).check()
      await page.getByLabel('Önska', { exact: true }).check()
      await comeBy(page, () => page.getByRole('button', { name: 'Spara och visa nästa' }).click())
    }
    await page.getByText('Inget kvar att läsa').waitFor()
  }
  expect(await faultsOf(bo, `${samsyn.address}/arbete/parkodning/1`)).toEqual([])
  await bo.getByRole('button', { name: 'Skriv in dem' }).click()
  await bo.locator('summary', { hasText: 'Avgör' }).click()
  await bo.locator('article').getByLabel('Trygghet', { exact: true }).check()
  await comeBy(bo, () => bo.getByRole('button', { name: 'Det här gäller' }).click())
  expect(await bo.getByText('Det ni läst olika').count()).toBe(0)
  await bo.getByRole('button', { name: 'Avsluta och frys' }).click()
  await bo.getByText('Krippendorffs alfa för varje kod').waitFor()

  await to(ada, '/arbete/samsyn')
  await comeBy(ada, () => ada.getByRole('button', { name: /^Frys/ }).click())
  await to(ada, '/arbete/fynd/nytt')
  await ada.getByLabel('Var är vi mest samsynta?').check()
  await ada.getByLabel('Vad fann ni?').fill('Trygghet är det flest frågar om')
  const theme = ada.locator('#figures details', { hasText: 'Trygghet' }).first()
  await theme.locator('summary').click()
  await theme.locator('label').first().click()
  await ada.getByLabel('Vem är inte med?').fill('Ingen vi vet om')
  await ada.getByLabel('Vad vet vi inte?').fill('Vad de som inte frågar tycker')
  await ada.getByRole('button', { name: 'Spara fyndet' }).click()
  await ada.waitForURL('**/arbete/fynd/1')
  // Whoever wrote it can't be the second person.
  expect(await ada.getByLabel('Godkänn').count()).toBe(0)
  await to(bo, '/arbete/fynd/1')
  await bo.getByLabel('Godkänn').check()
  await bo.getByRole('button', { name: 'Lämna granskningen' }).click()
  await bo.getByRole('button', { name: 'Publicera fyndet' }).click()
  await bo.getByRole('link', { name: 'Läs fyndet som det publicerades' }).click()
  await bo.getByRole('heading', { name: 'Trygghet är det flest frågar om' }).waitFor()
  expect(await faultsOf(bo, bo.url())).toEqual([])
  // Nobody outside sees it before the step is published, and then everybody does.
  const resident = await room.resident()
  await to(resident, '/samsyn')
  expect(await resident.getByRole('heading', { name: 'Trygghet är det flest frågar om' }).count()).toBe(0)
  await to(ada, '/arbete/process/prov')
  const step = ada.locator('.steps > li').filter({ has: ada.getByRole('heading', { name: 'Analysen' }) })
  await step.locator('summary').click()
  await step.getByRole('button', { name: 'Publicera', exact: true }).click()
  await step.getByText(/^Publicerat/).waitFor()
  await to(resident, '/samsyn')
  await resident.getByRole('heading', { name: 'Trygghet är det flest frågar om' }).waitFor()
  expect(await resident.locator('main').innerText()).toContain('Vad de som inte frågar tycker')
})

/** A municipality with two coders and a survey that has been answered in the words of the shared data. */
async function moveIn(): Promise<void> {
  const link = new URL(samsyn.firstAdministratorLink ?? '')
  const form = new URLSearchParams({ nyckel: link.searchParams.get('nyckel') ?? '', municipality: 'Provkommun', name: 'Ada', email: 'ada@kommunen.example' })
  const welcome = await fetch(link, { method: 'POST', body: form, headers: { origin: link.origin }, redirect: 'manual' })
  expect(welcome.status).toBe(302)
  const cookie = welcome.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const client = await besideTheServer(samsyn.dataDir)
  const question = await openSurvey(client)
  const organId = (await client.query('select id from people_organs')).rows[0].id
  for (const role of ['analyst', 'process-leader'])
    await client.query("insert into people_assignments (person_id, organ_id, role, valid_from) select id, $1, $2, '2020-01-01' from people_persons where name = 'Ada'", [
      organId,
      role,
    ])
  await client.query(
    `insert into process_steps (process_id, key, number, position, title, who, purpose, focus, planned_from, planned_to)
      select process_id, 'analysis', '05', 5, 'Analysen', who, purpose, focus, planned_from, planned_to from process_steps where key = 'survey'`,
  )
  await client.end()
  const invitation = new URLSearchParams({ act: 'invite', name: 'Bo', email: 'bo@kommunen.example', organId, role: 'analyst' })
  const invited = await fetch(`${samsyn.address}/arbete/personer`, { method: 'POST', body: invitation, headers: { origin: samsyn.address, cookie }, redirect: 'manual' })
  expect(invited.status).toBe(302)
  const texts = readFileSync(join(sharedFolder, 'data/text/sv-swefaq/data.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .slice(0, 14)
    .map((line) => (JSON.parse(line) as { text: string }).text.replaceAll(/\s+/g, ' '))
  for (const [at, text] of texts.entries()) {
    const body = new URLSearchParams({ submissionKey: `the-key-of-an-answer-${at}`.padEnd(24, '-'), [question]: text })
    expect((await fetch(`${samsyn.address}/delta/${slug}`, { method: 'POST', body, headers: { origin: samsyn.address } })).status).toBe(200)
  }
}
