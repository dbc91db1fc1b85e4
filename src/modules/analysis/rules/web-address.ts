/** The host of a web address that a reader may be shown; nothing when it is none. */
export function hostOf(address: string): string | undefined {
  return addressProblem(address) ? undefined : new URL(address).host
}

/** Only http and https, without a name or a password before the host, which is a way of seeming to be another. */
export function addressProblem(address: string): 'not-a-web-address' | undefined {
  // What the URL reader would quietly drop or turn round is refused, so that what is shown is what was written.
  if (!/^https?:\/\/[^\s\\]+$/u.test(address) || /[\p{C}]/u.test(address)) return 'not-a-web-address'
  const url = URL.parse(address)
  if (!url) return 'not-a-web-address'
  return url.username !== '' || url.password !== '' || url.hostname === '' ? 'not-a-web-address' : undefined
}
