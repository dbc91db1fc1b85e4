import { shareReads } from '#db/share-reads.server'
import { extensions, type MediaType, mediaTypes } from './rules/media-types.ts'
import * as store from './store.server.ts'

export type FileReading = {
  readonly bytes: Buffer
  readonly mediaType: MediaType
  readonly kind: 'image' | 'document'
  readonly name: string
  /** What an image shows, in words; of a document nothing. */
  readonly alt: string
  readonly isPublic: boolean
}
export type FileHead = { readonly id: string; readonly address: string; readonly alt: string; readonly width: number; readonly height: number; readonly size: number }

/**
 * A file by the last part of its address, `<sha256>.<ext>`, whole and nothing less. Nothing when there is none, when it was removed, or when it is not public
 * and a stranger asks: all alike.
 */
export async function readFile(name: string, { isSignedIn }: { isSignedIn: boolean }): Promise<FileReading | undefined> {
  const [, sha256 = '', extension = ''] = /^([0-9a-f]{64})\.([a-z]{3,4})$/.exec(name) ?? []
  const mediaType = mediaTypes.find((type) => extensions[type] === extension)
  if (!mediaType) return undefined
  const file = await store.findFile(sha256, mediaType)
  const isPublic = file?.isForAll || (await store.findLogo())?.sha256 === sha256
  if (!isPublic && !isSignedIn) return undefined
  return file?.bytes ? { bytes: file.bytes, mediaType, kind: file.kind, name: file.name, alt: file.alt ?? '', isPublic } : undefined
}

/** An image that could be the logo, to look at before it is. */
export async function readImage(id: string): Promise<FileHead | undefined> {
  const file = await store.findFileHead(id)
  return file && headOf(file)
}

export type PictureReading = FileHead & { readonly uploadedAt: string; readonly uploadedBy: string }

/** The pictures that people choose by, the latest first. One that was sent twice is one. */
export async function readPictures(): Promise<PictureReading[]> {
  const pictures = (await store.listPictures()).flatMap(({ uploadedAt, uploadedBy, ...file }) => {
    const read = headOf(file)
    return read ? [{ ...read, uploadedAt, uploadedBy }] : []
  })
  return [...new Map(pictures.map((picture) => [picture.address, picture])).values()]
}

/** The municipality's logo of today. */
export async function readLogo(): Promise<FileHead | undefined> {
  return findLogo('')
}

// It is asked for at every request.
const findLogo = shareReads(async () => {
  const file = await store.findLogo()
  return file && headOf(file)
})

/** Every change of the logo, the latest first, with who made it. */
export async function readLogoHistory() {
  return store.listLogos()
}

function headOf(file: NonNullable<Awaited<ReturnType<typeof store.findLogo>>>): FileHead | undefined {
  const { id, alt, width, height, size } = file
  if (alt === null || width === null || height === null) return undefined
  return { id, alt, width, height, size, address: `/filer/${file.sha256}.${extensions[file.mediaType]}` }
}
