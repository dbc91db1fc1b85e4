export const mediaTypes = ['image/png', 'image/jpeg', 'image/webp', 'application/pdf'] as const
export type MediaType = (typeof mediaTypes)[number]

export const extensions: Record<MediaType, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp', 'application/pdf': 'pdf' }

// Readers of PDF look this far for its head, and browsers that guess look no further.
const headLength = 1024
const tailLength = 1024

/**
 * What a file is by its own first bytes. Its name and what it was sent as are never asked. Nothing when it is none of what we take.
 *
 * @example
 * mediaTypeOf(Buffer.from('%PDF-1.7')) // => 'application/pdf'
 * mediaTypeOf(Buffer.from('<svg/>')) // => undefined
 */
export function mediaTypeOf(bytes: Uint8Array): MediaType | undefined {
  const head = latin(bytes.subarray(0, 16))
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (/^RIFF.{4}WEBPVP8[ LX]/s.test(head)) return 'image/webp'
  if (/^%PDF-[12]\.\d/.test(head)) return 'application/pdf'
  return undefined
}

/** Whether a file is what its head says from the first byte to the last, so that it can't be read as something else from its end or its middle. */
export function isWhole(bytes: Uint8Array, type: MediaType): boolean {
  if (type === 'image/png') return endOfPng(bytes) === bytes.length
  // A camera may fill up with zeros after the end.
  if (type === 'image/jpeg') return /\xff\xd9\0*$/.test(latin(bytes.subarray(-tailLength)))
  if (type === 'image/webp') return bytes.length >= 12 && view(bytes).getUint32(4, true) + 8 === bytes.length
  return /%%EOF[\s\0]*$/.test(latin(bytes.subarray(-tailLength))) && !/<(?:html|script|svg|!doctype|\?xml|\?php|body|iframe)/i.test(latin(bytes.subarray(0, headLength)))
}

/** Where the last chunk of a PNG ends; nothing when the chunks don't hang together. */
function endOfPng(bytes: Uint8Array): number | undefined {
  const data = view(bytes)
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + data.getUint32(at)
    if (latin(bytes.subarray(at + 4, at + 8)) === 'IEND') return end
    at = end
  }
  return undefined
}

export function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

export function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
