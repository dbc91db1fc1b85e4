const name = 'samsyn_kod'

/** The cookie that carries a one-time code from its link to the answer: on this device, for the pages of one survey, until the browser is closed. */
export const codeCookie = {
  keep: (slug: string, code: string, isSecure: boolean) => `${name}=${code}; ${attributes(slug, isSecure)}`,
  end: (slug: string, isSecure: boolean) => `${name}=; Max-Age=0; ${attributes(slug, isSecure)}`,
  read: (headers: Headers) => /(?:^|;\s*)samsyn_kod=([0-9A-Z-]{17,25})(?:;|$)/.exec(headers.get('cookie') ?? '')?.[1],
}

function attributes(slug: string, isSecure: boolean): string {
  return `Path=/delta/${slug}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
}
