import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import { addDays, day } from '#kernel/day'
import { createGroup } from '#participation'
import { mintActor, readFloor, readLanguages, readOrgans, readPlaces, readRetention, storeCast } from '#people'
import { createProcess } from '#process'
import { raiseThreshold } from '../src/modules/participation/raise-threshold.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = presentMoment()
const query = async <Row>(sql: string, values: unknown[] = []) => (await pool().query(sql, values)).rows as Row[]
const count = async (table: string) => Number((await query<{ count: string }>(`select count(*) from ${table}`))[0]?.count)
const acts = async (act: string) => query<{ why: string | null }>('select why from trail_events where act = $1 order by at', [act])
let [ada, eva, bo] = ['', '', '']
let organIds: Record<string, string> = {}
let personIds: Record<string, string> = {}

beforeAll(async () => {
  const from = day('2020-01-01')
  const made = await storeCast({
    municipality: 'Provkommunen',
    organs: [
      { key: 'ks', name: 'Kommunstyrelsen', kind: 'executive-board', validFrom: from },
      { key: 'un', name: 'Utbildningsnämnden', kind: 'board', validFrom: from },
      { key: 'bn', name: 'Bildningsnämnden', kind: 'board', validFrom: from },
    ],
    people: [
      { name: 'Ada', email: 'ada@prov.example', organ: 'ks', role: 'administrator' },
      { name: 'Eva', email: 'eva@prov.example', organ: 'ks', role: 'auditor' },
      { name: 'Bo', email: 'bo@prov.example', organ: 'ks', role: 'process-leader' },
    ],
    from,
  })
  ;({ organIds, personIds } = made)
  ;[ada, eva, bo] = [await site.signIn('ada@prov.example'), await site.signIn('eva@prov.example'), await site.signIn('bo@prov.example')]
})

const send = (subject: string, form: Record<string, string | string[]>, cookie = ada) => site.post(`/arbete/installningar/${subject}`, form, { cookie })
const pageOf = async (subject: string, cookie = ada) => (await site.get(`/arbete/installningar/${subject}`, { cookie })).text()

test('the auditor sees every subject and can change none; the process leader sees none', async () => {
  for (const subject of ['ord', 'organ', 'platser', 'gallring', 'troskel', 'sprak']) {
    const page = await site.get(`/arbete/installningar/${subject}`, { cookie: eva })
    expect([page.status, /<main[\s\S]*<form/.test(await page.text())]).toEqual([200, false])
    expect((await send(subject, { act: 'save' }, eva)).status, subject).toBeGreaterThanOrEqual(403)
    expect((await site.get(`/arbete/installningar/${subject}`, { cookie: bo })).status).toBe(403)
  }
})

describe('organs', () => {
  test('a new name holds from its day, and what was before keeps the name of its day', async () => {
    expect((await send('organ', { act: 'rename', organId: organIds.un ?? '', name: 'Barn- och skolnämnden', validFrom: now.day })).status).toBe(302)
    expect((await send('organ', { act: 'rename', organId: organIds.bn ?? '', name: 'Kulturnämnden', validFrom: addDays(now.day, 30) })).status).toBe(302)
    expect((await readOrgans()).map(({ name }) => name).sort()).toEqual(['Barn- och skolnämnden', 'Bildningsnämnden', 'Kommunstyrelsen'])
    expect(await query('select name from people_organs order by name')).toContainEqual({ name: 'Utbildningsnämnden' })
    expect((await acts('organ-renamed')).map(({ why }) => why)).toEqual(['Utbildningsnämnden → Barn- och skolnämnden', 'Bildningsnämnden → Kulturnämnden'])
    await expect(query("update people_organ_names set name = 'annat'")).rejects.toThrow('append-only')
  })
  test('one ends with an heir, once, and not while somebody has an assignment there', async () => {
    const end = (form: Record<string, string>) => send('organ', { act: 'end', organId: organIds.bn ?? '', lastDay: now.day, heirId: organIds.un ?? '', ...form })
    expect(await (await end({ heirId: organIds.bn ?? '' })).text()).toContain('Välj ett annat organ')
    expect(await (await end({ organId: organIds.ks ?? '' })).text()).toContain('Någon har uppdrag i organet')
    expect((await end({})).status).toBe(302)
    expect(await (await end({})).text()).toContain('Organet har redan upphört')
    expect(await pageOf('organ')).toMatch(/Bildningsnämnden[\s\S]*?Barn- och skolnämnden/)
    expect(await acts('organ-ended')).toEqual([{ why: 'Bildningsnämnden → Barn- och skolnämnden' }])
  })
  test('one is made by its name alone, and not twice', async () => {
    expect((await send('organ', { act: 'create', name: 'Miljönämnden', kind: 'board', validFrom: now.day })).status).toBe(302)
    expect(await (await send('organ', { act: 'create', name: 'Miljönämnden', kind: 'board', validFrom: now.day })).text()).toContain('Det finns redan ett organ med det namnet')
    expect(await (await send('organ', { act: 'create', name: ' ', kind: 'board', validFrom: 'igår' })).text()).toMatch(/Skriv något här[\s\S]*Välj en dag/)
  })
})

describe('places', () => {
  test('a pasted list is shown as it is read before it is stored, in its order and with its areas', async () => {
    const lines = 'Fränsta\n- Torpshammar\n  – Ljungaverk  \n\nAlby\n'
    expect(await (await send('platser', { act: 'preview', lines })).text()).toMatch(/4 platser[\s\S]*Torpshammar, i Fränsta[\s\S]*Inget är sparat än/)
    expect(await count('people_places')).toBe(0)
    expect((await send('platser', { act: 'add', lines })).status).toBe(302)
    const places = await readPlaces(now.day)
    expect(places.map(({ name }) => name)).toEqual(['Fränsta', 'Torpshammar', 'Ljungaverk', 'Alby'])
    expect(places.map(({ parentId }) => places.find(({ id }) => id === parentId)?.name)).toEqual([undefined, 'Fränsta', 'Fränsta', undefined])
    expect(await (await send('platser', { act: 'add', lines: 'fränsta' })).text()).toContain('Alla platser finns redan')
    expect(await acts('place-added')).toHaveLength(4)
  })
  test('one is moved up, and ended with what lies in it; its row stays, and no day makes it another place', async () => {
    const idOf = async (name: string) => (await readPlaces(now.day)).find((place) => place.name === name)?.id ?? ''
    expect((await send('platser', { act: 'move', placeId: await idOf('Alby') })).status).toBe(302)
    expect((await readPlaces(now.day)).filter(({ parentId }) => parentId === null).map(({ name }) => name)).toEqual(['Alby', 'Fränsta'])
    const [alby, fransta] = [await idOf('Alby'), await idOf('Fränsta')]
    expect(await (await send('platser', { act: 'move', placeId: alby })).text()).toContain('Platsen står redan först')
    expect((await send('platser', { act: 'end', placeId: fransta })).status).toBe(302)
    expect((await readPlaces(addDays(now.day, 1))).map(({ name }) => name)).toEqual(['Alby'])
    // What lies in it may have been added the same day.
    await query("insert into people_places (name, position, valid_from, set_by, set_at) select 'Borgsjö', 90, valid_from - 30, set_by, set_at from people_places limit 1")
    const borgsjo = await idOf('Borgsjö')
    await query(
      `insert into people_places (name, parent_id, position, valid_from, set_by, set_at) select 'Erikslund', '${borgsjo}', 91, '${now.day}', set_by, set_at from people_places limit 1`,
    )
    expect((await send('platser', { act: 'end', placeId: borgsjo })).status).toBe(302)
    expect((await readPlaces(addDays(now.day, 1))).map(({ name }) => name)).toEqual(['Alby'])
    await expect(query('delete from people_places')).rejects.toThrow('a place is ended')
    await expect(query("update people_places set name = 'Annan'")).rejects.toThrow('a place is ended')
  })
  test.each([
    ['', 'Skriv något här'],
    ['- \n *', 'Skriv minst en plats'],
    ['x'.repeat(81), 'längre än 80 tecken'],
    [Array.from({ length: 501 }, (_, n) => `Plats ${n}`).join('\n'), 'Högst 500 platser'],
  ])('what can’t be a list is refused, case %#', async (lines, sentence) => {
    const before = await count('people_places')
    const answer = await send('platser', { act: 'add', lines })
    expect([answer.status >= 400, (await answer.text()).includes(sentence), await count('people_places')]).toEqual([true, true, before])
  })
})

describe('retention', () => {
  test('everything is kept until somebody decides, and then by a decision', async () => {
    expect(new Set((await readRetention()).map(({ rule }) => rule))).toEqual(new Set(['kept']))
    const rule = { dataClass: 'mail', rule: 'after-years', years: '2', decision: 'Kommunstyrelsen 2026-03-02 § 41' }
    expect(await (await send('gallring', { act: 'preview', ...rule })).text()).toMatch(/Gallras efter 2 år[\s\S]*Inget är sparat än/)
    expect(await count('people_retentions')).toBe(0)
    expect((await send('gallring', { act: 'save', ...rule })).status).toBe(302)
    expect((await readRetention()).find(({ dataClass }) => dataClass === 'mail')).toEqual({ ...rule, years: 2 })
    expect(await acts('retention-changed')).toEqual([{ why: 'mail: after-years 2' }])
    await expect(query("update people_retentions set rule = 'kept'")).rejects.toThrow('append-only')
  })
  test.each<[Record<string, string>, string]>([
    [{ rule: 'after-years', years: '' }, 'Skriv efter hur många år'],
    [{ rule: 'when-no-longer-needed', decision: '' }, 'Skriv vilket beslut gallringen vilar på'],
    [{ dataClass: 'trail', rule: 'when-no-longer-needed' }, 'Det här går inte att gallra'],
  ])('%o is refused and kept on the page', async (wished, sentence) => {
    const before = await count('people_retentions')
    const answer = await send('gallring', { act: 'save', dataClass: 'answers', rule: 'kept', years: '', decision: 'KS § 1', ...wished })
    expect([answer.status >= 400, (await answer.text()).includes(sentence), await count('people_retentions')]).toEqual([true, true, before])
  })
})

describe('the smallest number that is shown', () => {
  test('is raised for all, never lowered, not in the database either; new groups begin at it', async () => {
    expect(await (await send('troskel', { act: 'save', adults: '4', children: '10' })).text()).toContain('minst 5 och för barn minst 10')
    expect(await (await send('troskel', { act: 'preview', adults: '8', children: '12' })).text()).toContain('Efteråt kan gränsen inte sänkas')
    expect((await send('troskel', { act: 'save', adults: '8', children: '12' })).status).toBe(302)
    expect(await (await send('troskel', { act: 'save', adults: '7', children: '12' })).text()).toContain('Gränsen kan höjas, aldrig sänkas')
    expect(await readFloor()).toEqual({ adults: 8, children: 12 })
    await expect(query('insert into people_floors (adults, children, set_by, set_at) select 5, 10, id, now() from people_persons limit 1')).rejects.toThrow('raised, never lowered')

    const leader = await mintActor(personIds['bo@prov.example'] ?? '', now.day)
    if (!leader) throw new Error('Bo is nobody.')
    const process = await createProcess(
      leader,
      { name: 'Prov', slug: 'prov', purpose: 'Prov', mandate: 'KS', mandatedOn: now.day, promise: 'Vi läser.', fromDay: now.day, toDay: addDays(now.day, 300) },
      now,
    )
    const processId = process.granted ? process.value.id : ''
    const made = await createGroup(leader, { processId, key: 'inv', name: 'Invånare', unit: 'persons', threshold: '' }, now)
    expect(await query('select threshold from participation_groups')).toEqual([{ threshold: 8 }])
    expect(await createGroup(leader, { processId, key: 'liten', name: 'Liten', unit: 'persons', threshold: '6' }, now)).toMatchObject({ refusal: { refused: 'threshold-too-low' } })
    expect((await send('troskel', { act: 'save', adults: '20', children: '20' })).status).toBe(302)
    expect(await raiseThreshold(leader, { groupId: made.granted ? made.value.id : '', threshold: '15' }, now)).toMatchObject({ refusal: { refused: 'threshold-too-low' } })
    await expect(query("insert into participation_groups (process_id, key, name, unit, threshold, position) values ($1, 'x', 'X', 'persons', 8, 9)", [processId])).rejects.toThrow(
      'a new group begins',
    )
  })
})

describe('languages', () => {
  test('Swedish is always on; what is switched off is not offered, and its cookie gives Swedish', async () => {
    expect(await readLanguages()).toEqual(['sv', 'en'])
    expect(await (await site.get('/', { cookie: 'sprak=en' })).text()).toContain('lang="en"')
    expect((await send('sprak', { act: 'save', tags: ['fi', 'ar'] })).status).toBe(302)
    expect(await readLanguages()).toEqual(['sv', 'fi', 'ar'])
    const page = await (await site.get('/', { cookie: 'sprak=en' })).text()
    expect(page).toContain('<html lang="sv"')
    expect(page).not.toContain('/sprak/en')
    expect(await pageOf('sprak')).toContain('finska')
    await expect(query("insert into people_languages (tags, set_by, set_at) select '{en}', id, now() from people_persons limit 1")).rejects.toThrow('people_languages_swedish')
  })
  test('what is no tag is refused, and kept', async () => {
    const answer = await send('sprak', { act: 'save', tags: ['fi', '<b>'] })
    expect([answer.status, (await answer.text()).includes('Välj språk i listan')]).toEqual([422, true])
  })
})
