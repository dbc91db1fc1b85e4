export type Surroundings = { readonly loopback: boolean; readonly demo: boolean; readonly address: string }

let present: Surroundings | undefined

/** Where this process stands: set once at start, read by what must know whether it is a demo at home. */
export function setSurroundings(surroundings: Surroundings): void {
  present = surroundings
}

export function surroundings(): Surroundings {
  if (!present) throw new Error('The surroundings are not set.')
  return present
}

/** Whether the demo's own doors (sign-in without mail, the outbox) may exist here: only with demo data and only on loopback. */
export function demoDoorsAreOpen(): boolean {
  return present?.loopback === true && present.demo
}

/** Whether mail can be sent from here. */
export function hasMailServer(): boolean {
  return Boolean(process.env.SMTP_URL)
}

/** Whether mail comes to be read by anybody: in the demo it is read in the outbox. */
export function mailLeaves(): boolean {
  return hasMailServer() || demoDoorsAreOpen()
}

/** @example isOnLoopback('127.0.0.1') // => true */
export function isOnLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** Whether the reader came over https: by the public address that the operator has set, or by the request itself. */
export function isHttps(request: Request): boolean {
  return present?.address.startsWith('https:') === true || new URL(request.url).protocol === 'https:'
}
