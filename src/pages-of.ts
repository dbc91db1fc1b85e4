import { createRequestHandler, type ServerBuild } from 'react-router'

type Pages = ReturnType<typeof createRequestHandler>

/** Answers with the pages. The router tries its routes one by one, twice, and they are many: an address meets only those that begin as it does. */
export function pagesOf(build: ServerBuild): Pages {
  const all = createRequestHandler(build, 'production')
  const routes = Object.entries(build.routes)
  const beginnings = new Set(routes.map(([, route]) => beginningOf(route?.path)).filter((beginning) => beginning !== ''))
  const handlers = new Map<string, Pages>()
  return (request, context) => {
    // One that is written otherwise (`/Delta`, `/d%65lta`) has no handler of its own, and is found among all.
    const beginning = new URL(request.url).pathname.split('/', 2)[1] ?? ''
    if (!beginnings.has(beginning)) return all(request, context)
    const own =
      handlers.get(beginning) ?? createRequestHandler({ ...build, routes: Object.fromEntries(routes.filter(([, route]) => mayBegin(route?.path, beginning))) }, 'production')
    handlers.set(beginning, own)
    return own(request, context)
  }
}

/** What an address of the route begins with; nothing where that can be anything. */
function beginningOf(path = ''): string {
  const [beginning = ''] = path.split('/')
  return /^[\w-]+$/.test(beginning) ? beginning : ''
}

function mayBegin(path: string | undefined, beginning: string): boolean {
  return ['', beginning].includes(beginningOf(path))
}
