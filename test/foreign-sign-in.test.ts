import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { pool } from '#db/database.server'
import { day } from '#kernel/day'
import { storeCast } from '#people'
import { type IdentityProvider, startIdentityProvider, walkThrough } from './identity-provider.ts'
import { useSite } from './site.ts'

const site = useSite()
const home = 'http://127.0.0.1'
let staff: IdentityProvider
let eid: IdentityProvider
const clientOf = (issuer: string) => ({ issuer, clientId: 'samsyn', clientSecret: 'the secret of the tests' })

beforeAll(async () => {
  staff = await startIdentityProvider(`${home}/logga-in/svar/katalogen`, { sub: 'bo-1' })
  eid = await startIdentityProvider(`${home}/logga-in/svar/e-leg`, { sub: 'x' })
  await storeCast({
    municipality: 'Provkommunen',
    organs: [{ key: 'ks', name: 'Kommunstyrelsen', kind: 'executive-board', validFrom: day('2020-01-01') }],
    people: [
      { name: 'Ada', email: 'ada@prov.example', organ: 'ks', role: 'administrator' },
      { name: 'Bo', email: 'bo@prov.example', organ: 'ks', role: 'analyst' },
    ],
    from: day('2020-01-01'),
  })
})
afterAll(() => Promise.all([staff.stop(), eid.stop()]))

beforeEach(async () => {
  await pool().query('delete from people_credentials')
  staff.citizen = { sub: 'bo-1', email: 'bo@prov.example' }
  eid.citizen = { sub: 'pairwise', number: '198112189876' }
  site.useProviders([
    { key: 'katalogen', name: 'personalkatalogen', kind: 'staff', ...clientOf(staff.issuer) },
    { key: 'e-leg', name: 'e-legitimation', kind: 'e-identification', ...clientOf(eid.issuer) },
  ])
  // What could not be trusted is logged; here it is meant.
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')

/** Presses the button; answers with where the browser is sent, and the cookie that it keeps. */
async function begin(provider = 'katalogen', more: Record<string, string> = {}, cookie = '') {
  const page = await site.post(`/logga-in/hos/${provider}`, more, { cookie })
  const location = /url=([^"]+)"/.exec(await page.text())?.[1]?.replaceAll('&amp;', '&') ?? ''
  return { page, location, cookie: cookiesOf(page) }
}
const comeBack = (location: string, cookie: string) => site.get(location.slice(home.length), { cookie })
async function signIn(provider = 'katalogen', cookie = '') {
  const begun = await begin(provider, {}, cookie)
  return comeBack(await walkThrough(begun.location, `${home}/logga-in/svar`), [cookie, begun.cookie].filter(Boolean).join('; '))
}

describe('signing in by the staff directory', () => {
  test('lets in whoever has been invited with that address, and knows them again by the directory’s own name', async () => {
    const first = await signIn()
    expect([first.status, first.headers.get('location')]).toEqual([302, '/arbete'])
    expect((await site.get('/arbete/kodning', { cookie: cookiesOf(first) })).status).toBe(200)
    staff.citizen = { sub: 'bo-1', email: 'gift-och-bytt-namn@prov.example' }
    expect((await signIn()).status).toBe(302)
  })
  test('asks with PKCE, state and nonce, and keeps no secret in the address of the page', async () => {
    const { location, cookie } = await begin()
    const asked = new URL(location).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)?.length).toBeGreaterThan(30)
    expect(location).not.toContain(cookie.split('=')[1])
    const { rows } = await pool().query('select * from people_verifications where identifier like $1 or value like $1', [`%${cookie.split('=')[1]}%`])
    expect(rows).toEqual([])
  })
  test('goes back to the page that was asked for, and never to another site', async () => {
    for (const [wished, given] of [
      ['/arbete/kodning', '/arbete/kodning'],
      ['//ond.example', '/arbete'],
      ['https://ond.example', '/arbete'],
      ['/\\ond.example', '/arbete'],
    ] as const) {
      const begun = await begin('katalogen', { till: wished })
      const back = await comeBack(await walkThrough(begun.location, `${home}/logga-in/svar`), begun.cookie)
      expect(back.headers.get('location')).toBe(given)
    }
  })
  test('lets nobody in who has not been invited, or whose address the directory has not verified', async () => {
    staff.citizen = { sub: 'cia-1', email: 'cia@prov.example' }
    const stranger = await signIn()
    expect([stranger.status, (await stranger.text()).includes('inget uppdrag')]).toEqual([403, true])
    staff.citizen = { sub: 'annan', email: 'bo@prov.example', email_verified: false }
    expect((await signIn()).status).toBe(403)
    expect((await pool().query('select * from people_credentials')).rows).toEqual([])
  })
  test('works on after the provider has changed its keys', async () => {
    expect((await signIn()).status).toBe(302)
    await staff.rotateKeys()
    expect((await signIn()).status).toBe(302)
  })
  test('a provider that is not there is a page that says so, and nothing is left behind', async () => {
    site.useProviders([{ key: 'katalogen', name: 'personalkatalogen', kind: 'staff', ...clientOf('http://127.0.0.1:9') }])
    const { page } = await begin()
    expect(page.headers.get('location')).toBe('/logga-in/svar/ingen?hinder=tyst')
    const told = await site.get('/logga-in/svar/ingen?hinder=tyst')
    expect([told.status, (await told.text()).includes('svarar inte')]).toEqual([503, true])
  })
  test('a provider that nobody has set up is not found', async () => {
    expect((await site.post('/logga-in/hos/annan', {})).status).toBe(404)
    expect((await site.get('/logga-in/svar/annan?code=1&state=2')).status).toBe(404)
  })
})

describe('an answer is refused, and nobody let in,', () => {
  const refusal = async (answer: Response, sentence: string) => {
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain(sentence)
    expect(cookiesOf(answer)).not.toContain('session_token')
  }
  test('when it comes a second time', async () => {
    const begun = await begin()
    const back = await walkThrough(begun.location, `${home}/logga-in/svar`)
    expect((await comeBack(back, begun.cookie)).status).toBe(302)
    await refusal(await comeBack(back, begun.cookie), 'redan använd')
  })
  test('when it comes in another browser than it began in', async () => {
    const [mine, theirs] = [await begin(), await begin()]
    const back = await walkThrough(mine.location, `${home}/logga-in/svar`)
    await refusal(await comeBack(back, ''), 'annan webbläsare')
    await refusal(await comeBack(back, theirs.cookie), 'gick svaret inte att lita på')
  })
  test('when it says that it comes from another provider, or does not say it', async () => {
    for (const change of [(back: string) => back.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fannan.example'), (back: string) => back.replace(/&iss=[^&]+/, '')]) {
      const begun = await begin()
      await refusal(await comeBack(change(await walkThrough(begun.location, `${home}/logga-in/svar`)), begun.cookie), 'gick svaret inte att lita på')
    }
  })
  test('when the code was given to a journey of another browser: the provider asks for that one’s proof (PKCE)', async () => {
    const [mine, theirs] = [await begin(), await begin()]
    const [my, their] = [new URL(await walkThrough(mine.location, `${home}/logga-in/svar`)), new URL(await walkThrough(theirs.location, `${home}/logga-in/svar`))]
    my.searchParams.set('code', their.searchParams.get('code') ?? '')
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    logged.mockClear()
    await refusal(await comeBack(my.href, mine.cookie), 'gick svaret inte att lita på')
    // By the provider, before there is any token with a nonce to look at.
    expect(logged.mock.calls).toHaveLength(1)
    expect(String(logged.mock.calls[0]?.[0])).toContain('server responded with an error')
  })
  test('when it comes after ten minutes', async () => {
    const begun = await begin()
    const back = await walkThrough(begun.location, `${home}/logga-in/svar`)
    await pool().query("update people_verifications set expires_at = now() - interval '1 second'")
    await refusal(await comeBack(back, begun.cookie), 'tog för lång tid')
  })
  test('when the person said no, or somebody changed the code', async () => {
    const cancelled = await begin()
    const state = new URL(cancelled.location).searchParams.get('state')
    await refusal(await comeBack(`${home}/logga-in/svar/katalogen?error=access_denied&state=${state}&iss=${encodeURIComponent(staff.issuer)}`, cancelled.cookie), 'avbröts')
    const begun = await begin()
    const back = await walkThrough(begun.location, `${home}/logga-in/svar`)
    await refusal(await comeBack(back.replace(/code=[^&]+/, 'code=pahittad'), begun.cookie), 'gick svaret inte att lita på')
  })
})

describe('an identity that is forged is refused:', () => {
  const keys = generateKeyPair('RS256', { extractable: true })
  type Claims = Record<string, unknown>
  /** A provider that is not honest: it answers with the token that it is told to make. */
  async function dishonest(make: (claims: Claims) => Promise<string>, cutShort = false) {
    let nonce = ''
    const server = createServer(async (request, response) => {
      const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      const json = (value: unknown) => response.setHeader('content-type', 'application/json').end(JSON.stringify(value))
      const url = new URL(request.url ?? '/', issuer)
      if (url.pathname === '/.well-known/openid-configuration')
        return json({
          issuer,
          authorization_endpoint: `${issuer}/auth`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
        })
      if (url.pathname === '/keys') return json({ keys: [{ ...(await exportJWK((await keys).publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] })
      if (url.pathname === '/auth') {
        nonce = url.searchParams.get('nonce') ?? ''
        return response.writeHead(302, { location: `${url.searchParams.get('redirect_uri')}?code=en&state=${url.searchParams.get('state')}` }).end()
      }
      if (cutShort) {
        response.writeHead(200, { 'content-length': '500' }).write('{')
        setTimeout(() => request.socket.destroy(), 20)
        return
      }
      const now = Math.floor(Date.now() / 1000)
      json({ access_token: 'a', token_type: 'Bearer', id_token: await make({ iss: issuer, sub: 'bo-1', aud: 'samsyn', iat: now, exp: now + 60, nonce, email: 'bo@prov.example' }) })
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    site.useProviders([{ key: 'katalogen', name: 'ond', kind: 'staff', ...clientOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}`) }])
    const answer = await signIn()
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    return answer
  }
  const signed = async (claims: Claims, key?: CryptoKey) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(key ?? (await keys).privateKey)

  test('an honest one from the same server is not', async () => expect((await dishonest((claims) => signed(claims))).status).toBe(302))
  test.each<[string, (claims: Claims) => Promise<string>]>([
    ['it is for somebody else', (claims) => signed({ ...claims, aud: 'annan' })],
    ['it has another sender', (claims) => signed({ ...claims, iss: 'https://annan.example' })],
    ['it is too old', (claims) => signed({ ...claims, iat: 1, exp: 2 })],
    ['its nonce is another’s', (claims) => signed({ ...claims, nonce: 'annan' })],
    ['it has no nonce', ({ nonce: _, ...claims }) => signed(claims)],
    ['it is not signed (alg none)', async (claims) => new UnsecuredJWT(claims).encode()],
    ['it is signed with another key', async (claims) => signed(claims, (await generateKeyPair('RS256')).privateKey)],
    [
      'it is signed with the client’s own secret',
      async (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode('the secret of the tests')),
    ],
    ['it is no token', async () => 'ingenting'],
  ])('%s', async (_, make) => {
    const answer = await dishonest(make)
    expect([answer.status, cookiesOf(answer).includes('session_token')]).toEqual([403, false])
    expect((await pool().query('select * from people_credentials')).rows).toEqual([])
  })
  test('the connection is cut in the middle of it', async () => expect((await dishonest((claims) => signed(claims), true)).status).toBe(403))
})

describe('an e-identification', () => {
  test('lets nobody in before they have tied it to themselves, and then it does', async () => {
    expect((await signIn('e-leg')).status).toBe(403)
    const session = await site.signIn('bo@prov.example')
    expect((await signIn('e-leg', session)).status).toBe(302)
    const alone = await signIn('e-leg')
    expect(alone.status).toBe(302)
    expect(await (await site.get('/arbete/kodning', { cookie: cookiesOf(alone) })).text()).toContain('Bo')
  })
  test('leaves no personal number anywhere, only what can’t be turned back', async () => {
    await signIn('e-leg', await site.signIn('bo@prov.example'))
    const { rows } = await pool().query('select account_id from people_credentials')
    expect(rows[0].account_id).toMatch(/^[0-9a-f]{64}$/)
    const tables = (await pool().query("select tablename from pg_tables where schemaname = 'public'")).rows.map(({ tablename }) => tablename)
    for (const table of tables) expect((await pool().query(`select 1 from "${table}" t where t::text like '%198112189876%'`)).rows, table).toEqual([])
  })
  test('without a personal number says nothing of who it is', async () => {
    eid.citizen = { sub: 'pairwise' }
    expect((await signIn('e-leg', await site.signIn('bo@prov.example'))).status).toBe(403)
  })
})

test('whoever has no assignment any more is not let in', async () => {
  expect((await signIn()).status).toBe(302)
  await pool().query("update people_assignments set valid_to = '2020-06-01' where person_id = (select id from people_persons where email = 'bo@prov.example')")
  expect((await signIn()).status).toBe(403)
  await pool().query('update people_assignments set valid_to = null')
})
