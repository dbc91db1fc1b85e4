import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { day } from '#kernel/day'
import { storeCast } from '#people'
import { useSite } from './site.ts'

const site = useSite()
let people: Record<string, string>
let organs: Record<string, string>
const persons = async () => (await pool().query('select id, name, email, email_verified, image, created_at from people_persons order by email')).rows

beforeAll(async () => {
  const from = day('2020-01-01')
  const cast = await storeCast({
    municipality: 'Provkommunen',
    organs: [{ key: 'ks', name: 'Kommunstyrelsen', kind: 'executive-board', validFrom: from }],
    people: [
      { name: 'Ada', email: 'ada@prov.example', organ: 'ks', role: 'administrator' },
      { name: 'Bo', email: 'bo@prov.example', organ: 'ks', role: 'administrator' },
    ],
    from,
  })
  people = cast.personIds
  organs = cast.organIds
})
beforeEach(() => pool().query('delete from people_attempts'))

describe('nobody makes themselves a person here (46)', () => {
  test.each([
    '/forsta',
    '/api/auth/sign-up/email',
    '/api/auth/sign-in/magic-link',
    '/api/auth/sign-in/social',
    '/api/auth/magic-link/verify',
    '/api/auth/update-user',
    '/api/auth/callback/katalogen',
    '/sign-up',
    '/registrera',
  ])('not by sending a form to %s', async (path) => {
    const before = await persons()
    const form = { email: 'ny@prov.example', password: 'ett långt lösenord', name: 'Ny', municipality: 'Min', nyckel: 'pahittad', emailVerified: 'true', token: 'a' }
    for (const cookie of ['', await site.signIn('bo@prov.example')]) {
      const asForm = await site.post(path, form, { cookie })
      const asJson = await site.post(path, JSON.stringify(form), { cookie, 'content-type': 'application/json' })
      for (const answer of [asForm, asJson]) expect(answer.status).toBeGreaterThanOrEqual(400)
    }
    expect(await persons()).toEqual(before)
  })
  test('and a link is sent to nobody who is not here, whatever else is in the form', async () => {
    const before = await persons()
    await site.post('/logga-in', { email: 'ny@prov.example', name: 'Ny', role: 'administrator', disableSignUp: 'false', newUserCallbackURL: 'https://ond.example' })
    expect(await persons()).toEqual(before)
    expect((await pool().query("select 1 from people_mails where recipient = 'ny@prov.example'")).rows).toEqual([])
  })
})

test('a form gives nothing but what it asks for (mass assignment)', async () => {
  const cookie = await site.signIn('ada@prov.example')
  const more = {
    id: people['ada@prov.example'] ?? '',
    emailVerified: 'false',
    createdAt: '1999-01-01',
    validFrom: '1999-01-01',
    validTo: '2999-01-01',
    image: 'x',
    givenByProvider: 'x',
  }
  const invited = await site.post('/arbete/personer', { act: 'invite', name: 'Cia', email: 'cia@prov.example', organId: organs.ks ?? '', role: 'analyst', ...more }, { cookie })
  expect(invited.status).toBe(302)
  const cia = (await persons()).find(({ email }) => email === 'cia@prov.example')
  expect(cia).toMatchObject({ name: 'Cia', email_verified: true, image: null })
  expect(cia.id).not.toBe(more.id)
  expect(cia.created_at.getFullYear()).toBeGreaterThan(2020)
  const { rows } = await pool().query('select role, valid_to, given_by_provider, valid_from > $2 as begun_now from people_assignments where person_id = $1', [cia.id, '2020-01-01'])
  expect(rows).toEqual([{ role: 'analyst', valid_to: null, given_by_provider: null, begun_now: true }])
})

describe('a live session of somebody whose assignments are over', () => {
  test('shows nothing of the workroom and does nothing there, at the very next request', async () => {
    const cookie = await site.signIn('bo@prov.example')
    expect((await site.get('/arbete/personer', { cookie })).status).toBe(200)
    await pool().query('update people_assignments set valid_to = current_date - 1 where person_id = $1', [people['bo@prov.example']])
    for (const path of ['/arbete', '/arbete/personer', '/arbete/handelser', '/arbete/mina-nycklar', '/arbete/kodning']) {
      const answer = await site.get(path, { cookie })
      expect([path, answer.status, answer.headers.get('location')?.startsWith('/logga-in'), (await answer.text()).includes('Ada')]).toEqual([path, 302, true, false])
    }
    const before = await persons()
    const form = { act: 'invite', name: 'Dan', email: 'dan@prov.example', organId: organs.ks ?? '', role: 'administrator' }
    expect((await site.post('/arbete/personer', form, { cookie })).status).toBe(302)
    expect((await site.post('/arbete/mina-nycklar', { act: 'add', name: 'Min', svar: '{}' }, { cookie })).status).toBe(302)
    expect((await site.post('/arbete/mina-nycklar/fraga', { name: 'Min' }, { cookie })).status).toBe(302)
    expect(await persons()).toEqual(before)
  })
  test('and a link that was mailed before opens nothing either', async () => {
    const cookie = await site.signIn('bo@prov.example')
    for (const path of ['/arbete/personer', '/arbete/mina-nycklar']) expect((await site.get(path, { cookie })).status).toBe(302)
  })
})
