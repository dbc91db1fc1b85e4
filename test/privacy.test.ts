import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { day } from '#kernel/day'
import { storeCast } from '#people'
import { useSite } from '#test/site'
import { lix } from '#text'
import { contentColumns } from '../src/modules/open/rules/content-columns.ts'
import { type Columns, storedByAct } from '../src/modules/open/rules/stored-columns.ts'
import { actTexts, privacyWords } from '../src/modules/open/web/privacy-words.ts'

const site = useSite({ proxies: 1 })
const columnsOf = (claimed: Columns) => Object.entries(claimed).flatMap(([table, columns]) => columns.split(' ').map((column) => `${table}.${column}`))
const claims = [...Object.values(storedByAct), contentColumns].flatMap(columnsOf)
const found = async () =>
  (await pool().query<{ name: string }>("select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'")).rows.map(
    ({ name }) => name,
  )

beforeAll(async () => {
  await storeCast({
    municipality: 'Provkommunen',
    organs: [{ key: 'ks', name: 'Kommunstyrelsen', kind: 'executive-board', validFrom: day('2020-01-01') }],
    people: [{ name: 'Ada', email: 'ada@prov.example', organ: 'ks', role: 'administrator' }],
    from: day('2020-01-01'),
  })
})

describe('what the page says is stored, and what the database has', () => {
  test('every column of every table is claimed by one kind of act, or says nothing of any person', async () => {
    const columns = await found()
    expect(columns.length).toBeGreaterThan(300)
    expect(columns.filter((column) => !claims.includes(column))).toEqual([])
  })
  test('nothing is claimed twice, and nothing that isn’t there', async () => {
    expect(claims.filter((column, at) => claims.indexOf(column) !== at)).toEqual([])
    const columns = new Set(await found())
    expect(claims.filter((column) => !columns.has(column))).toEqual([])
  })
  test('a column that nobody has thought of is found', async () => {
    await pool().query('alter table participation_responses add column phone text')
    expect((await found()).filter((column) => !claims.includes(column))).toEqual(['participation_responses.phone'])
    await pool().query('alter table participation_responses drop column phone')
  })
  test('whatever points at a person is no mere content', async () => {
    const { rows } = await pool().query<{ name: string }>(`
      select c.conrelid::regclass || '.' || a.attname as name from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
      where c.contype = 'f' and c.confrelid = 'people_persons'::regclass`)
    expect(rows.length).toBeGreaterThan(20)
    const content = new Set(columnsOf(contentColumns))
    expect(rows.map(({ name }) => name).filter((name) => content.has(name))).toEqual([])
  })
})

test.each(['sv', 'en'] as const)('the page says all of it in %s, and names each table', async (language) => {
  const page = await (await site.get('/integritet', { cookie: `sprak=${language}`, 'accept-language': language })).text()
  for (const [act, columns] of Object.entries(storedByAct)) {
    for (const text of Object.values(actTexts[language][act as keyof typeof storedByAct])) expect(page).toContain(text)
    for (const [table, names] of Object.entries(columns)) expect(page.replaceAll('<!-- -->', '')).toContain(`<code>${table}</code>: ${names.split(' ').join(', ')}`)
  }
})

test('the page is easy to read: LIX at most 40, and no single text far from it', () => {
  const texts = [
    ...Object.values(actTexts.sv).flatMap(({ what, why, long, reads }) => [what, why, long, reads]),
    ...Object.values(privacyWords('sv')).filter((word) => typeof word === 'string'),
  ]
  const sentences = texts.filter((text) => text.split(' ').length > 3)
  expect(lix(sentences.join(' '))?.value).toBeLessThanOrEqual(40)
  for (const sentence of sentences.filter((text) => text.split(' ').length > 7)) expect(lix(sentence)?.value ?? 0, sentence).toBeLessThanOrEqual(55)
})

describe('what it says is not stored', () => {
  test('a page that is read leaves no row', async () => {
    const rows = async () =>
      (
        await Promise.all(
          (
            await pool().query<{ t: string }>("select tablename as t from pg_tables where schemaname = 'public'")
          ).rows.map(async ({ t }) => [t, (await pool().query(`select count(*) from ${t}`)).rows[0].count]),
        )
      ).sort()
    const before = await rows()
    for (const path of ['/', '/integritet', '/tillganglighet', '/delta', '/folj', '/sprak/en?till=/'])
      expect((await site.get(path, { 'x-forwarded-for': '192.0.2.7', 'user-agent': 'a phone' })).status, path).toBeLessThan(400)
    expect(await rows()).toEqual(before)
  })
  test('a sign-in has neither address nor phone', async () => {
    const told = { 'x-forwarded-for': '192.0.2.7', 'user-agent': 'a phone' }
    expect((await site.post('/logga-in', { email: 'ada@prov.example' }, told)).status).toBeLessThan(400)
    const { rows: mails } = await pool().query('select body from people_mails')
    const entered = await site.post('/logga-in/lank', { nyckel: /nyckel=(\S+)/.exec(mails[0]?.body ?? '')?.[1] ?? '' }, told)
    const cookie = entered.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
    expect((await site.get('/arbete/personer', { cookie, ...told })).status).toBe(200)
    const { rows } = await pool().query('select ip_address, user_agent from people_sessions')
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter((row) => row.ip_address || row.user_agent)).toEqual([])
  })
})
