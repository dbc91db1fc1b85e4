import type { Suggestion } from '#text'

/** Suggestions of many texts as a few long rows of numbers, which go from one thread to another at once, and are unpacked one text at a time. */
export type PackedSuggestions = {
  readonly codes: readonly string[]
  /** How many suggestions each text has room for. */
  readonly most: number
  /** The code of each suggestion, by its place among the codes; -1 where there is none. */
  readonly code: Int16Array<ArrayBuffer>
  readonly certainty: Float32Array<ArrayBuffer>
  /** The words of each suggestion end here in `words`, parted by line ends. */
  readonly wordsEnd: Uint32Array<ArrayBuffer>
  readonly words: string
}

/** Packs the suggestions of texts, in their order. */
export function packSuggestions(codes: readonly string[], suggestions: readonly (readonly Suggestion[])[], most: number): PackedSuggestions {
  const size = suggestions.length * most
  const [code, certainty, wordsEnd] = [new Int16Array(size).fill(-1), new Float32Array(size), new Uint32Array(size)]
  const numberOf = new Map(codes.map((each, at) => [each, at]))
  const words: string[] = []
  let length = 0
  for (let at = 0; at < size; at++) {
    const suggestion = suggestions[Math.floor(at / most)]?.[at % most]
    if (suggestion) {
      code[at] = numberOf.get(suggestion.code) ?? -1
      certainty[at] = suggestion.certainty
      const said = suggestion.why.join('\n')
      words.push(said)
      length += said.length
    }
    wordsEnd[at] = length
  }
  return { codes, most, code, certainty, wordsEnd, words: words.join('') }
}

/** The suggestions of the text at a place, the surest first. */
export function suggestionsAt({ codes, most, code, certainty, wordsEnd, words }: PackedSuggestions, text: number): { code: string; certainty: number; why: string[] }[] {
  return Array.from({ length: most }, (_, at) => text * most + at).flatMap((at) => {
    const found = codes[code[at] ?? -1]
    if (found === undefined) return []
    const said = words.slice(at === 0 ? 0 : wordsEnd[at - 1], wordsEnd[at])
    return [{ code: found, certainty: certainty[at] ?? 0, why: said === '' ? [] : said.split('\n') }]
  })
}
