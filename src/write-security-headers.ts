import type { Context } from 'hono'

/** What every answer says to the browser: what may run and be fetched, who may frame it, and how long it may be kept. */
export function writeSecurityHeaders(c: Pick<Context, 'header' | 'res'>, nonce: string, secure: boolean): void {
  const policy = `default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'nonce-${nonce}'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`
  // A file that somebody uploaded has a policy of its own, which allows nothing.
  if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', policy)
  c.header('x-content-type-options', 'nosniff')
  // Not no-referrer: browsers then send `Origin: null` with forms, and the origin check could not tell them from foreign ones.
  c.header('referrer-policy', 'same-origin')
  c.header('cross-origin-opener-policy', 'same-origin')
  c.header('cross-origin-resource-policy', 'same-origin')
  c.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()')
  if (secure) c.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
}
