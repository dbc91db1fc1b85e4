import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { day } from '#kernel/day'
import { storeCast } from '#people'
import { useSite } from './site.ts'

const site = useSite()
let [ada, bo] = ['', '']

beforeAll(async () => {
  const from = day('2020-01-01')
  await storeCast({
    municipality: 'Provkommunen',
    organs: [{ key: 'ks', name: 'Kommunstyrelsen', kind: 'executive-board', validFrom: from }],
    people: [
      { name: 'Ada', email: 'ada@prov.example', organ: 'ks', role: 'administrator' },
      { name: 'Bo', email: 'bo@prov.example', organ: 'ks', role: 'analyst' },
    ],
    from,
  })
  ada = await site.signIn('ada@prov.example')
  bo = await site.signIn('bo@prov.example')
})

const send = (act: string, wished: Record<string, string>, cookie = ada) =>
  site.post('/arbete/installningar', { act, name: 'Provkommunen', accent: '', contact: '', ...wished }, { cookie })
const count = async (table: string) => Number((await pool().query(`select count(*) from ${table}`)).rows[0].count)

test('how it will be is shown before it holds, and nothing is stored', async () => {
  const page = await (await send('preview', { name: 'Nya Provkommunen', accent: '#0B5C4A' })).text()
  expect(page).toContain('/utseende/0b5c4a.css')
  expect(page).toContain('Inget är sparat än')
  expect(await count('people_settings')).toBe(0)
  expect(await (await site.get('/')).text()).not.toContain('Nya Provkommunen')
})

test('what is saved holds on every page at once, and is in the trail with who did it', async () => {
  expect((await send('save', { name: 'Nya Provkommunen', accent: '0b5c4a', contact: 'tillganglig@prov.example' })).status).toBe(302)
  for (const [path, cookie] of [
    ['/', ''],
    ['/arbete/personer', ada],
  ] as const) {
    const page = await (await site.get(path, { cookie })).text()
    expect(page).toContain('Nya Provkommunen')
    expect(page).toContain('href="/utseende/0b5c4a.css"')
  }
  expect(await (await site.get('/tillganglighet')).text()).toContain('mailto:tillganglig@prov.example')
  const { rows } = await pool().query("select * from trail_events where act = 'settings-changed'")
  expect(rows).toHaveLength(1)
  expect(await (await site.get('/arbete/installningar', { cookie: ada })).text()).toMatch(/Nya Provkommunen[\s\S]*färgen 0b5c4a[\s\S]*Ada/)
})

test('a colour that can’t be read is refused with how weak it is, and the nearest that can is offered and goes', async () => {
  const before = await count('people_settings')
  const refused = await send('save', { accent: 'ffdd00' })
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('Färgen är för svag för att läsas')
  expect(page).toMatch(/Kontrasten mot det som färgen står på är <!-- -->1,[1-4]/)
  const offered = /Närmaste färg som går är[\s\S]*?<strong>([0-9a-f]{6})<\/strong>/.exec(page)?.[1] ?? ''
  expect(await count('people_settings')).toBe(before)
  expect((await send('save', { accent: offered })).status).toBe(302)
})

describe('is refused, with what was written kept and nothing stored:', () => {
  test.each<[string, Record<string, string>, string]>([
    ['no name', { name: '  ' }, 'Skriv något här'],
    ['a name as long as a text', { name: 'x'.repeat(81) }, 'Texten är för lång'],
    ['a colour in words', { accent: 'blått' }, 'Skriv färgen med sex tecken'],
    ['a style sheet for a colour', { accent: '000000;}body{display:none' }, 'Skriv färgen med sex tecken'],
    ['half an address', { contact: 'ada' }, 'Skriv en e-postadress'],
  ])('%s', async (_, wished, sentence) => {
    const before = await count('people_settings')
    const answer = await send('save', wished)
    const page = await answer.text()
    expect([answer.status, page.includes(sentence)]).toEqual([422, true])
    expect(await count('people_settings')).toBe(before)
  })
  test('what is as it was', async () => {
    const { rows } = await pool().query('select name, accent, contact from people_settings order by set_at desc limit 1')
    const answer = await send('save', { name: rows[0].name, accent: rows[0].accent ?? '', contact: rows[0].contact ?? '' })
    expect([answer.status, (await answer.text()).includes('Inget är ändrat')]).toEqual([409, true])
  })
  test('anybody but the administrator', async () => {
    expect((await site.get('/arbete/installningar', { cookie: bo })).status).toBe(403)
    for (const act of ['preview', 'save']) expect((await send(act, { name: 'Mitt' }, bo)).status).toBe(403)
  })
})

test('a style sheet is made of six figures and of nothing else, and may be kept', async () => {
  const sheet = await site.get('/utseende/0b5c4a.css')
  expect([sheet.status, sheet.headers.get('content-type'), sheet.headers.get('cache-control')]).toEqual([200, 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'])
  expect(await sheet.text()).toMatch(/--act:#0b5c4a/)
  for (const path of ['/utseende/0b5c4.css', '/utseende/zzzzzz.css', '/utseende/0b5c4a.css.map', '/utseende/..%2f..%2fsecret'])
    expect((await site.get(path)).status, path).toBe(404)
})

test('what has been is not written over, not in the database either', async () => {
  await expect(pool().query("update people_settings set name = 'annat'")).rejects.toThrow('append-only')
})
