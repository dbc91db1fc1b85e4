import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { tellStory } from '../seeds/ange/tell-story.ts'
import { deliverMails } from '../src/foundation/people/deliver-mails.ts'
import { sendMail } from '../src/foundation/people/send-mail.ts'
import { useSite } from './site.ts'
import { tablesThatHold } from './tables-that-hold.ts'

const site = useSite()
const survey = '/delta/hur-gar-det-2026'
let [leader, administrator] = ['', '']
const query = async <Row>(sql: string, values: unknown[] = []) => (await pool().query(sql, values)).rows as Row[]

beforeAll(async () => {
  await tellStory('seeds/ange/voices')
  ;[leader, administrator] = [await site.signIn('pia@ange.example'), await site.signIn('ali@ange.example')]
})

describe('56. what is withheld or ended', () => {
  test('a text that may not be shown is in its own row alone: in no trail, no document, no letter and on no public page', async () => {
    const named = 'grannen-som-ingen-ska-se'
    const question = /name="([0-9a-f-]{36})"/.exec(await (await site.get(survey)).text())?.[1] ?? ''
    expect((await site.post(survey, { submissionKey: 'a-key-of-what-is-withheld-56', [question]: `Om ${named} vid vägen` })).status).toBe(200)
    const [{ id } = { id: '' }] = await query<{ id: string }>('select id from participation_statements where position($1 in text) > 0', [named])
    const withheld = await site.post('/arbete/granska', { decide: 'marked withheld', statementIds: id, reason: 'Gäller en enskild' }, { cookie: leader })
    expect(withheld.status).toBe(302)
    expect(await tablesThatHold(named)).toEqual(['participation_statements'])
    for (const path of ['/', '/resultat', '/samsyn', '/delta', survey, '/tema/natur', '/visionen']) expect(await (await site.get(path)).text(), path).not.toContain(named)
  })
  test('whoever has no assignment left has no session left, and their name and address are on no open page', async () => {
    const cookie = await site.signIn('anders@ange.example')
    const own = await query<{ id: string; name: string; person: string }>(
      'select a.id, p.name, p.id as person from people_assignments a join people_persons p on p.id = a.person_id where p.email = $1 and a.valid_to is null',
      ['anders@ange.example'],
    )
    for (const { id } of own) expect((await site.post('/arbete/personer', { act: 'end', assignmentId: id }, { cookie: administrator })).status).toBe(302)
    expect((await site.get('/arbete/granska', { cookie })).status).toBe(302)
    expect(await query('select 1 from people_sessions where user_id = $1', [own[0]?.person])).toEqual([])
    for (const path of ['/demo/logga-in', '/', '/om', '/visionen']) {
      const page = await (await site.get(path)).text()
      for (const said of [own[0]?.name ?? '', 'anders@ange.example']) expect(page, path).not.toContain(said)
    }
  })
  test('an assignment whose id is no id is not found, and nothing is ended', async () => {
    const before = await query('select count(*) from people_assignments where valid_to is null')
    for (const assignmentId of ['-'.repeat(36), 'a'.repeat(36), '', '1', "' or true"])
      expect((await site.post('/arbete/personer', { act: 'end', assignmentId }, { cookie: administrator })).status).toBe(404)
    expect(await query('select count(*) from people_assignments where valid_to is null')).toEqual(before)
  })
})

describe('57. what is saved changes nothing else:', () => {
  test('settings that a form does not ask about stay', async () => {
    const save = (wished: Record<string, string>) => site.post('/arbete/installningar', { act: 'save', ...wished }, { cookie: administrator })
    expect((await save({ name: 'Ånge', accent: '0b5c4a', contact: 'hjalp@ange.example' })).status).toBe(302)
    expect((await save({ name: 'Ånge kommun' })).status).toBe(302)
    expect(await query('select name, accent, contact from people_settings order by set_at desc limit 1')).toEqual([
      { name: 'Ånge kommun', accent: '0b5c4a', contact: 'hjalp@ange.example' },
    ])
    // What was asked about and left empty is emptied.
    expect((await save({ contact: '' })).status).toBe(302)
    expect(await query('select name, accent, contact from people_settings order by set_at desc limit 1')).toEqual([{ name: 'Ånge kommun', accent: '0b5c4a', contact: null }])
  })
  test('a new assignment leaves the old ones, the name and the sessions as they were', async () => {
    const cookie = await site.signIn('kim@ange.example')
    const held = () =>
      query('select a.role, a.valid_to, p.name, p.email from people_assignments a join people_persons p on p.id = a.person_id where p.email = $1 order by a.role', [
        'kim@ange.example',
      ])
    const before = await held()
    const [ids] = await query<{ person: string; organ: string }>(
      "select p.id as person, o.id as organ from people_persons p, people_organs o where p.email = 'kim@ange.example' and o.key = 'ks'",
    )
    const given = await site.post(
      '/arbete/personer',
      { act: 'assign', personId: ids?.person ?? '', assignOrganId: ids?.organ ?? '', assignRole: 'auditor' },
      { cookie: administrator },
    )
    expect(given.status).toBe(302)
    expect((await held()).filter((each) => (each as { role: string }).role !== 'auditor')).toEqual(before)
    expect((await site.get('/arbete/planer', { cookie })).status).toBe(200)
  })
  test('the language that is chosen signs nobody out, and signing in chooses no language', async () => {
    expect((await site.get('/sprak/en?till=/om', { cookie: leader })).headers.getSetCookie().every((cookie) => cookie.startsWith('sprak='))).toBe(true)
    const signedIn = await site.post('/demo/logga-in', { email: 'pia@ange.example' }, { cookie: 'sprak=en' })
    expect(signedIn.headers.getSetCookie().filter((cookie) => cookie.startsWith('sprak='))).toEqual([])
  })
})

describe('58. each notice goes once', () => {
  const post = (send: (to: string) => Promise<void>) => ({
    transport: { sendMail: async ({ to }: { to: { address: string } }) => send(to.address) },
    from: 'samsyn@ange.example',
    host: 'samsyn.example',
  })
  const deliver = (send: (to: string) => Promise<void>) => deliverMails(post(send) as unknown as Parameters<typeof deliverMails>[0], new Date(Date.now() + 1000))
  const queue = (many: number) =>
    Promise.all(Array.from({ length: many }, (_, at) => sendMail({ recipient: `n${at}@ange.example`, subject: 'Hej', body: 'Hej', notice: `notis ${at}` })))
  beforeEach(() => pool().query('delete from people_mails'))

  test('when a server is slow with the first letter: the others are in nobody’s hands, and a second worker sends them', async () => {
    await queue(3)
    const taken: string[] = []
    let letGo = () => {}
    const held = new Promise<void>((done) => {
      letGo = done
    })
    const slow = deliver(async (to) => {
      taken.push(to)
      await held
    })
    while (taken.length === 0) await wait(10)
    expect(await deliver(async (to) => void taken.push(to))).toEqual({ sent: 2, givenUp: 0, waiting: 0 })
    letGo()
    expect(await slow).toEqual({ sent: 1, givenUp: 0, waiting: 0 })
    expect(taken.toSorted()).toEqual(['n0@ange.example', 'n1@ange.example', 'n2@ange.example'])
  })
  test('with two workers that are started again and again, and asked for the same notices each time', async () => {
    const taken: string[] = []
    for (let start = 0; start < 4; start++) {
      await queue(25)
      await Promise.all([1, 2].map(() => deliver(async (to) => void taken.push(to))))
    }
    expect(taken).toHaveLength(25)
    expect(new Set(taken).size).toBe(25)
  })
})
