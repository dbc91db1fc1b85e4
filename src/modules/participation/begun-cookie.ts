const name = 'samsyn_svar'

/** The cookie that remembers a begun answer on this device: its resume code, for the pages of one survey. */
export const begunCookie = {
  keep: (slug: string, code: string, days: number, isSecure: boolean) => `${name}=${code}; Max-Age=${days * 86_400}; ${attributes(slug, isSecure)}`,
  end: (slug: string, isSecure: boolean) => `${name}=; Max-Age=0; ${attributes(slug, isSecure)}`,
  read: (headers: Headers) => /(?:^|;\s*)samsyn_svar=([0-9A-Z-]{17,25})(?:;|$)/.exec(headers.get('cookie') ?? '')?.[1],
}

function attributes(slug: string, isSecure: boolean): string {
  return `Path=/delta/${slug}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
}
