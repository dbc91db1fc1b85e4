/** Whatever has no address: the error page of the root answers it. */
export function loader(): never {
  throw new Response('not-found', { status: 404 })
}

export default function Missing() {
  return null
}
