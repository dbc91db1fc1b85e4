import type { TextIndex } from '../words/index-texts.ts'
import { denials } from '../words/speaks-against.ts'

/**
 * A name and the words that set each group of texts apart, in the form they are mostly written; a compound before its parts.
 *
 * Method: class-based TF-IDF (Grootendorst 2022): how often the stem comes in the group, times log(1 + words in a group on average / how often it comes
 * at all). Words of one text alone are passed over where there are others.
 *
 * @example
 * const lexicon = { count: () => 0, stemCount: () => 0, continued: () => 0, commonNear: () => [] }
 * nameThemes(indexTexts(['buss', 'bussar', 'skog'], lexicon), Int32Array.of(0, 0, 1), 2).map(({ name }) => name) // => ['Buss', 'Skog']
 */
export function nameThemes(
  { size, forms, stems, stemsOf, starts, words }: TextIndex,
  of: ArrayLike<number>,
  groups: number,
  most = 8,
): { readonly name: string; readonly words: string[] }[] {
  const [all, lastGroup] = [new Float64Array(stems.length), new Int32Array(stems.length).fill(-1)]
  const inGroup = Array.from({ length: groups }, () => new Map<number, { times: number; texts: number }>())
  const formTimes = new Float64Array(forms.length)
  for (let text = 0; text < size; text++) {
    const own = inGroup[of[text] as number]
    if (!own) continue
    for (let at = starts[text] as number; at < (starts[text + 1] as number); at++) {
      const form = words[at] as number
      formTimes[form] = (formTimes[form] as number) + 1
      for (const stem of stemsOf[form] as Uint32Array) {
        all[stem] = (all[stem] as number) + 1
        const before = own.get(stem) ?? own.set(stem, { times: 0, texts: 0 }).get(stem)
        if (!before) continue
        before.times++
        if (lastGroup[stem] !== text) before.texts++
        lastGroup[stem] = text
      }
    }
  }
  const average = all.reduce((sum, times) => sum + times, 0) / Math.max(1, groups)
  const written = writtenForms(forms, stems.length, stemsOf, formTimes)
  return inGroup.map((own) => {
    const ranked = [...own]
      .flatMap(([stem, { times, texts }]) =>
        // A word that denies turns what is said, and names nothing.
        written[stem] === undefined || denials.has(written[stem]) ? [] : [{ stem, written: written[stem], texts, worth: times * Math.log(1 + average / (all[stem] as number)) }],
      )
      .sort((one, other) => Number(other.texts > 1) - Number(one.texts > 1) || other.worth - one.worth || one.stem - other.stem)
      .slice(0, most)
      .map((each) => each.written)
    const name = ranked.slice(0, 3).join(', ')
    return { name: name.charAt(0).toUpperCase() + name.slice(1), words: ranked }
  })
}

/** Of each stem the form it is mostly written in, the shorter of two; only a whole word shows how a stem is written. */
function writtenForms(forms: readonly string[], stems: number, stemsOf: readonly Uint32Array[], times: Float64Array): (string | undefined)[] {
  const best: (number | undefined)[] = new Array(stems)
  forms.forEach((form, at) => {
    const stem = stemsOf[at]?.[0] as number
    const before = best[stem]
    const isBetter = before === undefined || (times[at] as number) > (times[before] as number)
    if (isBetter || ((times[at] as number) === (times[before] as number) && form.length < (forms[before] as string).length)) best[stem] = at
  })
  return best.map((at) => (at === undefined ? undefined : forms[at]))
}
