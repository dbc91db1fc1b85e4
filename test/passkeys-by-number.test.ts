import { expect, test } from 'vitest'
import { day } from '#kernel/day'
import { storeCast } from '#people'
import { useSite } from './site.ts'

const site = useSite({ address: 'http://127.0.0.1' })

test('an installation that has only a number for an address offers no passkeys, and says why', async () => {
  const from = day('2020-01-01')
  await storeCast({
    municipality: 'Provkommunen',
    organs: [{ key: 'ks', name: 'Kommunstyrelsen', kind: 'executive-board', validFrom: from }],
    people: [{ name: 'Ada', email: 'ada@prov.example', organ: 'ks', role: 'administrator' }],
    from,
  })
  expect(await (await site.get('/logga-in')).text()).not.toContain('passnyckel')
  expect((await site.post('/logga-in/passnyckel/fraga', {})).status).toBe(404)
  const cookie = await site.signIn('ada@prov.example')
  expect(await (await site.get('/arbete/mina-nycklar', { cookie })).text()).toContain('SAMSYN_ADDRESS')
  expect((await site.post('/arbete/mina-nycklar/fraga', { name: 'Min' }, { cookie })).status).toBe(404)
})
