const name = 'samsyn_resa'
const attributes = (address: string) => `Path=/logga-in; HttpOnly; SameSite=Lax${address.startsWith('https:') ? '; Secure' : ''}`

/** The cookie that ties a journey to a provider to the browser that began it. */
export const journeyCookie = {
  keep: (secret: string, address: string) => `${name}=${secret}; Max-Age=600; ${attributes(address)}`,
  end: (address: string) => `${name}=; Max-Age=0; ${attributes(address)}`,
  read: (headers: Headers) => /(?:^|;\s*)samsyn_resa=([\w-]{20,100})(?:;|$)/.exec(headers.get('cookie') ?? '')?.[1] ?? '',
}

/** A path of ours, whatever somebody asks for: nobody is sent elsewhere after signing in. */
export function ownPath(wished: string): string {
  return /^\/(?![/\\])[\w/?=&%.-]*$/.test(wished) ? wished : '/arbete'
}
