import { AsyncLocalStorage } from 'node:async_hooks'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { magicLink } from 'better-auth/plugins'
import { db } from '#db/database.server'
import { credentials, persons, sessions, verifications } from './tables.ts'

type Settings = { readonly baseUrl: string; readonly secret: string }

// The link's token is handed back to the caller that asked for it, instead of being mailed from inside the library.
const issuedToken = new AsyncLocalStorage<{ token?: string }>()
let authentication: ReturnType<typeof build> | undefined

/** Prepares sign-in for this process. Called once, when the address and the secret are known. */
export function prepareAuthentication(settings: Settings): void {
  authentication = build(settings)
}

/** Issues a sign-in token for an address, good once and for fifteen minutes. Nothing for an address that nobody here has. */
export async function issueToken(email: string): Promise<string | undefined> {
  const issued: { token?: string } = {}
  await issuedToken.run(issued, () =>
    prepared()
      .api.signInMagicLink({ body: { email: email.toLowerCase(), callbackURL: '/' }, headers: new Headers() })
      .catch(() => {}),
  )
  return issued.token
}

/** Spends a token. Answers with the cookies of a new session, or with nothing when the token is spent, old or forged. */
export async function spendToken(token: string): Promise<string[] | undefined> {
  const response = await prepared()
    .api.magicLinkVerify({ query: { token }, headers: new Headers(), asResponse: true })
    .catch(() => undefined)
  const cookies = response?.headers.getSetCookie().filter((cookie) => cookie.includes('session_token=')) ?? []
  return cookies.length > 0 && !response?.headers.get('location')?.includes('error=') ? cookies : undefined
}

/** The person a request's session belongs to. */
export async function personOf(headers: Headers): Promise<{ id: string; name: string } | undefined> {
  if (!headers.get('cookie')?.includes('session_token')) return undefined
  const session = await prepared().api.getSession({ headers })
  return session ? { id: session.user.id, name: session.user.name } : undefined
}

/** When the session of a request was begun, however long it has been used since. */
export async function signedInAt(headers: Headers): Promise<string | undefined> {
  return (await prepared().api.getSession({ headers }))?.session.createdAt.toISOString()
}

/** Ends the session of a request; answers with the cookies that clear it. */
export async function endSession(headers: Headers): Promise<string[]> {
  const response = await prepared().api.signOut({ headers, asResponse: true })
  return response.headers.getSetCookie()
}

function prepared() {
  if (!authentication) throw new Error('Sign-in is not prepared.')
  return authentication
}

function build({ baseUrl, secret }: Settings) {
  return betterAuth({
    baseURL: baseUrl,
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: drizzleAdapter(liveDatabase, { provider: 'pg', schema: { user: persons, session: sessions, account: credentials, verification: verifications } }),
    // Whence a person came is nobody's business: the row of a session has room for it, and it stays empty.
    advanced: { ipAddress: { disableIpTracking: true }, database: { generateId: false }, cookiePrefix: 'samsyn', useSecureCookies: baseUrl.startsWith('https:') },
    session: { expiresIn: 60 * 60 * 12, updateAge: 60 * 60 },
    // The seam for OpenID Connect: providers from the settings are added here, and staff directories arrive with them.
    socialProviders: {},
    plugins: [
      magicLink({
        expiresIn: 60 * 15,
        disableSignUp: true,
        storeToken: 'hashed',
        sendMagicLink: async ({ token }) => {
          const issued = issuedToken.getStore()
          if (issued) issued.token = token
        },
      }),
    ],
  })
}

// better-auth keeps the database it is given; this one asks for the present connection (or transaction) at each use.
const liveDatabase = new Proxy({} as ReturnType<typeof db>, {
  get: (_, name) => {
    const database = db()
    const value = Reflect.get(database, name, database)
    return typeof value === 'function' ? value.bind(database) : value
  },
})
