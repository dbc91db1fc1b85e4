import type { LoaderFunctionArgs } from 'react-router'
import { dispositionOf, readFile } from '#files'
import { visitOf } from '#http/visit'

/**
 * A file, served so that nothing in it can run: its own type and no other, a policy that allows nothing, and documents only to be saved. It is found by
 * what it holds, so it never changes; what is not public is kept by the reader's own browser only.
 */
export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const file = await readFile(params.file ?? '', { isSignedIn: visitOf(context).actor !== undefined })
  if (!file) return new Response('Filen finns inte.', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(file.bytes.length),
      'content-disposition': dispositionOf(file.name, file.kind === 'image' ? 'inline' : 'attachment'),
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': `${file.isPublic ? 'public' : 'private'}, max-age=31536000, immutable`,
    },
  })
}
