import { beforeAll, expect, test } from 'vitest'
import { publishFinding, readThemes, reviewFinding, writeFinding } from '#analysis'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import type { Actor } from '#kernel/actor'
import { mintActor } from '#people'
import { listProcesses } from '#process'
import { tellStory } from '../seeds/ange/tell-story.ts'
import { mergeThemes } from '../src/modules/analysis/merge-themes.ts'
import { grantedBy } from '../src/modules/participation/stage-dialogue.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = presentMoment()
const agreed = 'Alla fem grupper är för naturen'
const values = 'Gemenskap och framtidstro är de värderingar'
let addresses: Map<string, string>
let [analyst, leader]: (Actor | undefined)[] = []
let processId = ''

const pageOf = async (path: string, cookie = '') => (await (await site.get(path, { cookie })).text()).replaceAll('<!-- -->', '')
const phrasePage = (text: string, cookie = '') => pageOf(addresses.get(text) ?? '', cookie)
/** A published finding as /samsyn shows it. */
const articleOf = (page: string, number: number) => new RegExp(`<article[^>]*id="fynd-${number}".*?</article>`, 's').exec(page)?.[0] ?? ''
const linksIn = (html: string) => [...html.matchAll(/href="(\/ord\/[^"]+)"/g)].map(([, address]) => address)
const themeOf = async (slug: string) => (await readThemes({ processId })).find((theme) => theme.slug === slug)?.id ?? ''
const act = async (email: string) => mintActor((await pool().query('select id from people_persons where email = $1', [email])).rows[0]?.id ?? '', now.day)

beforeAll(async () => {
  await tellStory('seeds/ange/voices')
  addresses = new Map((await pool().query('select id, text from vision_phrases')).rows.map(({ id, text }) => [text, `/ord/${id}`]))
  processId = (await listProcesses(now.day))[0]?.id ?? ''
  ;[analyst, leader] = [await act('anders@ange.example'), await act('pia@ange.example')]
})

test('a phrase shows what was found of the themes it rests on, with a way to it, and nothing of other themes', async () => {
  const forest = await phrasePage('Här är skogen granne och älven en väg,')
  for (const said of ['Det här fann vi', agreed, 'Var är vi mest samsynta?', 'href="/samsyn#fynd-1"']) expect(forest).toContain(said)
  expect(forest).not.toContain(values)
  const door = await phrasePage('och dörren står öppen för den som vill bli en av oss.')
  for (const said of [agreed, values, 'href="/samsyn#fynd-2"']) expect(door).toContain(said)
  for (const text of ['och alla byar kan leva sin vardag.', 'med en förfinad känsla av frihet.']) expect(await phrasePage(text)).not.toContain('Det här fann vi')
})

test('a phrase of a proposal that was not adopted shows it too', async () => {
  expect(await phrasePage('Vi hämtar kraft ur skog och vatten')).toContain(agreed)
})

test('the finding leads back to the words of the vision that rest on its themes, and to no others', async () => {
  const page = await pageOf('/samsyn')
  const to = (...texts: string[]) => texts.map((text) => addresses.get(text))
  const [nature, door, young, faith] = [
    'Här är skogen granne och älven en väg,',
    'och dörren står öppen för den som vill bli en av oss.',
    'Unga har platser att växa på,',
    'Vi tror på det vi har och vågar prova nytt',
  ]
  expect(linksIn(articleOf(page, 1))).toEqual(to(nature, door, young))
  expect(linksIn(articleOf(page, 2))).toEqual(to(door, faith))
  expect(articleOf(page, 1)).toContain('Ord i visionen som vilar på de temana')
})

test('both ways are there in English', async () => {
  const phrase = await phrasePage('Här är skogen granne och älven en väg,', 'sprak=en')
  for (const said of ['This is what we found', 'Where do we agree the most?', `<span lang="sv">${agreed}`]) expect(phrase).toContain(said)
  const finding = articleOf(await pageOf('/samsyn', 'sprak=en'), 1)
  for (const said of ['Words of the vision that rest on those themes', '<span lang="sv">Här är skogen granne']) expect(finding).toContain(said)
})

test('what was published after the analysis was is not shown yet', async () => {
  if (!analyst || !leader) throw new Error('The story lacks who writes.')
  const words = { question: 'take-further' as const, claim: 'Skogen är värd att ta vidare', whoDisagrees: 'Ingen', notKnown: 'Mycket' }
  const { id: findingId } = await grantedBy(writeFinding(analyst, { ...words, processId, findingId: '', figures: [await themeOf('natur')] }, now))
  await grantedBy(reviewFinding(leader, { findingId, revision: 1, verdict: 'approved', reason: '' }, now))
  await grantedBy(publishFinding(leader, { findingId, revision: 1 }, now))
  const page = await phrasePage('Här är skogen granne och älven en väg,')
  expect(page).toContain(agreed)
  expect(page).not.toContain(words.claim)
})

test('a theme that was merged into another is still what both the phrase and the finding rest on', async () => {
  if (!analyst) throw new Error('The story lacks who merges.')
  await grantedBy(mergeThemes(analyst, { themeId: await themeOf('natur'), intoThemeId: await themeOf('trygghet'), reason: 'Samma sak' }, now))
  expect(await phrasePage('Här är skogen granne och älven en väg,')).toContain(agreed)
  expect(linksIn(articleOf(await pageOf('/samsyn'), 1))).toContain(addresses.get('Här är skogen granne och älven en väg,'))
})

test('a finding that was taken back is shown on no phrase, and leads to none', async () => {
  const cookie = await site.signIn('anders@ange.example')
  const [{ id: findingId }] = (await pool().query('select id from analysis_findings where number = 1')).rows
  expect((await site.post('/arbete/fynd/1', { act: 'withdraw', findingId, reason: 'Frågan var felställd' }, { cookie })).status).toBe(302)
  for (const address of addresses.values()) expect(await pageOf(address)).not.toContain(agreed)
  const finding = articleOf(await pageOf('/samsyn'), 1)
  expect(finding).toContain('Frågan var felställd')
  expect(linksIn(finding)).toEqual([])
  expect(await phrasePage('och dörren står öppen för den som vill bli en av oss.')).toContain(values)
})
