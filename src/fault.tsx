import type { LoaderFunctionArgs } from 'react-router'

/** Where the server sends its own refusals (too large, foreign origin, too many), so that they look and speak like every other page. */
export function loader({ params }: LoaderFunctionArgs): never {
  const status = Number(params.status)
  throw new Response('fault', { status: status >= 400 && status <= 599 ? status : 404 })
}

export default function Fault() {
  return null
}
