/**
 * The address that a request comes from. Behind proxies it stands in X-Forwarded-For, where anybody may have written before them: only as many as are our own
 * proxies are believed, counted from the end.
 *
 * @example
 * clientAddress({ socket: '10.0.0.1', forwardedFor: '1.1.1.1, 192.0.2.7', proxies: 1 }) // => '192.0.2.7'
 * clientAddress({ socket: '192.0.2.7', forwardedFor: '1.1.1.1', proxies: 0 }) // => '192.0.2.7'
 */
export function clientAddress({ socket, forwardedFor, proxies }: { socket: string; forwardedFor: string | undefined; proxies: number }): string {
  if (proxies === 0) return socket
  const said = (forwardedFor ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '')
  // Fewer than there are proxies: it did not come through them.
  return said[said.length - proxies] ?? socket
}

/** How many proxies of our own stand before us (`SAMSYN_PROXIES`). Throws for what is no such number. */
export function proxiesBefore(written: string | undefined): number {
  const proxies = Number(written ?? 0)
  if (!(Number.isInteger(proxies) && proxies >= 0 && proxies <= 10)) throw new Error(`SAMSYN_PROXIES is ${written}; it must be how many proxies stand before the server, 0 to 10.`)
  return proxies
}
