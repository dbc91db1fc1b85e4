import { latin, type MediaType, view } from './media-types.ts'

export type PixelSize = { readonly width: number; readonly height: number }

/** How many pixels an image says that it has, read from its header before anything is unpacked. Nothing when the header can't be read. */
export function pixelSizeOf(bytes: Uint8Array, type: MediaType): PixelSize | undefined {
  const size = bytes.length < 30 ? undefined : type === 'image/png' ? ofPng(bytes) : type === 'image/jpeg' ? ofJpeg(bytes) : type === 'image/webp' ? ofWebp(bytes) : undefined
  return size && size.width > 0 && size.height > 0 ? size : undefined
}

function ofPng(bytes: Uint8Array): PixelSize | undefined {
  return latin(bytes.subarray(12, 16)) === 'IHDR' ? { width: view(bytes).getUint32(16), height: view(bytes).getUint32(20) } : undefined
}

/** The largest of all frames that a JPEG says it has: which of them a decoder chooses is not known. */
function ofJpeg(bytes: Uint8Array): PixelSize | undefined {
  const data = view(bytes)
  let largest: PixelSize | undefined
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0
    // Filling before a marker.
    if (marker === 0xff) at += 1
    // Pixels begin: no header comes after.
    else if (marker === 0xda) break
    else {
      if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
        const size = { width: data.getUint16(at + 7), height: data.getUint16(at + 5) }
        if (!largest || size.width * size.height > largest.width * largest.height) largest = size
      }
      at += 2 + data.getUint16(at + 2)
    }
  }
  return largest
}

/** The canvas of a WebP, or the one frame it has. */
function ofWebp(bytes: Uint8Array): PixelSize | undefined {
  const [data, kind] = [view(bytes), latin(bytes.subarray(12, 16))]
  if (kind === 'VP8X') return { width: 1 + (data.getUint32(24, true) & 0xffffff), height: 1 + (data.getUint32(26, true) >>> 8) }
  if (kind === 'VP8 ') return { width: data.getUint16(26, true) & 0x3fff, height: data.getUint16(28, true) & 0x3fff }
  const bits = data.getUint32(21, true)
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
}
