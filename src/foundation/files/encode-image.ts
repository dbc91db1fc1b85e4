import type { Transformer } from '@napi-rs/image'
import type { MediaType } from './rules/media-types.ts'
import { type PixelSize, pixelSizeOf } from './rules/pixel-size.ts'
import type { Purpose } from './rules/purposes.ts'

export type EncodedImage = PixelSize & { readonly bytes: Buffer; readonly mediaType: MediaType }

// Orientations from here on lie on their side (EXIF).
const firstOnItsSide = 5

/**
 * An image drawn anew from its pixels: turned as it was held, scaled down to what it is for, and without anything that was not pixels (places, names,
 * colour profiles, comments, what hung after the end). The work is done outside the event loop. Nothing when it can't be unpacked, or not made small enough.
 */
export async function encodeImage(bytes: Uint8Array, mediaType: MediaType, purpose: Purpose): Promise<EncodedImage | undefined> {
  // Loaded when it is needed first: most processes never draw an image.
  const { ResizeFit, Transformer } = await import('@napi-rs/image')
  try {
    const { width, height, orientation = 1 } = await new Transformer(bytes).metadata(true)
    const [wide, high] = orientation >= firstOnItsSide ? [height, width] : [width, height]
    for (const scale of [1, 0.75, 0.5]) {
      const box = { width: Math.round(purpose.width * scale), height: Math.round(purpose.height * scale) }
      const drawn = () => {
        const image = new Transformer(bytes).rotate()
        return wide > box.width || high > box.height ? image.resize({ ...box, fit: ResizeFit.Inside }) : image
      }
      for (const { type, encode } of waysFor(mediaType)) {
        const encoded = await encode(drawn())
        const size = pixelSizeOf(encoded, type)
        if (size && encoded.length <= purpose.mostStored) return { bytes: encoded, mediaType: type, ...size }
      }
    }
  } catch {
    // The decoder says what is wrong for programmers; whoever sent it needs another image.
  }
  return undefined
}

type Way = { readonly type: MediaType; encode(image: Transformer): Promise<Buffer> }
const webp = (quality: number): Way => ({ type: 'image/webp', encode: (image) => image.webp(quality) })

/** A photograph stays one; what has sharp edges keeps them as long as it is small enough. */
function waysFor(mediaType: MediaType): readonly Way[] {
  const first: Way = mediaType === 'image/jpeg' ? { type: 'image/jpeg', encode: (image) => image.jpeg(85) } : { type: 'image/png', encode: (image) => image.png() }
  return [first, webp(85), webp(60)]
}
