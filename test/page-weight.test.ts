import { brotliCompressSync, gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { createDialogue, openDialogue } from '#participation'
import { closeDialogue } from '../src/modules/participation/close-dialogue.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { openOpinionDialogue } from './open-opinion-dialogue.ts'
import { keyIn } from './receipt.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = momentOf(new Date())
const pageMost = 60_000
const scriptMost = 10_000
let stage: Stage

const choices = Array.from({ length: 8 }, (_, at) => ({ key: `val-${at + 1}`, label: `Ett av valen, nummer ${at + 1}`, labelEnglish: null }))
const kinds = ['one', 'several', 'scale', 'matrix', 'ranking', 'number', 'date', 'text', 'lines', 'lines', 'one', 'several']
const formOf = (kind: string) => (kind === 'matrix' ? { choices: choices.slice(0, 5), rows: choices } : ['one', 'several', 'ranking'].includes(kind) ? { choices } : {})
const questions = (sections: boolean) =>
  kinds.map((kind, at) => ({
    key: `fraga-${at + 1}`,
    kind,
    wording: `Vad tycker du om det som fråga ${at + 1} handlar om?`,
    form: formOf(kind),
    ...(sections && at > 0 && at % 4 === 0 ? { sectionHeading: `Om del ${at / 4 + 1}` } : {}),
  })) as never[]

async function open(slug: string, sections: boolean): Promise<string> {
  const about = { processId: stage.processId, stepId: stage.stepId, groupId: stage.residents, information: 'Vad och varför', legalBasis: 'x', promise: 'Vi läser', contact: 'x' }
  const days = { opensOn: addDays(now.day, -1), closesOn: addDays(now.day, 1) }
  const { id } = await grantedBy(createDialogue(stage.leader, { ...about, ...days, slug, title: 'Enkäten', kind: 'survey', questions: questions(sections) }, now))
  await grantedBy(openDialogue(stage.leader, { dialogueId: id }, now))
  return id
}
beforeAll(async () => {
  stage = await stageDialogue()
  await open('kort', false)
  await open('lang', true)
  await openOpinionDialogue(stage, { slug: 'tycker', opensOn: addDays(now.day, -1), closesOn: addDays(now.day, 1), statements: 40 }, now)
  await grantedBy(closeDialogue(stage.leader, { dialogueId: await open('stangd', false), reason: 'Klart' }, now))
})

/** What a page weighs as it is sent to somebody who has never been here: the page, and all that it asks for. */
async function weigh(html: string): Promise<{ page: number; script: number }> {
  const addresses = [...html.matchAll(/<(?:link|script|img)[^>]*?(?:href|src)="(\/[^"]+)"/g)].map(([, address]) => address ?? '')
  let [page, script] = [gzipSync(html).length, 0]
  for (const address of new Set(addresses)) {
    const got = await site.get(address)
    expect([address, got.status]).toEqual([address, 200])
    const weight = gzipSync(Buffer.from(await got.arrayBuffer())).length
    page += weight
    if (address.endsWith('.js')) script += weight
  }
  return { page, script }
}

test.each([
  '/delta',
  '/delta/kort',
  '/delta/lang',
  '/delta/lang?del=2',
  '/delta/lang?del=3',
  '/delta/lang/fortsatt',
  '/delta/stangd',
  '/delta/tycker/pastaenden',
  '/delta/stangd/svar',
  '/folj',
])('%s weighs less than 60 kB with all that it needs, and its script less than 10', async (path) => {
  const answer = await site.get(path)
  expect(answer.status).toBe(200)
  const { page, script } = await weigh(await answer.text())
  expect(page).toBeGreaterThan(2_000)
  expect(page).toBeLessThan(pageMost)
  expect(script).toBeLessThan(scriptMost)
})

test('the page that says thanks weighs no more', async () => {
  const html = await (await site.get('/delta/kort')).text()
  const field = /<textarea[^>]*name="([^"]+)"/.exec(html)?.[1] ?? ''
  const sent = await site.post('/delta/kort', { submissionKey: keyIn(html), act: 'send', [field]: 'Ett långt svar. '.repeat(200) })
  const said = await sent.text()
  expect(said).toContain('Tack. Ditt svar är sparat')
  expect((await weigh(said)).page).toBeLessThan(pageMost)
})

test('a page is sent compressed to whoever takes it so, and says the same', async () => {
  const [plain, packed] = [await site.get('/delta'), await site.get('/delta', { 'accept-encoding': 'gzip, br' })]
  expect([plain.headers.get('content-encoding'), packed.headers.get('content-encoding')]).toEqual([null, 'gzip'])
  expect(packed.headers.get('vary')).toContain('Accept-Encoding')
  const { gunzipSync } = await import('node:zlib')
  expect(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(await plain.text())
})

test('the script of the survey is served as it is kept, and is small', async () => {
  const script = Buffer.from(await (await site.get('/svar.js')).arrayBuffer())
  expect([gzipSync(script).length, brotliCompressSync(script).length].every((size) => size > 500 && size < scriptMost)).toBe(true)
})
