import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { createDialogue, openDialogue } from '#participation'
import { addPlaces, mintActor } from '#people'
import { closeDialogue } from '../src/modules/participation/close-dialogue.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = momentOf(new Date())
const here = '/arbete/installningar/platser/karta'
let admin = ''
let leader = ''
let stage: Stage
let dialogueId = ''
let question = ''
let listed = ''

const square = (west: number, south: number, degrees: number) => [
  [west, south],
  [west + degrees * 2, south],
  [west + degrees * 2, south + degrees],
  [west, south + degrees],
  [west, south],
]
const feature = (geometry: unknown, properties = {}) => ({ type: 'Feature', properties, geometry })
const geojson = JSON.stringify({
  type: 'FeatureCollection',
  features: [feature({ type: 'Polygon', coordinates: [square(15.6, 62.5, 0.04)] }), feature({ type: 'Point', coordinates: [15.601, 62.501] }, { namn: 'Alby' })],
})
async function load(text: string, more: Record<string, string> = {}, cookie = admin): Promise<Response> {
  const form = new FormData()
  form.set('file', new File([text], 'karta.geojson'))
  for (const [name, value] of Object.entries({ source: 'Översiktskartan', side: '1000', ...more })) form.set(name, value)
  const request = new Request(`http://127.0.0.1${here}`, { method: 'POST', body: form })
  const type = request.headers.get('content-type') ?? ''
  return site.post(here, new Uint8Array(await request.arrayBuffer()), { cookie, 'content-type': type })
}
const maps = async () => (await pool().query('select * from people_maps order by set_at')).rows
const asked = async () => (await site.get('/delta/platsen')).text()
const send = async (fields: Record<string, string | readonly string[]>) => {
  const submissionKey = /name="submissionKey" value="([^"]+)"/.exec(await asked())?.[1] ?? ''
  return site.post('/delta/platsen', { submissionKey, act: 'send', ...fields })
}
const stored = async () => (await pool().query("select answers from participation_responses where answers ? 'var'")).rows.map(({ answers }) => answers.var)

beforeAll(async () => {
  stage = await stageDialogue()
  const assigned = `insert into people_assignments (person_id, organ_id, role, valid_from)
    select person.id, organ.id, 'administrator', '2019-01-01' from people_persons person, people_organs organ where person.email = 'secretary@example.se' returning person_id`
  const [{ person_id: id }] = (await pool().query(assigned)).rows
  const ada = await mintActor(id, now.day)
  if (!ada) throw new Error('There is no administrator.')
  await grantedBy(addPlaces(ada, { lines: 'Alby\nFränsta' }, now))
  ;[admin, leader] = [await site.signIn('secretary@example.se'), await site.signIn('process-leader@example.se')]
  const about = { processId: stage.processId, stepId: stage.stepId, groupId: stage.residents, information: 'x', legalBasis: 'x', promise: 'x', contact: 'x' }
  const questions = [{ key: 'var', kind: 'place', wording: 'Var behövs en bänk?', form: { point: true }, required: true }] as never[]
  const days = { opensOn: addDays(now.day, -1), closesOn: addDays(now.day, 1) }
  const dialogue = await grantedBy(createDialogue(stage.leader, { ...about, ...days, slug: 'platsen', title: 'Platsen', kind: 'survey', questions, figuresWhileOpen: true }, now))
  dialogueId = dialogue.id
  await grantedBy(openDialogue(stage.leader, { dialogueId: dialogue.id }, now))
  question = (await pool().query('select id from participation_questions where dialogue_id = $1', [dialogue.id])).rows[0].id
  listed = (await pool().query("select id from people_places where name = 'Fränsta'")).rows[0].id
})

describe('a map of the municipality', () => {
  test('50, 51: what is no map is refused in words, nothing of it is stored, and what was written is kept', async () => {
    for (const [text, words] of [
      ['<?php', 'Filen är inte GeoJSON'],
      ['['.repeat(200_000), 'Filen är inte GeoJSON'],
      [geojson.replace('15.6,62.5', '62.5,15.6'), 'utanför Sverige'],
      ['x'.repeat(1_100_000), 'Filen är för stor'],
    ] as const) {
      const refused = await load(text, { source: 'Ett eget ord' })
      const html = await refused.text()
      expect([refused.status, html.includes(words), html.includes('Ett eget ord')]).toEqual([409, true, true])
    }
    const large = JSON.stringify({ type: 'FeatureCollection', features: [feature({ type: 'Polygon', coordinates: [square(15.2, 62.3, 0.4)] })] })
    expect([(await load(geojson, { side: '7' })).status, (await load(large, { side: '500' })).status, (await load('')).status]).toEqual([422, 409, 422])
    expect(await maps()).toEqual([])
  })
  test('nobody but the administrator may load one; without any, the question has its list alone', async () => {
    expect((await load(geojson, {}, leader)).status).toBe(403)
    expect(await asked()).not.toContain('square-map')
  })
  test('is loaded with who and when, and is never changed or taken away', async () => {
    expect((await load(geojson)).status).toBe(302)
    expect(await maps()).toHaveLength(1)
    await expect(pool().query('delete from people_maps')).rejects.toThrow()
    await expect(pool().query("update people_maps set source = 'x'")).rejects.toThrow()
    const html = await (await site.get(here, { cookie: admin })).text()
    expect(html).toContain('Laddade en karta med')
  })
})

describe('a question of places with a map', () => {
  let [many, one, first] = ['', '', '']
  const keyOf = async (name: string) => (((await maps()).at(-1)?.drawing.squares ?? []) as { name: string; key: string }[]).find((each) => each.name === name)?.key ?? ''
  test('is a list, and squares that say their names, drawn without script or style of their own, in a light page', async () => {
    const html = await asked()
    expect(html).toContain('aria-label="A5, nära Alby"')
    expect(html).toContain('Fränsta</option>')
    expect([/<svg[^>]* aria-hidden="true"/.test(html), /\sstyle=|<image|xlink/.test(html)]).toEqual([true, false])
    expect(gzipSync(html).length).toBeLessThan(60_000)
  })
  test('a square is stored as the square it is, said in words, and can be changed', async () => {
    const key = await keyOf('A5')
    expect(key).toMatch(/^ruta-1000-53\d000-69\d\d000$/)
    const thanks = await (await send({ [question]: ['', key] })).text()
    expect(thanks).toContain('Nära Alby, rutan A5')
    expect(await stored()).toEqual([key])
  })
  test('what lies outside the map, is no number, or is both a place and a square, is refused with what was chosen kept', async () => {
    for (const chosen of ['ruta-1000-NaN-1e309', 'ruta-1000-1000-1000', '1e309', '-0', 'ruta-1-2-3', '__proto__'])
      expect((await send({ [question]: ['', chosen] })).status).toBe(422)
    const both = await send({ [question]: [listed, await keyOf('A5')] })
    expect([both.status, /value="ruta-[^"]*" checked|checked=""[^>]*value="ruta-/.test(await both.text())]).toEqual([422, true])
    expect(await stored()).toHaveLength(1)
    expect((await send({ [question]: [listed, ''] })).status).toBe(200)
  })
  test('the interface names the squares and takes them, and no others', async () => {
    const { questions } = await (await site.get('/api/v1/dialogues/platsen')).json()
    const [{ squares, choices }] = questions
    expect([choices.length, squares.find(({ label }: { label: string }) => label === 'Nära Alby, rutan A5').key]).toEqual([2, await keyOf('A5')])
    const post = (value: unknown) =>
      site.request('/api/v1/dialogues/platsen/answers', {
        method: 'POST',
        headers: { 'content-type': 'application/json', host: '127.0.0.1' },
        body: JSON.stringify({ answers: { var: value } }),
      })
    expect([(await post(await keyOf('B5'))).status, (await post('ruta-1000-530000-9999000')).status]).toEqual([201, 422])
  })
  test('many choose theirs', async () => {
    ;[many, one, first] = [await keyOf('C3'), await keyOf('B2'), await keyOf('A5')]
    const more = await keyOf('D3')
    for (let count = 0; count < 6; count++) for (const key of [many, many, more]) expect((await send({ [question]: ['', key] })).status).toBe(200)
    expect((await send({ [question]: ['', one] })).status).toBe(200)
  })
  test('on another map the answer keeps its square, and says that it was an older map', async () => {
    const key = await keyOf('A5')
    const sent = await (await send({ [question]: ['', key] })).text()
    const code = (/class="receipt-code[^>]*>(.*?)<\/span><\/p>/s.exec(sent)?.[1] ?? '').replaceAll(/<[^>]*>/g, '')
    await load(JSON.stringify({ type: 'FeatureCollection', features: [feature({ type: 'Polygon', coordinates: [square(15.7, 62.6, 0.03)] })] }))
    expect((await send({ [question]: ['', key] })).status).toBe(422)
    const kept = async () => Number((await pool().query("select count(*) from participation_responses where answers->>'var' = $1", [key])).rows[0].count)
    expect(await kept()).toBe(2)

    const change = await site.post('/folj', { code, act: 'change' })
    const cookie = change.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const form = await (await site.get('/delta/platsen', { cookie })).text()
    expect(form).toMatch(new RegExp(`<input(?=[^>]* value="${key}")[^>]* checked`))
    expect((await site.post('/delta/platsen', { submissionKey: 'x', act: 'send', [question]: ['', key] }, { cookie })).status).toBe(200)
    expect(await kept()).toBe(2)
  })
  test('closed, its figures show a square once enough have chosen it, and name no other', async () => {
    await grantedBy(closeDialogue(stage.leader, { dialogueId, reason: 'Nog' }, momentOf(new Date())))
    const figures = await (await site.get('/api/v1/dialogues/platsen/figures')).text()
    expect([figures.includes(many), figures.includes(one), figures.includes(first)]).toEqual([true, false, false])
  })
})
