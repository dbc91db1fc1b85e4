import { renderToString } from 'react-dom/server'
import { type EntryContext, type RouterContextProvider, ServerRouter } from 'react-router'
import { databaseIsGone } from '#db/database-is-gone'
import { diskIsFull } from '#db/disk-is-full'
import { faultInLog } from '#http/fault-in-log'
import { outageContext } from '#http/outage'
import { wholePage } from '#http/whole-page'

/** Renders a page whole: nothing here streams, and a whole page can be measured and compressed as one. */
export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext): Response {
  const html = renderToString(<ServerRouter context={ofThisPage(context)} url={request.url} />)
  headers.set('content-type', 'text/html; charset=utf-8')
  return wholePage(`<!doctype html>${html}`, { status, headers })
}

/** The router makes its table of the routes anew for each page: it needs those of this one. No script is sent that could go to another. */
function ofThisPage(context: EntryContext): EntryContext {
  const ids = context.staticHandlerContext.matches.map(({ route }) => route.id)
  const own = <Value,>(all: Readonly<Record<string, Value>>) => Object.fromEntries(ids.flatMap((id) => (all[id] === undefined ? [] : [[id, all[id]]])))
  return { ...context, manifest: { ...context.manifest, routes: own(context.manifest.routes) }, routeModules: own(context.routeModules) }
}

/** Faults are logged once, by the server, with the reference number that the reader sees. */
export function handleError(error: unknown, { request, context }: { request: Request; context: Readonly<RouterContextProvider> }): void {
  if (request.signal.aborted || error instanceof Response) return
  if (error instanceof Error && (databaseIsGone(error) || diskIsFull(error))) return void (context as RouterContextProvider).set(outageContext, error)
  const { pathname } = new URL(request.url)
  // A missing page is no fault.
  if (typeof error === 'object' && error !== null && 'status' in error && Number(error.status) < 500) return
  console.error(JSON.stringify({ level: 'error', reference: request.headers.get('x-samsyn-reference'), path: pathname, fault: faultInLog(error) }))
}
