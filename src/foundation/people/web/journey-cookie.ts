/** The cookie that ties a journey to a provider to the browser that began it. */
export const journeyCookie = cookieOf('samsyn_resa', 'Path=/logga-in; HttpOnly; SameSite=Lax')

/** The cookie that ties a challenge to a passkey to the browser that asked for it. */
export const passkeyCookie = cookieOf('samsyn_passnyckel', 'Path=/; HttpOnly; SameSite=Strict')

function cookieOf(name: string, how: string) {
  const pattern = new RegExp(`(?:^|;\\s*)${name}=([\\w-]{20,100})(?:;|$)`)
  const attributes = (address: string) => `${how}${address.startsWith('https:') ? '; Secure' : ''}`
  return {
    keep: (secret: string, address: string) => `${name}=${secret}; Max-Age=600; ${attributes(address)}`,
    end: (address: string) => `${name}=; Max-Age=0; ${attributes(address)}`,
    read: (headers: Headers) => pattern.exec(headers.get('cookie') ?? '')?.[1] ?? '',
  }
}

/** A path of ours, whatever somebody asks for: nobody is sent elsewhere after signing in. */
export function ownPath(wished: string): string {
  return /^\/(?![/\\])[\w/?=&%.-]*$/.test(wished) ? wished : '/arbete'
}
