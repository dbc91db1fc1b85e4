/**
 * The short name of an organ, for addresses and files, out of its name.
 *
 * @example
 * keyOfName('Barn- och utbildningsnämnden') // => 'barn-och-utbildningsnamnden'
 */
export function keyOfName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '')
}
