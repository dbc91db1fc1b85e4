import type { LearntCodes } from './learn-codes.ts'
import type { PreparedTexts } from './prepare-texts.ts'

/**
 * Says why: the words of a text without which a code would be less certain, the weightiest first.
 *
 * Method: a word's worth is what its stems add to the score: by the codebook's meaning, by the meaning the separator has learnt, and as words.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: [], formCounts: [], stems: ['buss', 'skog'], stemCounts: [1, 1], dimensions: 2, vectors: Int8Array.of(127, 0, 0, 127), scales: [1, 1] }))
 * const prepared = prepareTexts(['bussen och skogen'], [{ code: 'b', name: 'Buss', description: '' }, { code: 's', name: 'Skog', description: '' }], table, lexiconOf(table))
 * tellingWords(prepared, learnCodes(prepared, new Map()))(0, 1) // => ['skogen']
 */
export function tellingWords({ size, codes, index, vectors, table }: PreparedTexts, { separators, priorWeight }: LearntCodes): (place: number, code: number) => string[] {
  const { dimensions } = table
  const everything = table.stemCounts.reduce((sum, count) => sum + count, 0)
  // What each direction of meaning is worth to each code.
  const directions = codes.map((_, code) =>
    Float64Array.from({ length: dimensions }, (_, k) => {
      const learnt = separators?.isLearnt[code] ? (separators.meanings[k * codes.length + code] as number) : 0
      return learnt + priorWeight * (vectors.meanings[(size + code) * dimensions + k] as number)
    }),
  )
  const known = new Map<number, number>()
  const worthOf = (form: number, code: number): number => {
    const key = form * codes.length + code
    const before = known.get(key)
    if (before !== undefined) return before
    const worth = (index.stemsOf[form] as Uint32Array).reduce((sum, stem) => sum + stemWorth(stem, code), 0)
    known.set(key, worth)
    return worth
  }
  const stemWorth = (stem: number, code: number): number => {
    const at = table.stemAt.get(index.stems[stem] as string)
    let worth = 0
    if (at !== undefined) {
      const weight = ((1e-3 / (1e-3 + (table.stemCounts[at] as number) / everything)) * (table.scales[at] as number)) / 127
      for (let k = 0; k < dimensions; k++) worth += weight * (table.vectors[at * dimensions + k] as number) * (directions[code]?.[k] as number)
    }
    const row = separators?.isLearnt[code] ? (separators.rowOf[stem] as number) : -1
    return row < 0 ? worth : worth + (separators?.weights[row * codes.length + code] as number)
  }
  return (place, code) => {
    const found = new Map<number, number>()
    for (let at = index.starts[place] as number; at < (index.starts[place + 1] as number); at++) {
      const form = index.words[at] as number
      if (!found.has(form) && worthOf(form, code) > 0) found.set(form, worthOf(form, code))
    }
    return [...found]
      .sort((one, other) => other[1] - one[1] || one[0] - other[0])
      .slice(0, 3)
      .map(([form]) => index.forms[form] as string)
  }
}
