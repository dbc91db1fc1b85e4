/**
 * The path of a page, whatever way its address is written: decoded, in small letters, no slash at its end, as the pages themselves are found. Nothing for what can
 * be no address of ours: broken percent signs, a NUL, and the data of pages without the page, which only a client script would ask for and we ship none.
 *
 * @example
 * pageAddress('http://samsyn.example/Logga-in/%6cank/?nyckel=x') // => '/logga-in/lank'
 * pageAddress('http://samsyn.example/tema/%00') // => undefined
 */
export function pageAddress(url: string): string | undefined {
  const { pathname, search } = new URL(url)
  const path = decoded(pathname)?.toLowerCase()
  if (path === undefined || path.includes('\0') || search.includes('%00')) return undefined
  if (path.endsWith('.data') || path.startsWith('/__manifest')) return undefined
  return path.replace(/\/+$/, '') || '/'
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}
