import { beforeAll, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { day } from '#kernel/day'
import { storeCast } from '#people'
import { useSite } from './site.ts'

const site = useSite({ readOnly: true, proxies: 1 })

beforeAll(async () => {
  await storeCast({
    municipality: 'Provkommunen',
    organs: [{ key: 'ks', name: 'Kommunstyrelsen', kind: 'executive-board', validFrom: day('2020-01-01') }],
    people: [{ name: 'Ada', email: 'ada@prov.example', organ: 'ks', role: 'administrator' }],
    from: day('2020-01-01'),
  })
})

test('while somebody looks after the installation everything can be read and nothing sent, and that is said', async () => {
  expect((await site.get('/')).status).toBe(200)
  for (const path of ['/logga-in', '/folj', '/logga-in/lank', '/arbete/personer']) {
    const answer = await site.post(path, { email: 'ada@prov.example' })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60'])
    expect(await answer.text()).toContain('Underhåll pågår')
  }
  expect((await pool().query('select * from people_mails')).rows).toEqual([])
})
