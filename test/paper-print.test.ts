import { Transformer } from '@napi-rs/image'
import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { readImage, takePicture } from '#files'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { createDialogue, openDialogue } from '#participation'
import { grantedBy, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { asked, choices } from './asked.ts'
import { readPdf, withPoppler } from './poppler.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = momentOf(new Date())
const work = '/arbete/dialoger/att-skriva-ut'
let leader = ''
let addresses: string[] = []

beforeAll(async () => {
  const stage = await stageDialogue()
  for (const alt of ['A square with trees', 'A square with benches', 'A square that is gone']) {
    const taken = await grantedBy(takePicture(stage.leader, { bytes: await picture(addresses.length), name: 'torg.jpg', alt, why: 'Att välja mellan' }, now))
    addresses = [...addresses, (await readImage(taken.id))?.address ?? '']
  }
  const { rows } = await pool().query<{ email: string }>('select email from people_persons where id = $1', [stage.leader.person])
  leader = await site.signIn(rows[0]?.email ?? '')
  const questions = [
    asked('bor', 'one', { form: { choices: choices('Ja', 'Nej'), other: true } }),
    asked('tycker', 'lines'),
    asked('mer', 'text'),
    asked('veta', 'information', { wording: 'Bra att veta' }),
    asked('saknar', 'several', { sectionHeading: 'Det du saknar', form: { choices: choices('Buss', 'Bad'), most: 2 } }),
    asked('betyg', 'matrix', { form: { choices: choices('Bra', 'Illa'), rows: choices('Skolan', 'Maten') } }),
    asked('viktigast', 'ranking', { form: { choices: choices('Natur', 'Jobb') } }),
    asked('nojd', 'scale', { form: { leastLabel: 'Inte alls' } }),
    asked('barn', 'number'),
    asked('flyttade', 'date'),
    asked('var', 'place', { form: { choices: choices('Alby', 'Matfors') }, wording: 'Var #bor [du] "nu"? $x$ \\ *' }),
    asked('torg', 'picture', { form: { choices: choices('Skugga', 'Soffor', 'Det-gamla').map((choice, at) => ({ ...choice, picture: addresses[at] })) } }),
  ]
  const texts = { slug: 'att-skriva-ut', title: 'Att skriva ut', information: 'Vad och varför', legalBasis: 'Allmänt intresse', promise: 'Svaren läses', contact: 'Växeln' }
  const place = { processId: stage.processId, stepId: stage.stepId, groupId: stage.residents, kind: 'survey' as const }
  const made = await grantedBy(createDialogue(stage.leader, { ...place, ...texts, opensOn: now.day, closesOn: addDays(now.day, 9), closesTime: '16:00', questions }, now))
  await grantedBy(openDialogue(stage.leader, { dialogueId: made.id }, now))
})

/** A picture of its own colour, as a camera takes it. */
function picture(nth: number): Promise<Buffer> {
  const pixels = new Uint8Array(300 * 200 * 4)
  for (let at = 0; at < 300 * 200; at++) pixels.set([at % 251, nth * 80, (at >> 7) % 239, 255], at * 4)
  return Transformer.fromRgbaPixels(pixels, 300, 200).jpeg(90)
}
const print = (form: Record<string, string>) => site.post(`${work}/blankett.pdf`, { copies: '2', first: '41', returnTo: 'Biblioteket', ...form }, { cookie: leader })
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())
const codesIn = (text: string) => [...new Set(text.match(/[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}-[0-9A-Z]/g) ?? [])]

describe('the form on paper', () => {
  test('is a PDF that says it can be read aloud, in Swedish, and is kept by nobody on the way', async () => {
    const answer = await print({})
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([200, 'application/pdf', 'no-store'])
    const bytes = Buffer.from(await answer.arrayBuffer()).toString('latin1')
    expect(bytes.startsWith('%PDF-')).toBe(true)
    expect(bytes).toMatch(/pdfuaid:part>1|pdfuaid:part="1"/)
    expect(bytes).toMatch(/\/Lang ?\(sv-SE\)/)
    expect(bytes).toContain('/Marked true')
  })
  withPoppler('has headings, lists, a table and a described code, in the order one reads', async () => {
    const text = readPdf(await bytesOf(await print({ copies: '1' })), 'pdfinfo')
    for (const part of ['H1', 'H2', 'H3', 'L ', 'LI', 'Table', 'TH', 'Figure']) expect(text, part).toMatch(new RegExp(`^\\s*${part}`, 'm'))
    const order = [
      'Att skriva ut',
      'Vad vi lovar',
      'Lagligt stöd',
      'Fråga om bor',
      'Annat, nämligen',
      'Fråga om tycker',
      'Bra att veta',
      'Det du saknar',
      'Fråga om betyg',
      'Skolan',
    ]
    const places = [...order, 'Fråga om viktigast', 'Inte alls', 'Fråga om flyttade', 'Alby', 'riv av och spara'].map((each) => text.indexOf(each))
    expect(places.includes(-1), JSON.stringify(places)).toBe(false)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })
  withPoppler('each copy has its number and a code of its own, and what is written in a question is no code of the template', async () => {
    const text = readPdf(await bytesOf(await print({})), 'pdftotext')
    expect(codesIn(text)).toHaveLength(2)
    for (const said of ['Blankett 41', 'Blankett 42', 'Biblioteket', 'klockan 16.00', 'Var #bor [du] "nu"? $x$ \\ *']) expect(text).toContain(said)
    expect(codesIn(readPdf(await bytesOf(await print({})), 'pdftotext'))).not.toEqual(codesIn(text))
  })
  withPoppler('has the pictures that one chooses between beside their boxes, each with what it shows, and words alone where a picture is gone', async () => {
    const [, , gone = ''] = addresses
    await pool().query("update files_files set bytes = null, removed_why = 'x', removed_at = now(), removed_by = uploaded_by where sha256 = $1", [/[0-9a-f]{64}/.exec(gone)?.[0]])
    const bytes = Buffer.from(await (await print({ copies: '2' })).arrayBuffer())
    const printed = bytes.toString('latin1')
    // The codes for the web are figures too, one a copy.
    expect(printed.match(/\/Alt ?\((?!QR)[^)]*\)/g)?.sort()).toEqual(['with benches', 'with benches', 'with trees', 'with trees'].map((each) => expect.stringContaining(each)))
    expect(printed).not.toContain('A square that is gone')
    // However many copies, each picture is in the file once.
    expect(printed.match(/\/Subtype ?\/Image/g)).toHaveLength(2)
    // What is asked is on the page of its boxes.
    const onPages = readPdf(bytes, 'pdftotext').split('\f')
    expect(onPages.find((each) => each.includes('Fråga om torg'))).toContain('Skugga')
    const text = readPdf(bytes, 'pdfinfo')
    expect(text.match(/^\s*Figure/gm)).toHaveLength(6)
    const places = ['Fråga om torg', 'Skugga', 'Soffor', 'Det-gamla'].map((each) => text.indexOf(each))
    expect([places.includes(-1), places]).toEqual([false, [...places].sort((a, b) => a - b)])
  })
  test('is not printed for a stranger, nor in numbers that make no sense', async () => {
    expect((await site.post(`${work}/blankett.pdf`, { copies: '1', first: '1', returnTo: 'x' })).status).toBeGreaterThanOrEqual(300)
    for (const [field, wrong, told] of [
      ['copies', '0', 'Skriv ett antal från 1 till 200'],
      ['copies', '201', 'Skriv ett antal från 1 till 200'],
      ['first', 'x', 'Skriv ett nummer'],
      ['returnTo', ' ', 'Skriv var blanketten lämnas'],
    ] as const) {
      const back = (await print({ [field]: wrong })).headers.get('location') ?? ''
      const html = await (await site.get(back, { cookie: leader })).text()
      expect(html, back).toContain(`<a href="#${field}">${told}`)
      expect(html, back).toContain(`value="${wrong}"`)
    }
    expect((await site.get(`${work}/blankett.pdf`, { cookie: leader })).status).toBe(404)
  })
})

describe('posters', () => {
  test('are one a place', async () => {
    const answer = await site.get(`${work}/affischer.pdf`, { cookie: leader })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const pages = Buffer.from(await answer.arrayBuffer())
      .toString('latin1')
      .match(/\/Type ?\/Page\b/g)
    expect(pages).toHaveLength(2)
    expect((await site.get(`${work}/affischer.pdf`)).status).toBeGreaterThanOrEqual(300)
  })
  test('and as cards, ten to a page, each with the code of its place', async () => {
    const answer = await site.get(`${work}/kort.pdf`, { cookie: leader })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const bytes = Buffer.from(await answer.arrayBuffer()).toString('latin1')
    expect(bytes.match(/\/Type ?\/Page\b/g)).toHaveLength(2)
    expect(bytes).toMatch(/pdfuaid:part>1|pdfuaid:part="1"/)
    expect((await site.get(`${work}/kort.pdf`)).status).toBeGreaterThanOrEqual(300)
  })
  withPoppler('whose words and described codes are read back', async () => {
    const [text, structure] = [
      readPdf(await bytesOf(await site.get(`${work}/kort.pdf`, { cookie: leader })), 'pdftotext'),
      readPdf(await bytesOf(await site.get(`${work}/kort.pdf`, { cookie: leader })), 'pdfinfo'),
    ]
    for (const place of ['Alby', 'Matfors']) expect(text).toContain(place)
    expect(text.match(/Till och med/g)).toHaveLength(20)
    expect(text).toMatch(/klockan\s16\.00/)
    expect(structure.match(/^\s*Figure/gm)).toHaveLength(20)
  })
})
