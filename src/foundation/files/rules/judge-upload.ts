import { isWhole, type MediaType, mediaTypeOf } from './media-types.ts'
import { type PixelSize, pixelSizeOf } from './pixel-size.ts'
import type { Purpose } from './purposes.ts'

export const mostImageBytes = 5 * 1024 * 1024
export const mostDocumentBytes = 10 * 1024 * 1024
// What a phone of today gives; unpacked it is 48 MB of memory.
const mostPixels = 12_000_000

export type UploadFault = 'no-file' | 'not-a-file-we-take' | 'not-an-image' | 'not-whole' | 'file-too-large' | 'too-many-pixels'

/**
 * Whether a file may be taken, by what is in it and before any of it is unpacked.
 *
 * @example
 * judgeUpload(Buffer.from('<svg onload=alert(1)>'), purposes.logo) // => { fault: 'not-a-file-we-take' }
 */
export function judgeUpload(bytes: Uint8Array, purpose: Purpose): { readonly fault: UploadFault } | { readonly mediaType: MediaType; readonly size: PixelSize | undefined } {
  if (bytes.length === 0) return { fault: 'no-file' }
  const mediaType = mediaTypeOf(bytes)
  if (!mediaType) return { fault: 'not-a-file-we-take' }
  const isDocument = mediaType === 'application/pdf'
  if (!purpose.kinds.includes(isDocument ? 'document' : 'image')) return { fault: 'not-an-image' }
  if (bytes.length > (isDocument ? mostDocumentBytes : mostImageBytes)) return { fault: 'file-too-large' }
  if (!isWhole(bytes, mediaType)) return { fault: 'not-whole' }
  if (isDocument) return { mediaType, size: undefined }
  const size = pixelSizeOf(bytes, mediaType)
  if (!size) return { fault: 'not-whole' }
  return size.width * size.height > mostPixels ? { fault: 'too-many-pixels' } : { mediaType, size }
}
