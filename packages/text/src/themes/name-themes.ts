import type { AnalysedWord } from '../words/analyse-words.ts'

/**
 * A name and the words that set each group of texts apart, in the form they are mostly written; a compound before its parts.
 *
 * Method: class-based TF-IDF (Grootendorst 2022): how often the stem comes in the group, times log(1 + words in a group on average / how often it comes
 * at all). Words of one text alone are passed over where there are others.
 *
 * @example
 * const word = (text) => ({ word: text, start: 0, end: 4, stems: [text] })
 * nameThemes([[word('buss')], [word('buss')], [word('skog')]], Int32Array.of(0, 0, 1), 2).map(({ name }) => name) // => ['Buss', 'Skog']
 */
export function nameThemes(texts: readonly (readonly AnalysedWord[])[], of: Int32Array, groups: number, most = 8): { readonly name: string; readonly words: string[] }[] {
  const [all, forms] = [new Map<string, number>(), new Map<string, Map<string, number>>()]
  const inGroup = Array.from({ length: groups }, () => new Map<string, { times: number; texts: number }>())
  texts.forEach((words, text) => {
    const seen = new Set<string>()
    for (const { word, stems } of words) {
      stems.forEach((stem, at) => {
        all.set(stem, (all.get(stem) ?? 0) + 1)
        const own = inGroup[of[text] as number]
        const before = own?.get(stem) ?? { times: 0, texts: 0 }
        own?.set(stem, { times: before.times + 1, texts: before.texts + (seen.has(stem) ? 0 : 1) })
        seen.add(stem)
        // Only a whole word shows how a stem is written.
        if (at > 0) return
        const written = forms.get(stem) ?? new Map<string, number>()
        written.set(word, (written.get(word) ?? 0) + 1)
        forms.set(stem, written)
      })
    }
  })
  const average = [...all.values()].reduce((sum, times) => sum + times, 0) / Math.max(1, groups)
  const commonest = (stem: string) =>
    [...(forms.get(stem) ?? [])].sort((one, other) => other[1] - one[1] || one[0].length - other[0].length || (one[0] < other[0] ? -1 : 1))[0]?.[0]
  return inGroup.map((own) => {
    const ranked = [...own]
      .flatMap(([stem, { times, texts: inTexts }]) => {
        const written = commonest(stem)
        return written === undefined ? [] : [{ stem, written, inTexts, worth: times * Math.log(1 + average / (all.get(stem) ?? 1)) }]
      })
      .sort((one, other) => Number(other.inTexts > 1) - Number(one.inTexts > 1) || other.worth - one.worth || (one.stem < other.stem ? -1 : 1))
      .slice(0, most)
      .map(({ written }) => written)
    const name = ranked.slice(0, 3).join(', ')
    return { name: name.charAt(0).toUpperCase() + name.slice(1), words: ranked }
  })
}
