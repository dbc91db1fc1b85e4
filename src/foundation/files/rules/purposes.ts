export type Purpose = {
  readonly kinds: readonly ('image' | 'document')[]
  /** What an image is scaled down to fit in; it is never scaled up. */
  readonly width: number
  readonly height: number
  /** The largest an image may be when it is encoded. */
  readonly mostStored: number
}

/** What a file is taken for decides how large it may be kept. A logo stands on every page, some pictures to choose among on one, and every page is at most 60 kB. */
export const purposes = {
  logo: { kinds: ['image'], width: 480, height: 96, mostStored: 20 * 1024 },
  picture: { kinds: ['image'], width: 480, height: 480, mostStored: 12 * 1024 },
  page: { kinds: ['image', 'document'], width: 1600, height: 1600, mostStored: 1024 * 1024 },
} as const satisfies Record<string, Purpose>

export type PurposeName = keyof typeof purposes

/** Whether an image is small enough to stand on every page. */
export function isLogoSized({ width, height, size }: { width: number | null; height: number | null; size: number }): boolean {
  const { logo } = purposes
  return width !== null && height !== null && width <= logo.width && height <= logo.height && size <= logo.mostStored
}
