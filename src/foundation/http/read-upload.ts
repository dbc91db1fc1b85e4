import { withoutMarks } from '../kernel/terms.ts'
import type { SentForm } from './read-form.ts'

/** What a form with a file sent. A field that was not sent reads as the empty string, and a file that was not chosen as none. */
export type SentUpload = SentForm & { file(name: string): { readonly name: string; readonly bytes: Uint8Array } | undefined }

/** Whether a request carries a form with files. */
export function isUpload(request: Request): boolean {
  return request.headers.get('content-type')?.startsWith('multipart/form-data') === true
}

/** Reads a form with a file. What is cut off or is not UTF-8 is refused with 400. The size was limited before (create-app). */
export async function readUpload(request: Request): Promise<SentUpload> {
  const sent = await request.formData().catch(() => {
    throw new Response('broken-form', { status: 400, statusText: 'Bad Request' })
  })
  const files = new Map<string, { name: string; bytes: Uint8Array }>()
  for (const [field, value] of sent)
    if (typeof value !== 'string' && !files.has(field) && value.size > 0) files.set(field, { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) })
  const all = (name: string) =>
    sent.getAll(name).flatMap((value) => {
      if (typeof value !== 'string') return []
      if (value.includes('\ufffd')) throw new Response('not-utf8', { status: 400, statusText: 'Bad Request' })
      return [withoutMarks(value.replaceAll('\r\n', '\n'))]
    })
  return {
    text: (name) => all(name)[0] ?? '',
    all,
    has: (name) => all(name).length > 0,
    kept: () =>
      Object.fromEntries(
        [...new Set(sent.keys())].flatMap((name) =>
          all(name)
            .slice(0, 1)
            .map((value) => [name, value] as const),
        ),
      ),
    file: (name) => files.get(name),
  }
}
