import { readDelimited } from './delimited-text.ts'

export type AddressProblem = 'not-an-email' | 'many-on-a-line' | 'no-unit' | 'long-unit' | 'unclosed'
export type AddressLine = { readonly line: number; readonly address: string; readonly unit: string }
export type RejectedLine = { readonly line: number; readonly problem: AddressProblem; readonly text: string }

const longestUnit = 120
const headings = /^(e-?post(adress)?|e-?mail( address)?|mejl|adress|address)$/i

/**
 * Addresses as they are pasted: one a line, or a table with the address and then the unit, with a heading or without. A line without a unit is of the one that
 * is said for all. The same address again is left out. What can't be used is told line by line.
 *
 * @example
 * readAddressLines('bo@x.example;Hemtjänsten', '', isEmail).found // => [{ line: 1, address: 'bo@x.example', unit: 'Hemtjänsten' }]
 */
export function readAddressLines(
  text: string,
  unitOfAll: string,
  isAddress: (text: string) => boolean,
): { readonly found: readonly AddressLine[]; readonly rejected: readonly RejectedLine[]; readonly twice: number } {
  const found = new Map<string, AddressLine>()
  const rejected: RejectedLine[] = []
  let twice = 0
  // Only some of the lines may have a unit, so the first says nothing of what stands between.
  const delimiter = [';', '\t'].find((sign) => text.includes(sign)) ?? ','
  for (const [at, { line, cells, unclosed }] of readDelimited(text.replace(/^\ufeff/, ''), delimiter).entries()) {
    const [address = '', ownUnit = '', ...more] = cells.map((cell) => cell.replaceAll(/[\s\p{Cf}]+/gu, ' ').trim())
    if (at === 0 && headings.test(address)) continue
    const unit = ownUnit || unitOfAll
    const problem = problemOf({ address, unit, unclosed, others: [ownUnit, ...more] }, isAddress)
    if (problem) rejected.push({ line, problem, text: cells.join(';') })
    else if (found.has(address.toLowerCase())) twice += 1
    else found.set(address.toLowerCase(), { line, address, unit })
  }
  return { found: [...found.values()], rejected, twice }
}

type Read = { readonly address: string; readonly unit: string; readonly unclosed: boolean; readonly others: readonly string[] }
function problemOf({ address, unit, unclosed, others }: Read, isAddress: (text: string) => boolean): AddressProblem | undefined {
  if (unclosed) return 'unclosed'
  if (others.some((other) => isAddress(other))) return 'many-on-a-line'
  if (!isAddress(address)) return 'not-an-email'
  if (unit === '') return 'no-unit'
  return unit.length > longestUnit ? 'long-unit' : undefined
}
