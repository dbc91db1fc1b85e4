import type { TextIndex } from './index-texts.ts'

export type KeyWord = {
  /** As the stem is mostly written. */
  readonly word: string
  /** Texts of the group with the word, and of all others. */
  readonly here: number
  readonly elsewhere: number
  /** How many times commoner a text with the word is here, in doublings: 1 is twice as common. */
  readonly logRatio: number
  /** Log-likelihood G² with one degree of freedom: 3.84 is 5 %, 10.83 is 1 ‰. */
  readonly logLikelihood: number
}

/**
 * The words that set groups of texts apart from all the others: for each group those that are commoner there, the surest first. Texts are counted, not
 * times: one who writes a word ten times is one.
 *
 * Method: log-likelihood (Dunning 1993) for whether, log ratio with half a text added (Hardie 2014) for how much. Words under a G² of `least` are left
 * out: 10.83 unless said, for many words are asked about.
 *
 * @example
 * const lexicon = { count: () => 0, stemCount: () => 0, continued: () => 0, commonNear: () => [] }
 * const texts = [...new Array(20).fill('bussar'), ...new Array(20).fill('skog')]
 * keyness(indexTexts(texts, lexicon), texts.map((text) => (text === 'skog' ? 1 : 0)), 2)[1].map(({ word, here, elsewhere }) => [word, here, elsewhere]) // => [['skog', 20, 0]]
 */
export function keyness(index: TextIndex, groupOf: ArrayLike<number>, groups: number, { least = 10.83, most = 30 }: { least?: number; most?: number } = {}): KeyWord[][] {
  const { size, stems, stemsOf, forms, starts, words } = index
  const [within, last] = [new Uint32Array(stems.length * groups), new Int32Array(stems.length).fill(-1)]
  const [sizes, bestForm, times] = [new Uint32Array(groups), new Int32Array(stems.length).fill(-1), new Uint32Array(forms.length)]
  for (let text = 0; text < size; text++) {
    const group = groupOf[text] as number
    if (!(group >= 0 && group < groups)) continue
    sizes[group] = (sizes[group] as number) + 1
    for (let at = starts[text] as number; at < (starts[text + 1] as number); at++) {
      const form = words[at] as number
      times[form] = (times[form] as number) + 1
      for (const stem of stemsOf[form] as Uint32Array) {
        if (last[stem] === text) continue
        last[stem] = text
        within[stem * groups + group] = (within[stem * groups + group] as number) + 1
      }
    }
  }
  forms.forEach((_, form) => {
    const stem = stemsOf[form]?.[0] as number
    const before = bestForm[stem] as number
    if (before < 0 || (times[form] as number) > (times[before] as number)) bestForm[stem] = form
  })
  const all = sizes.reduce((sum, each) => sum + each, 0)
  return Array.from({ length: groups }, (_, group) => {
    const [own, others] = [sizes[group] as number, all - (sizes[group] as number)]
    const found: KeyWord[] = []
    for (let stem = 0; stem < stems.length; stem++) {
      const here = within[stem * groups + group] as number
      if (here === 0) continue
      let elsewhere = -here
      for (let other = 0; other < groups; other++) elsewhere += within[stem * groups + other] as number
      const logRatio = Math.log2((here + 0.5) / (own + 1)) - Math.log2((elsewhere + 0.5) / (others + 1))
      const logLikelihood = logLikelihoodOf(here, own, elsewhere, others)
      if (logRatio > 0 && logLikelihood >= least)
        found.push({ word: (bestForm[stem] as number) < 0 ? (stems[stem] as string) : (forms[bestForm[stem] as number] as string), here, elsewhere, logRatio, logLikelihood })
    }
    return found.sort((one, other) => other.logLikelihood - one.logLikelihood || (one.word < other.word ? -1 : 1)).slice(0, most)
  })
}

/** Of a table of two by two: with and without the word, here and elsewhere. */
function logLikelihoodOf(here: number, own: number, elsewhere: number, others: number): number {
  const all = own + others
  const part = (seen: number, expected: number) => (seen === 0 || expected === 0 ? 0 : seen * Math.log(seen / expected))
  const share = (here + elsewhere) / all
  return 2 * (part(here, own * share) + part(elsewhere, others * share) + part(own - here, own * (1 - share)) + part(others - elsewhere, others * (1 - share)))
}
