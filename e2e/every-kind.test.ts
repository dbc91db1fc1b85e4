import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { QuestionInput } from '../src/modules/participation/question-schema.ts'
import { type QuestionKind, questionKinds } from '../src/modules/participation/rules/question.ts'
import { askQuestions, loadDemoMap, loadPicture } from './ask-questions.ts'
import { keepRuns, violationsOf } from './axe.ts'
import { comeBy } from './begun.ts'
import { openBrowser } from './browser.ts'
import { enterDemo } from './enter-demo.ts'
import { type Installation, startInstallation } from './installation.ts'

let browser: Browser
let samsyn: Installation
const path = '/delta/prov-av-varje-sort'
let ids: Record<string, string>
beforeAll(async () => {
  browser = await openBrowser()
  samsyn = await startInstallation({ start: 'demo' })
  await loadDemoMap(samsyn)
  const picture = await loadPicture(samsyn)
  const questions = questionKinds.flatMap((kind) => questionsOf(kind, picture))
  const asked = await askQuestions(samsyn, [
    { slug: 'prov-av-varje-sort', title: 'Prov av varje sort', titleEnglish: 'One of every kind', questions },
    { slug: 'utkast-av-varje-sort', title: 'Utkast av varje sort', titleEnglish: 'A draft of every kind', questions, isDraft: true },
  ])
  ids = asked['prov-av-varje-sort'] ?? {}
})
afterAll(async () => {
  keepRuns('every-kind')
  await browser?.close()
  await samsyn?.stop()
})

const choice = (key: string, label: string, labelEnglish: string) => ({ key, label, labelEnglish })
const choices = [choice('skog', 'Skogen och sjöarna', 'The forest and the lakes'), choice('buss', 'Bussen', 'The bus'), choice('inget', 'Inget av det här', 'None of these')]
const ends = { leastLabel: 'inte alls', leastLabelEnglish: 'not at all', mostLabel: 'mycket', mostLabelEnglish: 'very much' }

/** A kind with all its limits, what is a wrong answer to it, and a right one. */
type Kind = { readonly form?: QuestionInput['form']; wrong?(page: Page, id: string): Promise<unknown>; right(page: Page, id: string): Promise<unknown> }
const field = (page: Page, id: string) => page.locator(`[name="${id}"]`)
const write = (text: string) => (page: Page, id: string) => field(page, id).first().fill(text)
const check =
  (...values: string[]) =>
  async (page: Page, id: string) => {
    for (const value of values) await page.locator(`[name="${id}"][value="${value}"]`).check()
  }
const row = (page: Page, id: string, key: string) => page.locator(`[name="${id}:${key}"]`)
const matrixRow = (key: string) => (page: Page, id: string) => row(page, id, key).first().check()
const kinds: { readonly [Each in QuestionKind]: Kind } = {
  lines: { form: { longest: 20 }, wrong: write('Ett svar som är längre än det får vara'), right: write('Skogen') },
  text: { form: { longest: 40 }, wrong: write('Ett svar som är mycket längre än det får vara på den här frågan'), right: write('Skogen') },
  one: { form: { choices, other: true }, wrong: (page, id) => row(page, id, 'annat').fill('x'.repeat(2001)), right: check('skog') },
  several: { form: { choices, other: true, least: 2, most: 2 }, wrong: check('skog'), right: check('skog', 'buss') },
  scale: { form: { least: 1, most: 5, ...ends }, right: check('4') },
  matrix: {
    form: { choices, rows: [choice('a', 'Skolan', 'The school'), choice('b', 'Vägarna', 'The roads')] },
    wrong: matrixRow('a'),
    right: async (page, id) => {
      for (const key of ['a', 'b']) await matrixRow(key)(page, id)
    },
  },
  ranking: {
    form: { choices, most: 2 },
    wrong: async (page, id) => {
      await row(page, id, 'skog').selectOption('1')
      await row(page, id, 'buss').selectOption('1')
    },
    right: (page, id) => row(page, id, 'skog').selectOption('1'),
  },
  number: { form: { least: 0, most: 20, unit: 'minuter', unitEnglish: 'minutes' }, wrong: write('30'), right: write('12') },
  date: { form: { earliest: '2000-01-01' }, wrong: write('1999-12-31'), right: write('2020-05-01') },
  place: {
    form: { choices, point: true },
    right: async (page, id) => {
      await page.locator(`select[name="${id}"]`).selectOption('')
      await page
        .getByRole('radio', { name: /\bC3\b/ })
        .and(field(page, id))
        .check()
    },
  },
  picture: { form: { choices }, right: check('buss') },
  information: { right: async () => {} },
}

// What must be answered, and what has a hint and may be left out.
function questionsOf(kind: QuestionKind, picture: string): QuestionInput[] {
  const form = kind === 'picture' ? { choices: choices.map((each) => ({ ...each, picture })) } : kinds[kind].form
  const asked = (which: string, more: Partial<QuestionInput>): QuestionInput => ({
    ...{ key: `${kind}-${which}`, kind, form, wording: `Den ${which} frågan: ${kind}?`, wordingEnglish: `The ${which} question: ${kind}?` },
    ...more,
  })
  const hinted = asked('andra', { hint: 'Svara som du tycker.\nDet finns inget rätt svar.', hintEnglish: 'Answer as you like.\nNo answer is wrong.' })
  return kind === 'information' ? [hinted] : [asked('ena', { required: true }), hinted]
}

type Setting = BrowserContextOptions & { readonly language: 'sv' | 'en'; readonly script: boolean }
const settings: [string, Setting][] = (['sv', 'en'] as const).flatMap((language) =>
  [320, 1280].flatMap((width) =>
    [true, false].map((script): [string, Setting] => [`${language}, ${width} px, ${script ? 'with' : 'without'} script`, { language, script, viewport: { width, height: 800 } }]),
  ),
)
const dark: [string, Setting][] = [
  ['sv, 320 px, with script, dark', { language: 'sv', script: true, viewport: { width: 320, height: 800 }, colorScheme: 'dark' }],
  ['en, 1280 px, without script, dark', { language: 'en', script: false, viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }],
]

describe.each([...settings, ...dark])('%s', (_, { language, script, ...options }) => {
  test('every kind of question, empty, wrong and filled in, has no axe violation and no sideways scroll', async () => {
    const context = await browser.newContext({ ...options, bypassCSP: true })
    await context.addCookies([{ name: 'sprak', value: language, url: samsyn.address }])
    // Axe is a script itself: without ours means that none of ours comes.
    if (!script) await context.route('**/*.js', (route) => route.abort())
    const page = await context.newPage()
    const faults: string[] = []
    const look = async (state: string) => {
      faults.push(...(await violationsOf(page)).map((fault) => `${state}: ${fault}`))
    }
    const fill = async (how: 'wrong' | 'right') => {
      for (const [key, id] of Object.entries(ids)) await kinds[key.split('-')[0] as QuestionKind][how]?.(page, id)
    }
    await page.goto(samsyn.address + path)
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    await look('empty')
    await fill('wrong')
    await comeBy(page, () => page.locator('main button[value=send]').click())
    // Whatever kind it is, what is wrong with it is said at it, and the list at the top leads to it.
    for (const [key, id] of Object.entries(ids).filter(([key]) => key.endsWith('-ena'))) {
      expect([key, await page.locator(`main [role=alert] a[href="#${id}"]`).count(), await page.locator(`[id="${id}"]`).count()]).toEqual([key, 1, 1])
    }
    await look('wrong')
    await fill('right')
    await look('filled in, with what was wrong')
    await page.goto(samsyn.address + path)
    await fill('right')
    await look('filled in')
    if (process.env.SAMSYN_PICTURES)
      await page.screenshot({ path: `${process.env.SAMSYN_PICTURES}/${language}-${options.viewport?.width}-${options.colorScheme ?? 'light'}.png`, fullPage: true })
    await comeBy(page, () => page.locator('main button[value=send]').click())
    await page.locator('.receipt').waitFor()
    await look('sent, with what was answered')
    const code = (await page.locator('.receipt-code').innerText()).replaceAll(/\s/g, '')
    await page.goto(`${samsyn.address}/folj`)
    await page.locator('main [name=code]').first().fill(code)
    await comeBy(page, () => page.locator('main form button').first().click())
    await look('followed')
    await comeBy(page, () => page.locator('main form:has(input[name=act][value=change]) button').click())
    expect(new URL(page.url()).pathname).toBe(path)
    expect(await page.locator(`[name="${ids['several-ena']}"]:checked`).count()).toBe(2)
    await look('being changed')
    expect(faults).toEqual([])
    await context.close()
  })
})

test.each([320, 1280])('every kind in the preview, at the paper desk and in the figures, %i px, has no axe violation and no sideways scroll', async (width) => {
  const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true })
  const page = await context.newPage()
  const faults: string[] = []
  const look = async (state: string) => {
    faults.push(...(await violationsOf(page)).map((fault) => `${state}: ${fault}`))
  }
  await enterDemo(page, samsyn.address, 'pia')
  const room = `${samsyn.address}/arbete/dialoger`
  await page.goto(`${room}/utkast-av-varje-sort/forhandsvisa`)
  await look('preview')
  await comeBy(page, () => page.locator('main .phone button[value=send]').click())
  await look('preview, with what is missing')
  await page.goto(`${room}/prov-av-varje-sort/inskrivning`)
  await page.getByLabel('På papper').check()
  await page.getByLabel('Varifrån').fill('Biblioteket')
  await page.getByLabel('Hur många de är').fill('2')
  await comeBy(page, () => page.getByRole('button', { name: 'Ta emot bunten' }).click())
  await look('desk')
  for (const how of ['wrong', 'right'] as const) {
    // Paper has the list of places, and no map.
    for (const [key, id] of Object.entries(ids))
      if (key === 'place-ena') await field(page, id).selectOption({ index: 1 })
      else if (key.endsWith('-ena')) await kinds[key.split('-')[0] as QuestionKind][how]?.(page, id)
    await comeBy(page, () => page.getByRole('button', { name: 'Spara och ta nästa' }).click())
    await look(`desk, ${how}`)
  }
  await page.goto(`${room}/prov-av-varje-sort/siffror`)
  await look('figures')
  expect(faults).toEqual([])
  await context.close()
})
