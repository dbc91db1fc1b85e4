import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import Provider, { type Configuration } from 'oidc-provider'

/** Who signs in at the provider, and what it says of them. */
export type Citizen = {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly number?: string
  readonly name?: string
  readonly groups?: unknown
}
export type IdentityProvider = { readonly issuer: string; citizen: Citizen; rotateKeys(): Promise<void>; cut(): void; stop(): Promise<void> }

const numberScope = 'https://id.oidc.se/scope/naturalPersonNumber'
const numberClaim = 'https://id.oidc.se/claim/personalIdentityNumber'

/** A real OpenID provider on loopback, with one client, that signs in whoever it is told to without asking. It demands PKCE. */
export async function startIdentityProvider(callback: string, citizen: Citizen): Promise<IdentityProvider> {
  let handler: (request: IncomingMessage, response: ServerResponse) => unknown = () => {}
  const server: Server = createServer((request, response) => void handler(request, response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const self: IdentityProvider = {
    issuer,
    citizen,
    rotateKeys: async () => {
      handler = await providerWith(await newKey())
    },
    cut: () => server.closeAllConnections(),
    stop: () => new Promise<void>((done) => server.close(() => done())),
  }
  const providerWith = async (key: object) => {
    const provider = new Provider(issuer, {
      clients: [{ client_id: 'samsyn', client_secret: 'the secret of the tests', redirect_uris: [callback], grant_types: ['authorization_code'], response_types: ['code'] }],
      jwks: { keys: [key] },
      pkce: { required: () => true },
      scopes: ['openid', 'email', 'profile', 'groups', numberScope],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'], [numberScope]: [numberClaim] },
      features: { devInteractions: { enabled: false } },
      cookies: { keys: ['a key of the tests'] },
      findAccount: (_: unknown, id: string) => ({
        accountId: id,
        claims: () => {
          const { sub, email, email_verified = true, number, name, groups } = self.citizen
          return { sub, email, email_verified, name, groups, [numberClaim]: number }
        },
      }),
      interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      loadExistingGrant: async (context: { oidc: { client: { clientId: string }; session: { accountId: string }; provider: Provider } }) => {
        const grant = new context.oidc.provider.Grant({ clientId: context.oidc.client.clientId, accountId: context.oidc.session.accountId })
        grant.addOIDCScope(`openid email profile groups ${numberScope}`)
        await grant.save()
        return grant
      },
    } as unknown as Configuration)
    const answer = provider.callback()
    return (request: IncomingMessage, response: ServerResponse) =>
      request.url?.startsWith('/interaction/') ? provider.interactionFinished(request, response, { login: { accountId: self.citizen.sub } }) : answer(request, response)
  }
  handler = await providerWith(await newKey())
  return self
}

async function newKey(): Promise<object> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  return { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), use: 'sig', alg: 'RS256' }
}

/** Follows a browser's way through the provider, with the cookies it sets, until it would be sent to `until`; answers with that address. */
export async function walkThrough(location: string, until: string): Promise<string> {
  const jar = new Map<string, string>()
  for (let turn = 0; turn < 10; turn++) {
    if (location.startsWith(until)) return location
    const answer = await fetch(location, { redirect: 'manual', headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      jar.set(name, value)
    }
    const next = answer.headers.get('location')
    if (!next) throw new Error(`The provider stopped at ${location}: ${answer.status} ${(await answer.text()).slice(0, 300)}`)
    location = new URL(next, location).href
  }
  throw new Error('The provider goes in circles.')
}
