import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { clientAddress, proxiesBefore } from '#http/client-address'
import { presentMoment } from '#http/clock'
import { day } from '#kernel/day'
import { storeCast } from '#people'
import { useSite } from './site.ts'

const site = useSite({ proxies: 1 })

beforeAll(async () => {
  await storeCast({
    municipality: 'Provkommunen',
    organs: [{ key: 'ks', name: 'Kommunstyrelsen', kind: 'executive-board', validFrom: day('2020-01-01') }],
    people: [{ name: 'Ada', email: 'ada@prov.example', organ: 'ks', role: 'administrator' }],
    from: day('2020-01-01'),
  })
})

describe('10. the address of whoever asks', () => {
  test.each([
    ['no proxy of ours is believed', { socket: 'a', forwardedFor: 'forged', proxies: 0 }, 'a'],
    ['one proxy’s last word is', { socket: 'proxy', forwardedFor: 'forged, a', proxies: 1 }, 'a'],
    ['two proxies’ last but one', { socket: 'proxy', forwardedFor: 'forged, a, first proxy', proxies: 2 }, 'a'],
    ['who came past the proxies is who they are', { socket: 'a', forwardedFor: undefined, proxies: 1 }, 'a'],
    ['and can’t say more than there were', { socket: 'a', forwardedFor: 'forged', proxies: 2 }, 'a'],
  ])('%s', (_, asked, address) => expect(clientAddress(asked)).toBe(address))
  test.each(['-1', 'en', '1.5', '11'])('%s is no number of proxies', (written) => expect(() => proxiesBefore(written)).toThrow('SAMSYN_PROXIES'))
})

describe('10. tries at a secret', () => {
  // All within a minute, also where three hundred take longer than that.
  beforeAll(() => {
    process.env.SAMSYN_NOW = presentMoment().at
  })
  afterAll(() => {
    delete process.env.SAMSYN_NOW
  })
  const tries = async (many: number, headers: (at: number) => Record<string, string>) => {
    const statuses: number[] = []
    for (let at = 0; at < many; at++) statuses.push((await site.post('/logga-in/lank', { nyckel: `gissning-${at}` }, headers(at))).status)
    return statuses
  }
  test('are stopped in one browser at thirty a minute, and a thousand behind one address are not stopped by that', async () => {
    const own = await tries(32, () => ({ cookie: 'a=1', 'x-forwarded-for': '192.0.2.1' }))
    expect([own.slice(0, 30).includes(429), own[30], own[31]]).toEqual([false, 429, 429])
    expect(await tries(100, (at) => ({ cookie: `a=${at + 2}`, 'x-forwarded-for': '192.0.2.1' }))).not.toContain(429)
  })
  test('are stopped by address at three hundred, whatever cookies and forged addresses come with them', async () => {
    const statuses = await tries(302, (at) => ({ cookie: `b=${at}`, 'x-forwarded-for': `10.0.0.${at % 250}, 192.0.2.2` }))
    expect([statuses.slice(0, 300).includes(429), statuses[300], statuses[301]]).toEqual([false, 429, 429])
    expect((await tries(1, () => ({ 'x-forwarded-for': '192.0.2.3' })))[0]).not.toBe(429)
  })
  test('are remembered without who made them', async () => {
    const { rows } = await pool().query<{ key: string }>('select key from people_attempts')
    expect(rows.length).toBeGreaterThan(10)
    for (const { key } of rows) expect(key).toMatch(/^[0-9a-f]{64}$/)
  })
})
