/**
 * A part of an address made of a name, for whoever has not written one.
 *
 * @example
 * slugOf('Barn- och utbildningsnämnden') // => 'barn-och-utbildningsnamnden'
 */
export function slugOf(name: string, most = 40): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, most)
    .replaceAll(/^-+|-+$/g, '')
}
