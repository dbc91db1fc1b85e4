import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import { day } from '#kernel/day'
import { assignRole, endAssignment, mintActor, readProviders, storeCast } from '#people'
import { type IdentityProvider, startIdentityProvider, walkThrough } from './identity-provider.ts'
import { useSite } from './site.ts'

const site = useSite()
const home = 'http://127.0.0.1'
const now = presentMoment()
let directory: IdentityProvider
let people: Record<string, string>
let organs: Record<string, string>

const rules = {
  claim: 'groups',
  scope: 'groups',
  letIn: false,
  holdsDays: 7,
  given: [
    { value: 'samsyn-analys', role: 'analyst', organ: 'ks' },
    { value: 'samsyn-admin', role: 'administrator', organ: 'ks' },
    { value: 'samsyn-borta', role: 'controller', organ: 'finns-inte' },
  ] as const,
}
const configure = (more: object = {}) =>
  site.useProviders([
    {
      key: 'katalogen',
      name: 'personalkatalogen',
      kind: 'staff',
      issuer: directory.issuer,
      clientId: 'samsyn',
      clientSecret: 'the secret of the tests',
      roles: { ...rules, given: [...rules.given], ...more },
    },
  ])

beforeAll(async () => {
  directory = await startIdentityProvider(`${home}/logga-in/svar/katalogen`, { sub: 'bo-1' })
  const from = day('2020-01-01')
  const cast = await storeCast({
    municipality: 'Provkommunen',
    organs: [{ key: 'ks', name: 'Kommunstyrelsen', kind: 'executive-board', validFrom: from }],
    people: [
      { name: 'Ada', email: 'ada@prov.example', organ: 'ks', role: 'administrator' },
      { name: 'Bo', email: 'bo@prov.example', organ: 'ks', role: 'secretary' },
    ],
    from,
  })
  people = cast.personIds
  organs = cast.organIds
})
afterAll(() => directory.stop())
beforeEach(async () => {
  configure()
  await pool().query('delete from people_credentials')
  await pool().query("delete from people_assignments where given_by_provider is not null or valid_from > '2020-01-01'")
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')

/** Signs in at the directory, which says this of Bo's groups. */
async function signIn(groups: unknown, citizen: object = { sub: 'bo-1', email: 'bo@prov.example' }): Promise<Response> {
  directory.citizen = { sub: '', ...citizen, groups }
  const page = await site.post('/logga-in/hos/katalogen', {})
  const location = /url=([^"]+)"/.exec(await page.text())?.[1]?.replaceAll('&amp;', '&') ?? ''
  const back = await walkThrough(location, `${home}/logga-in/svar`)
  return site.get(back.slice(home.length), { cookie: cookiesOf(page) })
}
const rolesOf = async (email: string, on = now.day) => (await mintActor(people[email] ?? '', on))?.assignments.map(({ role }) => role).sort() ?? []
const trail = async () => {
  const { rows } = await pool().query("select act, role, why from trail_events where act like 'claim-%' or act = 'person-admitted' order by id")
  return rows
}
const administrator = async () => {
  const actor = await mintActor(people['ada@prov.example'] ?? '', now.day)
  if (!actor) throw new Error('Nobody administers.')
  return actor
}

describe('what the directory says of somebody', () => {
  test('gives an assignment at sign-in, marked with where it came from, and written in the trail once', async () => {
    expect((await signIn(['samsyn-analys'])).status).toBe(302)
    const answer = await signIn(['samsyn-analys'])
    expect(await rolesOf('bo@prov.example')).toEqual(['analyst', 'secretary'])
    expect((await site.get('/arbete/kodning', { cookie: cookiesOf(answer) })).status).toBe(200)
    const { rows } = await pool().query("select role, given_by_provider from people_assignments where valid_from > '2020-01-01'")
    expect(rows).toEqual([{ role: 'analyst', given_by_provider: 'katalogen' }])
    expect(await trail()).toEqual([{ act: 'claim-followed', role: 'system', why: 'personalkatalogen' }])
    const page = await site.get('/arbete/personer', { cookie: await site.signIn('ada@prov.example') })
    expect(await page.text()).toContain('personalkatalogen')
  })
  test('ends it, and every session begun before, when it is said no more; and gives it again the same day', async () => {
    const before = cookiesOf(await signIn(['samsyn-analys']))
    const after = cookiesOf(await signIn(['annat']))
    expect(await rolesOf('bo@prov.example')).toEqual(['secretary'])
    expect((await site.get('/arbete/arenden', { cookie: before })).status).toBe(302)
    expect((await site.get('/arbete/arenden', { cookie: after })).status).toBe(200)
    expect((await trail()).at(-1)).toMatchObject({ act: 'claim-withdrawn' })
    await signIn('samsyn-analys')
    expect(await rolesOf('bo@prov.example')).toEqual(['analyst', 'secretary'])
  })
  test('holds for a week, for whoever signs in by other ways than the directory meanwhile', async () => {
    await signIn(['samsyn-analys'])
    const [inAWeek, later] = [new Date(Date.parse(now.at) + 7 * 86_400_000), new Date(Date.parse(now.at) + 9 * 86_400_000)].map((at) => day(at.toISOString().slice(0, 10)))
    expect(await rolesOf('bo@prov.example', inAWeek)).toEqual(['analyst', 'secretary'])
    expect(await rolesOf('bo@prov.example', later)).toEqual(['secretary'])
  })
  test('never touches what was given by hand, also when it is the same', async () => {
    expect((await assignRole(await administrator(), { personId: people['bo@prov.example'] ?? '', organId: organs.ks ?? '', role: 'analyst' }, now)).granted).toBe(true)
    await signIn(['samsyn-analys'])
    await signIn([])
    expect(await rolesOf('bo@prov.example')).toEqual(['analyst', 'secretary'])
    const { rows } = await pool().query('select 1 from people_assignments where given_by_provider is not null')
    expect(rows).toEqual([])
  })
  test.each<[string, unknown]>([
    ['words that no rule knows', ['administrator', 'samsyn-admin2', 'SAMSYN-ADMIN', ' samsyn-admin', '*', '']],
    ['what is no text', [['samsyn-admin'], { value: 'samsyn-admin' }, 7, null, true]],
    ['an object', { 'samsyn-admin': true }],
    ['several words in one', 'samsyn-analys,samsyn-admin'],
    ['an organ that is not here', ['samsyn-borta']],
    ['nothing at all', undefined],
  ])('gives nothing by %s', async (_, groups) => {
    expect((await signIn(groups)).status).toBe(302)
    expect(await rolesOf('bo@prov.example')).toEqual(['secretary'])
  })
  test('gives nothing by what the browser adds to the address', async () => {
    directory.citizen = { sub: 'bo-1', email: 'bo@prov.example', groups: [] }
    const page = await site.post('/logga-in/hos/katalogen', { groups: 'samsyn-admin' })
    const location = /url=([^"]+)"/.exec(await page.text())?.[1]?.replaceAll('&amp;', '&') ?? ''
    const back = await walkThrough(location, `${home}/logga-in/svar`)
    await site.get(`${back.slice(home.length)}&groups=samsyn-admin`, { cookie: cookiesOf(page) })
    expect(await rolesOf('bo@prov.example')).not.toContain('administrator')
  })
  test('is no reason to be without an administrator by hand', async () => {
    await signIn(['samsyn-admin'])
    const { rows } = await pool().query("select id from people_assignments where role = 'administrator' and given_by_provider is null")
    expect(await endAssignment(await administrator(), { assignmentId: rows[0].id, reason: '' }, now)).toMatchObject({ refusal: { refused: 'last-administrator' } })
  })
})

describe('whoever has not been invited', () => {
  const cia = { sub: 'cia-1', email: 'cia@prov.example', name: 'Cia' }
  const known = async () => (await pool().query("select name from people_persons where email = 'cia@prov.example'")).rows
  test('is let in by nothing, when the directory may not', async () => {
    expect((await signIn(['samsyn-analys'], cia)).status).toBe(403)
    expect(await known()).toEqual([])
  })
  test('is let in by a word that gives an assignment, and by no other; and out again when it is gone', async () => {
    configure({ letIn: true })
    expect((await signIn(['annat'], cia)).status).toBe(403)
    expect((await signIn(['samsyn-borta'], cia)).status).toBe(403)
    expect((await signIn(['samsyn-analys'], { ...cia, email_verified: false })).status).toBe(403)
    expect(await known()).toEqual([])
    const answer = await signIn(['samsyn-analys'], cia)
    expect((await site.get('/arbete/kodning', { cookie: cookiesOf(answer) })).status).toBe(200)
    expect(await known()).toEqual([{ name: 'Cia' }])
    expect((await signIn([], cia)).status).toBe(403)
    expect((await site.get('/arbete/kodning', { cookie: cookiesOf(answer) })).status).toBe(302)
  })
})

describe('a file of providers', () => {
  const file = (provider: object) => {
    const path = join(mkdtempSync(join(tmpdir(), 'samsyn-providers-')), 'sign-in.json')
    writeFileSync(path, JSON.stringify([{ key: 'k', name: 'n', kind: 'staff', issuer: 'https://x.example', clientId: 'a', clientSecret: 'b', ...provider }]))
    return path
  }
  const given = [{ value: 'a', role: 'analyst', organ: 'ks' }]
  test('with rules that can be used is read', () => {
    expect(() => readProviders(file({ roles: { claim: 'groups', given } }))).not.toThrow()
    readProviders(undefined)
  })
  test.each<[string, object, string]>([
    [
      'a role that is none',
      { roles: { claim: 'groups', given: [{ value: 'a', role: 'kung', organ: 'ks' }] } },
      '0.roles.given.0.role: rollen "kung" finns inte. Välj bland process-leader, analyst',
    ],
    ['an organ that can’t be', { roles: { claim: 'groups', given: [{ value: 'a', role: 'analyst', organ: 'Kommunstyrelsen' }] } }, 'organ är ett organs korta namn'],
    ['rules for an e-identification', { kind: 'e-identification', roles: { claim: 'groups', given } }, 'roles kan bara en tjänst av slaget staff ha'],
  ])('with %s stops the start with a sentence', (_, provider, sentence) => {
    expect(() => readProviders(file(provider))).toThrow(sentence)
  })
})
