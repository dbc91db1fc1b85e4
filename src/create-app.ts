import { randomBytes } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { matchRoutes, RouterContextProvider, type ServerBuild } from 'react-router'
import { pool } from '#db/database.server'
import { databaseIsGone } from '#db/database-is-gone'
import { diskIsFull, hasNoRoom } from '#db/disk-is-full'
import { mostImageBytes, readLogo } from '#files'
import { clientAddress } from '#http/client-address'
import { presentMoment } from '#http/clock'
import { faultInLog } from '#http/fault-in-log'
import { languageOf, tongueOf } from '#http/language'
import { isFromHere } from '#http/origin'
import { outageContext } from '#http/outage'
import { pageAddress } from '#http/page-address'
import type { Telemetry } from '#http/telemetry'
import { type Visit, visitContext } from '#http/visit'
import type { Role } from '#kernel/actor'
import { isTongue } from '#kernel/languages'
import { ordinaryTerms } from '#kernel/terms'
import { besidePages } from '#participation'
import { mintActor, personOf, readMunicipality, readTermsAndLanguages, writeAccentCss } from '#people'
import { inOwnWords, pageInOwnWords } from './in-own-words.ts'
import { isSentTooOften } from './is-sent-too-often.ts'
import { pagesOf } from './pages-of.ts'
import { writeSecurityHeaders } from './write-security-headers.ts'

// The longest honest answer is some ten thousand characters; a megabyte is a mistake or an attack.
const largestBody = 256 * 1024
// Where a file is sent: as large as the largest image, and what the form puts around it.
const largestUpload = mostImageBytes + 64 * 1024
const uploadPaths = /^\/arbete\/(?:installningar\/(?:logotyp|platser\/karta)|dialoger\/[^/]+\/(?:las-in|fragor-ur-fil|fragor\/[^/]+)|kodbok\/utbyte|kodning\/utbyte)$/
const retryAfterSeconds = '60'
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

type Settings = {
  readonly build: ServerBuild
  readonly clientFolder: string
  readonly secure: boolean
  /** How many proxies of our own stand before the server. */
  readonly proxies?: number
  /** While somebody looks after the installation: everything can be read, and nothing sent. */
  readonly readOnly?: boolean
  /** Where the embedded database lies: while its disk is full everything can be read, and nothing sent. */
  readonly dataDir?: string
  readonly telemetry?: Telemetry
}
type Variables = { Variables: { reference: string; nonce: string; address: string } }

/** The whole server as one Hono application: headers, limits and health first, then the pages. */
export function createApp({ build, clientFolder, secure, proxies = 0, readOnly = false, dataDir, telemetry }: Settings): Hono<Variables> {
  const app = new Hono<Variables>()
  const pages = pagesOf(build)
  const addressOf = (c: Context<Variables>) => clientAddress({ socket: socketOf(c), forwardedFor: c.req.header('x-forwarded-for'), proxies })

  app.use(async (c, next) => {
    c.set('reference', randomBytes(5).toString('hex'))
    c.set('nonce', randomBytes(16).toString('base64'))
    c.set('address', addressOf(c))
    await next()
    writeSecurityHeaders(c, c.get('nonce'), secure)
  })
  app.get('/halsa', (c) => c.text('lever'))
  app.get('/redo', async (c) => {
    const ready = await pool()
      .query('select 1')
      .then(
        () => true,
        () => false,
      )
    return ready ? c.text('redo') : c.text('databasen svarar inte', 503)
  })
  app.use(compress())
  app.use('/assets/*', serveStatic({ root: clientFolder, onFound: (_, c) => c.header('cache-control', 'public, max-age=31536000, immutable') }))
  for (const picture of ['/favicon.svg', '/exempelbild.svg'])
    app.use(picture, serveStatic({ root: clientFolder, onFound: (_, c) => c.header('cache-control', 'public, max-age=86400') }))
  for (const script of ['/passnyckel.js', '/svar.js']) app.use(script, serveStatic({ root: clientFolder, onFound: (_, c) => c.header('cache-control', 'public, max-age=3600') }))
  app.get('/utseende/:file{[0-9a-f]{6}\\.css}', (c) => {
    const css = writeAccentCss(c.req.param('file').slice(0, 6))
    return css === undefined ? c.notFound() : c.body(css, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' })
  })
  app.get('/favicon.ico', (c) => c.redirect('/favicon.svg', 301))
  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /arbete\nDisallow: /folj\n'))

  if (telemetry) {
    const patterns = Object.values(build.routes).map((route) => ({ path: `/${route?.path ?? ''}` }))
    app.use(async (c, next) => {
      const began = Date.now()
      await next()
      const route = matchRoutes(patterns, c.req.path)?.at(-1)?.route.path ?? '/*'
      const method = methods.has(c.req.method) ? c.req.method : '_OTHER'
      telemetry.record({ method, route, status: c.res.status, began, ended: Date.now() })
    })
  }
  const refuseAs = async (c: Context<Variables>, status: number, visit?: Visit) =>
    isInterface(c.req.path) ? problemOf(status) : answer(c, pages, new Request(new URL(`/fel/${status}`, c.req.url), { headers: c.req.raw.headers }), visit)

  app.use(async (c, next) => (pageAddress(c.req.url) === undefined ? refuseAs(c, 404) : next()))
  app.use(async (c, next) => {
    if (isSafe(c.req.method)) return next()
    if (readOnly) return toWait(c, () => refuseAs(c, 503))
    if (dataDir && (await hasNoRoom(dataDir))) return toWait(c, () => refuseAs(c, 507))
    // The interface knows nobody by a cookie, so no other site can act in anybody's name there.
    if (!isInterface(c.req.path) && !isFromHere(c.req.raw.headers, c.req.url)) return refuseAs(c, 403)
    if (await isSentTooOften({ page: pageOf(c), address: addressOf(c), cookie: c.req.header('cookie') })) return toWait(c, () => refuseAs(c, 429), 429)
    return next()
  })
  const atMost = (maxSize: number) => bodyLimit({ maxSize, onError: (c) => refuseAs(c as Context<Variables>, 413) })
  const [formLimit, uploadLimit] = [atMost(largestBody), atMost(largestUpload)]
  app.use((c, next) => {
    if (uploadPaths.test(pageOf(c))) return uploadLimit(c, next)
    return saysItIsShort(c) ? next() : formLimit(c, next)
  })
  // By the side of the pages: votes and answers come by the hundred each second, and a vote needs nothing of a visit but the moment.
  app.post('*', async (c, next) => {
    const path = pageOf(c)
    if (/^\/api\/v1\/dialogues\/[^/]+\/votes$/.test(path)) return besidePages.vote(c.req.raw, partOf(c, 4), presentMoment())
    return /^\/delta\/[^/]+$/.test(path) ? answerSurvey(c, pages) : next()
  })
  app.all('*', async (c) => {
    const response = await answer(c, pages, c.req.raw)
    // An address of the interface that there is not would be answered as a page.
    const isPage = response.headers.get('content-type')?.startsWith('text/html') === true
    return isPage && response.status >= 400 && isInterface(c.req.path) ? problemOf(response.status === 405 ? 404 : response.status) : response
  })
  app.onError((fault, c) => {
    if (diskIsFull(fault)) return toWait(c, () => refuseAs(c, 507, visitWithoutDatabase(c)))
    // Nothing of the visit can be known without the database.
    if (databaseIsGone(fault)) return toWait(c, () => refuseAs(c, 503, visitWithoutDatabase(c)))
    console.error(JSON.stringify({ level: 'error', reference: c.get('reference'), path: c.req.path, fault: faultInLog(fault) }))
    return c.text(`Något gick fel hos oss. Uppge ${c.get('reference')} om du hör av dig.`, 500)
  })
  return app
}

type Pages = ReturnType<typeof pagesOf>

async function answer(c: Context<Variables>, pages: Pages, request: Request, visit?: Visit, prepare?: (context: RouterContextProvider) => void): Promise<Response> {
  const context = new RouterContextProvider()
  prepare?.(context)
  const known = visit ?? (await visitOfRequest(c))
  context.set(visitContext, known)
  const headers = new Headers(request.headers)
  headers.set('x-samsyn-reference', c.get('reference'))
  const response = await pages(new Request(request, { headers }), context)
  const outage = context.get(outageContext)
  // Pages catch their own faults; one that passes by itself is no fault of theirs.
  if (outage) throw outage
  return inOwnWords(response, known.terms, request)
}

async function answerSurvey(c: Context<Variables>, pages: Pages): Promise<Response> {
  const visit = await visitOfRequest(c)
  const answered = await besidePages.survey(c.req.raw, partOf(c, 2), visit)
  if (answered instanceof Response) return answered
  if ('html' in answered) return pageInOwnWords(answered.html, answered.headers, visit.terms, c.req.raw)
  // What was sent has been read: the page is told what became of it, and gets none of it again.
  return answer(c, pages, new Request(c.req.url, { method: 'POST', headers: c.req.raw.headers }), visit, answered.tell)
}

/** A page that says to come again in a while. */
async function toWait(c: Context<Variables>, page: () => Promise<Response>, status: 429 | 503 = 503): Promise<Response> {
  const response = await page()
  // All that was said of the body stays, or a compressed page is read as noise.
  const headers = new Headers(response.headers)
  headers.set('retry-after', retryAfterSeconds)
  c.header('retry-after', retryAfterSeconds)
  return new Response(response.body, { status, headers })
}

function visitWithoutDatabase(c: Context<Variables>): Visit {
  return {
    actor: undefined,
    signedIn: undefined,
    language: languageOf(c.req.raw.headers),
    tongue: languageOf(c.req.raw.headers),
    tongues: ['sv', 'en'],
    now: presentMoment(),
    address: c.get('address'),
    reference: c.get('reference'),
    municipality: undefined,
    terms: ordinaryTerms,
    languages: ['sv', 'en'],
    nonce: c.get('nonce'),
  }
}

async function visitOfRequest(c: Context<Variables>): Promise<Visit> {
  const now = presentMoment()
  const person = await personOf(c.req.raw.headers)
  const actor = person && (await mintActor(person.id, now.day))
  const [{ terms, languages }, municipality, logo] = await Promise.all([readTermsAndLanguages(), readMunicipality(), readLogo()])
  const tongues = languages.filter(isTongue)
  const tongue = tongueOf(c.req.raw.headers, tongues)
  const held: Role[] = [...new Set(actor?.assignments.map(({ role }) => role) ?? [])]
  return {
    actor,
    signedIn: person && actor ? { name: person.name, roles: held } : undefined,
    // English that is switched off is not spoken, whatever an old cookie says.
    language: tongue === 'en' ? 'en' : 'sv',
    tongue,
    tongues,
    now,
    address: c.get('address'),
    reference: c.get('reference'),
    municipality: municipality && { ...municipality, logo },
    terms,
    languages,
    nonce: c.get('nonce'),
  }
}

/** The address as the pages read it, whatever way it was written. */
function pageOf(c: Context<Variables>): string {
  return pageAddress(c.req.url) ?? ''
}

/** A part of the address as it was written: as the pages read theirs. */
function partOf(c: Context<Variables>, place: number): string {
  return decodeURIComponent(new URL(c.req.url).pathname).split('/')[place] ?? ''
}

/** A body that says how long it is, and is short, needs no counting: Node reads no more of it than was said. Counting it makes a stream of it, which costs as much as a vote. */
function saysItIsShort(c: Context<Variables>): boolean {
  return c.req.header('transfer-encoding') === undefined && Number(c.req.header('content-length') ?? Number.NaN) <= largestBody
}

function isSafe(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
}

function isInterface(path: string): boolean {
  return path.startsWith('/api/')
}

/** A refusal of the server itself, as the interface says its own. */
function problemOf(status: number): Response {
  return Response.json({ type: 'about:blank', title: STATUS_CODES[status] ?? 'Refused', status }, { status, headers: { 'content-type': 'application/problem+json' } })
}

function socketOf(c: Context<Variables>): string {
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
  return incoming?.socket?.remoteAddress ?? 'unknown'
}
