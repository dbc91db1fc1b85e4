/**
 * Whether an unsafe request comes from a page of ours: its origin is our own address, or the browser itself says so.
 * A request that tells neither is refused.
 */
export function isFromHere(headers: Headers, address: string): boolean {
  const origin = headers.get('origin')
  if (origin && origin !== 'null') return sameHost(origin, headers.get('host') ?? new URL(address).host)
  return headers.get('sec-fetch-site') === 'same-origin'
}

function sameHost(origin: string, host: string): boolean {
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}
