const name = 'samsyn_deltagare'
const days = 180

/** The cookie by which somebody goes on as the same participant: on this device, for the pages of one dialogue, from the first vote on. */
export const participantCookie = {
  keep: (slug: string, token: string, isSecure: boolean) => `${name}=${token}; Max-Age=${days * 86_400}; ${attributes(slug, isSecure)}`,
  end: (slug: string, isSecure: boolean) => `${name}=; Max-Age=0; ${attributes(slug, isSecure)}`,
  read: (headers: Headers) => /(?:^|;\s*)samsyn_deltagare=([\w-]{32})(?:;|$)/.exec(headers.get('cookie') ?? '')?.[1],
}

function attributes(slug: string, isSecure: boolean): string {
  return `Path=/delta/${slug}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
}
