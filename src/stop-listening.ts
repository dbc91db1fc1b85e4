import type { Server, ServerResponse } from 'node:http'
import type { serve } from '@hono/node-server'

const lookAgainMs = 100
// What is in flight gets this long; a client that takes longer has gone to sleep.
const patienceMs = 15_000

/**
 * Takes no more connections, and ends when what is in flight has been answered, or has taken too long. Whoever keeps a connection open is told by the
 * next answer that it is the last: else those who ask again at once would hold a busy server for ever.
 */
export function stopListening(server: ReturnType<typeof serve>): Promise<void> {
  server.prependListener('request', (_request: unknown, response: ServerResponse) => {
    response.shouldKeepAlive = false
  })
  // A connection is idle only when its last answer has gone.
  const closing = setInterval(() => (server as Server).closeIdleConnections?.(), lookAgainMs)
  const asleep = setTimeout(() => (server as Server).closeAllConnections?.(), patienceMs)
  return new Promise((done) => {
    server.close(() => {
      clearInterval(closing)
      clearTimeout(asleep)
      done()
    })
  })
}
