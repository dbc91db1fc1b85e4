import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import { useInstallationSecret } from '#http/secret'
import { addDays } from '#kernel/day'
import { createDialogue, openDialogue } from '#participation'
import { issueFirstKey, mintActor } from '#people'
import { tellStory } from '../seeds/ange/tell-story.ts'
import { useSite } from './site.ts'
import { spokenIn } from './spoken-text.ts'
import { formsIn, linksIn, shapeOf } from './walk-pages.ts'

const site = useSite()
const english = { cookie: 'sprak=en' }
const now = presentMoment()
const survey = '/delta/hur-gar-det-2026'
const pageOf = async (answer: Promise<Response>) => (await answer).text()

// Swedish that an English sentence may hold: names of places, and the name of the municipality.
const names = /(?<!\p{L})(?:Ånge|På svenska)(?!\p{L})/gu
const swedish =
  /(?<!\p{L})(?:och|eller|inte|är|från|till|har|dig|din|ditt|som|när|av|på|för|med|det|den|ett|vi|kan|ska|om|här|vad|hur|alla|svar|svara|saknas|procent|påhittat|kommun\p{L}*|nämnd\p{L}*|styrelse\p{L}*|\p{L}*[åäö]\p{L}*)(?!\p{L})/giu
// A receipt is in no language, and one in three hundred has "av", "har" or "det" between its figures.
const swedishIn = (html: string) =>
  spokenIn(html.replaceAll(/(?<=<span class="receipt-code[^>]*>).*?(?=<\/span><\/p>)/gs, ''), 'en')
    .filter(({ lang, text }) => lang === 'en' && text.replaceAll(names, '').match(swedish))
    .map(({ text }) => text)

let welcome: string[] = []
beforeAll(async () => {
  useInstallationSecret('a secret for the tests, and for nothing else')
  const nyckel = await issueFirstKey(now)
  welcome = [
    await pageOf(site.get(`/forsta?nyckel=${nyckel}`, english)),
    await pageOf(site.post(`/forsta?nyckel=${nyckel}`, { nyckel: nyckel ?? '', municipality: '', name: '', email: 'x' }, english)),
  ]
  await tellStory('seeds/ange/voices')
})

describe('the check', () => {
  test('sees a Swedish word, also in a label, and lets be what is marked as Swedish', () => {
    const page =
      '<html lang="en"><body><p>The goal of Ånge</p><p>Målet och <b lang="sv">inte detta</b></p><br><input aria-label="Vad tycker du"/><p lang="sv">Ja <i lang="en">and från</i></p><code>/om</code></body></html>'
    expect(swedishIn(page)).toEqual(['Målet och ', 'Vad tycker du', 'and från'])
  })
  test('finds Swedish on a page of the public that is read in Swedish', async () => {
    expect(swedishIn((await pageOf(site.get('/'))).replace('<html lang="sv"', '<html lang="en"')).length).toBeGreaterThan(10)
  })
})

test('the very first page is in English, also when something is wrong', () => {
  expect(welcome.map(swedishIn)).toEqual([[], []])
  expect(welcome[0]).toContain('Become administrator')
  expect(welcome[1]).toContain('Write something here')
})

test('every page that the public can go to from the first one is in English, and what is Swedish says so', async () => {
  const found: string[] = []
  const seen = new Set(['/', '/api', '/finns-inte', '/delta/vision-2020/svar', `${survey}/fortsatt`, '/logga-in/lank?nyckel=x', '/tillganglighet/tack', '/demo/utkorg'])
  for (const path of seen) {
    const answer = await site.get(path, english)
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
    const html = await answer.text()
    found.push(...swedishIn(html).map((text) => `${path}: ${text}`))
    for (const link of linksIn(html, path)) if (!/^\/(arbete|sprak|filer)\b/.test(link)) seen.add(link)
  }
  const kinds = new Set([...seen].map((path) => shapeOf(path).replace(/^(\/\w+\/).+/, '$1')))
  for (const kind of ['/tema/', '/ord/', '/beslut/', '/mal/', '/matt/', '/handling/', '/delta/', '/folj', '/om', '/integritet', '/tillganglighet', '/logga-in'])
    expect(kinds).toContain(kind)
  expect([...new Set(found)]).toEqual([])
})

describe('what is answered to a form is in English', () => {
  const question = async () => /name="([0-9a-f-]{36})"/.exec(await pageOf(site.get(survey)))?.[1] ?? ''

  test('the thanks, and the answer followed by its receipt and taken back', async () => {
    const thanks = await pageOf(site.post(survey, { submissionKey: 'the-key-of-the-english-test', [await question()]: 'More buses' }, english))
    const code = /(?:[0-9A-Z]{4}-){4}[0-9A-Z]/.exec(thanks.replaceAll(/<[^>]+>|\s/g, ''))?.[0] ?? ''
    const followed = await pageOf(site.post('/folj', { code }, english))
    const taken = await pageOf(site.post('/folj', { code, act: 'withdraw' }, english))
    for (const [page, word] of [
      [thanks, 'Your answer is stored'],
      [followed, 'More buses'],
      [taken, 'erased'],
    ] as const)
      expect(page).toContain(word)
    expect([thanks, followed, taken].flatMap(swedishIn)).toEqual([])
  })

  test.each(['/folj', survey, '/logga-in', '/tillganglighet', `${survey}/fortsatt`])('what is wrong when %s is sent empty', async (path) => {
    const page = await pageOf(site.get(path, english))
    for (const form of formsIn(page, path)) {
      const fields = Object.fromEntries(form.fields.filter(({ kind }) => kind === 'hidden').map(({ name, value }) => [name, value]))
      expect(swedishIn(await pageOf(site.post(form.action, fields, english)))).toEqual([])
    }
  })
})

test('the accessibility statement that the municipality has written in Swedish, with its form sent wrong and right', async () => {
  const cookie = await site.signIn('ali@ange.example')
  const faults = { 'faults.0.what': 'Kartan går inte att förstora', 'faults.0.whom': 'Den som ser dåligt', 'faults.0.reason': 'to-be-mended', 'faults.0.mendedOn': '2030-01-31' }
  const stated = { conformity: 'partial', triedBy: 'Två handläggare, för hand', triedOn: '2026-03-02', contact: 'Växeln på kommunen', ...faults }
  expect((await site.post('/arbete/tillganglighet', { act: 'save', ...stated }, { cookie })).status).toBe(302)
  expect((await site.post('/arbete/installningar', { act: 'save', name: 'Ånge, exempel', accent: '', contact: 'hjalp@ange.example' }, { cookie })).status).toBe(302)
  const page = await pageOf(site.get('/tillganglighet', english))
  expect(page).toContain('Kartan går inte')
  const [form] = formsIn(page, '/tillganglighet')
  const sent = Object.fromEntries(form?.fields.map(({ name, value }) => [name, value]) ?? [])
  const wrong = await site.post('/tillganglighet', sent, english)
  expect([form === undefined, wrong.status]).toEqual([false, 422])
  expect([page, await wrong.text()].flatMap(swedishIn)).toEqual([])
})

test('a survey of every kind of question that nobody has translated says that its words are Swedish, and ours are English', async () => {
  const one = async (sql: string) => (await pool().query<{ id: string }>(sql)).rows[0]?.id ?? ''
  const pia = await mintActor(await one("select id from people_persons where email = 'pia@ange.example'"), now.day)
  if (!pia) throw new Error('The story lacks its process leader.')
  const choices = ['Skog', 'Sjö', 'Berg'].map((label, at) => ({ key: `val${at}`, label, labelEnglish: null }))
  const asked = [
    { key: 'bor', kind: 'one', wording: 'Bor du här?', required: true, form: { choices, other: true } },
    { key: 'gillar', kind: 'several', wording: 'Vad gillar du?', form: { choices } },
    { key: 'ordna', kind: 'ranking', wording: 'Vad är viktigast för dig?', form: { choices } },
    { key: 'nojd', kind: 'scale', wording: 'Hur nöjd är du?' },
    { key: 'ar', kind: 'number', wording: 'Hur många år?' },
    { key: 'tycker', kind: 'lines', wording: 'Vad tycker du?', hint: 'Skriv en sak på varje rad' },
    { key: 'sedan', kind: 'one', wording: 'Är det länge?', sectionHeading: 'Mer om dig', form: { choices } },
  ] as never[]
  const about = {
    processId: await one('select id from process_processes'),
    stepId: await one('select id from process_steps'),
    groupId: await one('select id from participation_groups'),
  }
  const texts = { title: 'Vad tycker du om orten', information: 'Vi läser alla svar', legalBasis: 'Allmänt intresse', promise: 'Vi läser', contact: 'Växeln på kommunen' }
  const made = await createDialogue(pia, { ...about, ...texts, slug: 'orten', kind: 'survey', opensOn: addDays(now.day, -1), closesOn: addDays(now.day, 1), questions: asked }, now)
  if (!made.granted) throw new Error(JSON.stringify(made))
  expect(await openDialogue(pia, { dialogueId: made.value.id }, now)).toMatchObject({ granted: true })
  const page = await pageOf(site.get('/delta/orten', english))
  expect(page).toContain('Part 1 of 2')
  const sent = await pageOf(
    site.post(
      '/delta/orten',
      Object.fromEntries(formsIn(page, '').flatMap(({ fields }) => fields.filter(({ kind }) => kind === 'hidden').map(({ name, value }) => [name, value]))),
      english,
    ),
  )
  expect([page, sent, await pageOf(site.get('/delta/orten/svar', english))].flatMap(swedishIn)).toEqual([])
})
