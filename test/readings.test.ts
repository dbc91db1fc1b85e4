import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { useSite } from '#test/site'
import { tellStory } from '../seeds/ange/tell-story.ts'

const site = useSite()
const people = ['pia', 'anders', 'eva', 'ali', 'sara', 'kim'] as const
const cookies = {} as Record<(typeof people)[number], string>
let hidden: string[] = []
let hiddenId = ''

beforeAll(async () => {
  await tellStory('seeds/ange/voices')
  for (const name of people) cookies[name] = await site.signIn(`${name}@ange.example`)
  // What nobody outside the workroom may see: not cleared, not a part of what is ("Badplatsen vid Torp", -"shammar"), or
  // cleared in other words. Short ones may stand anywhere by chance.
  const { rows } = await pool().query<{ id: string; text: string }>(`
    select id, text from participation_statements statement where length(text) > 14 and not exists (
      select 1 from participation_statements same join participation_reviews review on review.statement_id = same.id
      where position(lower(statement.text) in lower(same.text)) > 0 and review.verdict = 'may-be-shown' and review.masked_text is null)`)
  hidden = [...new Set(rows.map(({ text }) => escaped(text)))]
  hiddenId = rows[0]?.id ?? ''
})

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#x27;')
const rawIn = (page: string) => hidden.filter((text) => page.includes(text)).length
const logged = async () => Number((await pool().query('select coalesce(sum(statements), 0) as sum from participation_readings')).rows[0].sum)
// The statement at hand, and those that say nearly the same.
const textsIn = (page: string) => page.match(/<bdi>/g)?.length ?? 0
const get = async (path: string, name: (typeof people)[number]) => (await site.get(path, { cookie: cookies[name] })).text()

/** Every page of the workroom that links lead to, a few of each kind. */
async function crawl(name: (typeof people)[number], visit: (path: string, page: string, grew: number) => void) {
  const [found, kinds] = [['/arbete/process', '/arbete/granska', '/arbete/kodning', `/arbete/kodning?yttrande=${hiddenId}`, '/arbete/lasning'], new Map<string, number>()]
  for (const path of found) {
    const before = await logged()
    const page = await get(path, name)
    visit(path, page, (await logged()) - before)
    for (const [, link = ''] of page.matchAll(/href="(\/arbete[^"#]*)"/g)) {
      const address = link.replaceAll('&amp;', '&')
      const kind = address.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}/g, ':id').replace(/(tema|matt|dialoger|process)\/[^/]+/, '$1/:slug')
      if (found.includes(address) || (kinds.get(kind) ?? 0) >= 2 || found.length > 140) continue
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      found.push(address)
    }
  }
}

test('there are answers that nobody has let be shown, or there would be nothing to see here', () => {
  expect(hidden.length).toBeGreaterThan(20)
})

test.each(people)('no page of the workroom shows %s an answer in its own words without that being written down', async (name) => {
  const silent: string[] = []
  const shown = new Set<string>()
  await crawl(name, (path, page, grew) => {
    // The showcase of the parts has sentences of its own.
    if (path === '/arbete/delar' || rawIn(page) === 0) return
    shown.add(path.replace(/\?.*|[0-9a-f-]{36}$/, ''))
    if (grew === 0) silent.push(path)
  })
  expect(silent).toEqual([])
  expect([...shown].sort()).toEqual(['pia', 'anders', 'eva'].includes(name) ? ['/arbete/granska', '/arbete/kodning', '/arbete/kodning/lista', '/arbete/kodning/yttrande/'] : [])
})

test('no open page shows an answer that nobody has let be shown', async () => {
  for (const path of ['/', '/samsyn', '/visionen', '/resultat', '/tema/natur', '/delta']) expect([path, rawIn(await (await site.get(path)).text())]).toEqual([path, 0])
})

describe('the log', () => {
  test('counts as many statements as the page shows', async () => {
    const before = await logged()
    const page = await get('/arbete/granska?lage=visas', 'anders')
    expect((await logged()) - before).toBe(page.match(/<bdi>/g)?.length)
  })
  test('has one row a person, day, dialogue and page, however often it is read, and says what for', async () => {
    const before = await pool().query('select count(*) from participation_readings')
    const sum = await logged()
    let texts = 0
    for (let turn = 0; turn < 5; turn++) texts += textsIn(await get('/arbete/kodning', 'anders'))
    expect((await pool().query('select count(*) from participation_readings')).rows).toEqual(before.rows)
    expect(texts).toBeGreaterThanOrEqual(5)
    expect(await logged()).toBe(sum + texts)
    const { rows } = await pool().query(
      'select email, page, purpose from participation_readings join people_persons on people_persons.id = person_id group by 1, 2, 3 order by 1, 2',
    )
    expect(rows).toContainEqual({ email: 'eva@ange.example', page: 'coding', purpose: 'audit' })
    expect(rows).toContainEqual({ email: 'anders@ange.example', page: 'coding', purpose: 'coding' })
    expect(rows).toContainEqual({ email: 'pia@ange.example', page: 'review', purpose: 'review' })
  })
  test('counts those who read at the same instant all', async () => {
    const sum = await logged()
    const pages = await Promise.all(Array.from({ length: 12 }, (_, turn) => get('/arbete/kodning', turn % 2 === 0 ? 'anders' : 'pia')))
    expect(await logged()).toBe(sum + pages.reduce((texts, page) => texts + textsIn(page), 0))
  })
  test('is read by the auditor and the administrator, and by nobody else', async () => {
    const statuses = await Promise.all(people.map(async (name) => [name, (await site.get('/arbete/lasning', { cookie: cookies[name] })).status]))
    expect(Object.fromEntries(statuses)).toEqual({ pia: 403, anders: 403, eva: 200, ali: 200, sara: 403, kim: 403 })
    expect((await site.get('/arbete/lasning')).status).toBe(302)
  })
  test('is filtered by person and dialogue through links, and what is no filter is left out', async () => {
    const all = await get('/arbete/lasning', 'eva')
    const link = (title: string) => new RegExp(`href="(/arbete/lasning\\?[^"]+)"[^>]*>${title}<`).exec(all)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const name = (await pool().query("select name from people_persons where email = 'anders@ange.example'")).rows[0].name
    const his = await get(link(name), 'eva')
    const readers = (page: string) => new Set([...page.matchAll(/<th scope="row">([^<]+)</g)].map((match) => match[1]))
    expect(readers(his)).toEqual(new Set([name]))
    expect(readers(all).size).toBeGreaterThan(2)
    const { rows } = await pool().query('select distinct title from participation_readings join participation_dialogues on participation_dialogues.id = dialogue_id')
    expect(link(rows[0].title)).toMatch(/dialog=/)
    for (const odd of ["?person=' or 1=1", '?person=x&dialog=<script>', '?sida=-1', '?sida=999999', '?dialog=finns-inte'])
      expect((await site.get(`/arbete/lasning${odd}`, { cookie: cookies.eva })).status).toBe(200)
  })
  test('only grows: nobody takes a row away, counts it down or turns it to somebody else', async () => {
    for (const attack of [
      'delete from participation_readings',
      'truncate participation_readings',
      'update participation_readings set times = times - 1, statements = statements - 1',
      'update participation_readings set person_id = (select id from people_persons limit 1), times = times + 1, statements = statements + 1',
      "update participation_readings set read_on = '2020-01-01', times = times + 1, statements = statements + 1",
    ])
      await expect(pool().query(attack), attack).rejects.toThrow(/only grows|append-only/)
  })
  test('the reader is told, where the answers stand', async () => {
    for (const path of ['/arbete/granska', '/arbete/kodning']) expect(await get(path, 'anders')).toContain('Att du läser dem skrivs upp')
  })
})
