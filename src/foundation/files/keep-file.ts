import { createHash } from 'node:crypto'
import type { Actor, Role } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { invalid } from '#kernel/problems'
import { granted, refused } from '#kernel/result'
import { recordEvent } from '#trail'
import { encodeImage } from './encode-image.ts'
import { cleanFileName } from './rules/file-name.ts'
import { judgeUpload } from './rules/judge-upload.ts'
import { extensions, type MediaType } from './rules/media-types.ts'
import { purposes } from './rules/purposes.ts'
import { antivirusAt, scanBytes } from './scan-bytes.ts'
import { altField, uploadForm } from './schema.ts'
import * as store from './store.server.ts'

/** What was sent: the bytes, what the sender's computer called them, what they are for, what an image shows, and why they are here. */
export type Upload = { readonly purpose: string; readonly bytes: Uint8Array | undefined; readonly name: string; readonly alt?: string; readonly why: string }

/**
 * Takes a file in from somebody in a role that may: judged by its content, looked at by the antivirus if there is one, and an image drawn anew. All of
 * that before the transaction, which must not wait for it. Refuses `forbidden` and `invalid`; the problem of the field `file` says what is wrong with it, and nothing of it is kept.
 */
export async function keepFile(actor: Actor, role: Role | undefined, upload: Upload, now: Moment) {
  if (!role) return refused({ refused: 'forbidden' })
  const read = uploadForm.safeParse(upload)
  if (!read.success) return refused(invalid(read.error.issues.map((issue) => (issue.path[0] === 'bytes' ? { path: ['file'], message: 'no-file' } : issue))))
  const { bytes, name, why } = read.data
  const purpose = purposes[read.data.purpose]
  const judged = judgeUpload(bytes, purpose)
  const alt = 'fault' in judged || judged.size ? altField.safeParse(read.data.alt ?? '') : undefined
  const problems = [
    ...('fault' in judged ? [{ path: ['file'], message: judged.fault }] : []),
    ...(alt && !alt.success ? alt.error.issues.map(({ message }) => ({ path: ['alt'], message })) : []),
  ]
  if ('fault' in judged || problems.length > 0) return refused(invalid(problems))
  const antivirus = antivirusAt(process.env.SAMSYN_ANTIVIRUS)
  const verdict = antivirus ? await scanBytes(bytes, antivirus) : 'clean'
  if (verdict !== 'clean') return refused(invalid([{ path: ['file'], message: verdict === 'found' ? 'virus-found' : 'antivirus-unreachable' }]))
  const kept: Kept | undefined = judged.size ? await encodeImage(bytes, judged.mediaType, purpose) : { bytes: Buffer.from(bytes), mediaType: judged.mediaType }
  if (!kept) return refused(invalid([{ path: ['file'], message: 'not-whole' }]))
  return store.transaction(async () => {
    const id = await store.putFile({
      sha256: createHash('sha256').update(kept.bytes).digest('hex'),
      kind: judged.size ? 'image' : 'document',
      mediaType: kept.mediaType,
      width: kept.width ?? null,
      height: kept.height ?? null,
      size: kept.bytes.length,
      alt: alt?.data ?? null,
      isForAll: read.data.purpose === 'picture',
      name: cleanFileName(name, extensions[kept.mediaType]),
      bytes: kept.bytes,
      uploadedBy: actor.person,
      uploadedAt: now.at,
      why,
    })
    await recordEvent({ actor, role, act: 'file-uploaded', subject: { kind: 'file', id }, why, now })
    return granted({ id })
  })
}

type Kept = { readonly bytes: Buffer; readonly mediaType: MediaType; readonly width?: number; readonly height?: number }
