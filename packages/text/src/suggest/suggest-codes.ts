import { textVectors } from '../themes/text-vectors.ts'
import { wordReader } from '../words/analyse-words.ts'
import type { Lexicon } from '../words/split-compound.ts'
import type { WordTable } from '../words/word-table.ts'
import { type Calibration, calibrateCertainty, certaintyOf } from './calibrate-certainty.ts'
import { codebookLikeness } from './codebook-likeness.ts'
import { type Features, textFeatures } from './text-features.ts'
import { type Separator, scoreOf, trainSeparator } from './train-separator.ts'

export type Code = { readonly code: string; readonly name: string; readonly description: string }
export type Suggestion = { readonly code: string; readonly certainty: number; readonly why: readonly string[] }
export type AutoAccept = { readonly threshold: number; readonly expectedPrecision: number; readonly coverage: number; readonly honest: boolean }
export type Suggestions = {
  /** Of each text, the likeliest codes first. */
  readonly suggestions: readonly (readonly Suggestion[])[]
  /** From which certainty the first suggestion may be taken unread; undefined where nothing is coded to tell from. */
  readonly autoAccept: AutoAccept | undefined
}

/**
 * Codes for texts, from what is coded so far and from the words of the codebook.
 *
 * Method: text.md §4 and §6.7: one linear support vector machine a code on words, runs of letters and meaning, plus the codebook's likeness as a prior
 * that fades (weight 0.4 to 50 coded texts, 0.2 to 200, 0.1 after; alone where nothing is coded). Certainty by Platt scaling of scores from five-fold
 * cross-validation. *Why* names words of the text without which the score falls. Auto-accept aims at 80 % right: the threshold comes from the
 * cross-validation, and with fewer than 200 coded texts it promises too much (`honest` is false).
 *
 * Throws RangeError for a code that is not in the codebook.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: [], formCounts: [], stems: ['buss', 'skog'], stemCounts: [1, 1], dimensions: 2, vectors: Int8Array.of(127, 0, 0, 127), scales: [1, 1] }))
 * const codebook = [{ code: 'b', name: 'Buss', description: '' }, { code: 's', name: 'Skog', description: '' }]
 * const { suggestions } = suggestCodes(['bussen', 'skogen', 'bussar'], codebook, new Map(), table, lexiconOf(table))
 * suggestions.map(([first]) => first.code) // => ['b', 's', 'b']
 */
export function suggestCodes(
  texts: readonly string[],
  codebook: readonly Code[],
  coded: ReadonlyMap<number, readonly string[]>,
  table: WordTable,
  lexicon: Lexicon,
  { most = 3, why = true }: { most?: number; why?: boolean } = {},
): Suggestions {
  const places = new Map(codebook.map(({ code }, at) => [code, at]))
  for (const codes of coded.values()) for (const code of codes) if (!places.has(code)) throw new RangeError(`The code ${code} is not in the codebook`)
  const read = wordReader(lexicon)
  const words = texts.map(read)
  const codeWords = codebook.map(({ name, description }) => read(`${name}. ${description}`))
  const vectors = textVectors([...words, ...codeWords], table)
  const vocabulary = new Map(vectors.vocabulary.map((stem, at) => [stem, at]))
  const prior = codebookLikeness(vectors, texts.length)
  const known = [...coded.keys()].sort((one, other) => one - other)
  const labels = codebook.map(({ code }) => known.map((text) => coded.get(text)?.includes(code) ?? false))
  const features = known.length > 0 ? textFeatures(words, { ...vectors, terms: vectors.terms.slice(0, texts.length) }) : undefined
  const priorWeight = known.length === 0 ? 1 : known.length <= 50 ? 0.4 : known.length <= 200 ? 0.2 : 0.1
  const separators = features ? labels.map((has) => learn(features, known, has)) : []
  const score = (text: number, code: number) => (features ? scoreText(features, text, separators[code]) : 0) + priorWeight * (prior[text * codebook.length + code] as number)
  const checked = features ? crossValidated(features, known, labels, (text, code) => priorWeight * (prior[text * codebook.length + code] as number)) : undefined
  const calibration = checked?.calibration ?? unproven
  const suggestions = texts.map((_, text) => {
    const ranked = codebook
      .map(({ code }, at) => ({ code, at, score: score(text, at) }))
      .sort((one, other) => other.score - one.score || one.at - other.at)
      .slice(0, most)
    return ranked.map(({ code, at, score: own }) => ({ code, certainty: certaintyOf(calibration, own), why: why ? tellingWords(text, at) : [] }))
  })
  return { suggestions, autoAccept: checked?.autoAccept }

  /** The words whose going takes most away: of the code's words and of its plane. */
  function tellingWords(text: number, code: number): string[] {
    const own = words[text] ?? []
    const found = new Map<string, number>()
    for (const { word, stems } of own) {
      const worth = stems.reduce((sum, stem) => sum + stemWorth(stem, code), 0)
      if (worth > 0) found.set(word, Math.max(worth, found.get(word) ?? 0))
    }
    return [...found]
      .sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
      .slice(0, 3)
      .map(([word]) => word)
  }

  function stemWorth(stem: string, code: number): number {
    const at = table.stemAt.get(stem)
    const { dimensions } = table
    let worth = 0
    if (at !== undefined) {
      const base = (texts.length + code) * dimensions
      const scale = (table.scales[at] as number) / 127
      const plane = separators[code]?.weights
      for (let k = 0; k < dimensions; k++) {
        const value = scale * (table.vectors[at * dimensions + k] as number)
        worth += priorWeight * value * (vectors.meanings[base + k] as number)
        if (plane && features) worth += value * (plane[features.width - dimensions + k] as number)
      }
    }
    const term = vocabulary.get(stem)
    if (term !== undefined && separators[code]) worth += separators[code].weights[term] as number
    return worth
  }
}

// Where nothing is coded nobody knows how often the codebook's words are right: said with care.
const unproven: Calibration = { slope: -0.9, offset: 1.6 }
const folds = 5
const aim = 0.8
// Few texts are gone through three times, each time parted in another way.
const fewCoded = 150
const honestFrom = 200
// What a text scores for a code that nobody has used yet, but for the codebook's words.
const unseen = -0.8

function learn(features: Features, texts: readonly number[], has: readonly boolean[]): Separator | undefined {
  return has.some(Boolean) && has.some((each) => !each) ? trainSeparator(features, texts, has) : undefined
}

function scoreText(features: Features, text: number, separator: Separator | undefined): number {
  return separator ? scoreOf(features, text, separator) : unseen
}

type Checked = { readonly calibration: Calibration; readonly autoAccept: AutoAccept }

/** Scores every coded text by what the others teach. */
function crossValidated(
  features: Features,
  known: readonly number[],
  labels: readonly (readonly boolean[])[],
  priorOf: (text: number, code: number) => number,
): Checked | undefined {
  if (known.length < 2 * folds) return undefined
  const [scores, right]: [number[], boolean[]] = [[], []]
  const first: { score: number; right: boolean }[] = []
  const turns = known.length <= fewCoded ? 3 : 1
  for (let part = 0; part < folds * turns; part++) {
    const isOut = (at: number) => foldOf(at, Math.floor(part / folds)) === part % folds
    const learnt = known.flatMap((_, at) => (isOut(at) ? [] : [at]))
    const separators = labels.map((has) =>
      learn(
        features,
        learnt.map((at) => known[at] as number),
        learnt.map((at) => has[at] as boolean),
      ),
    )
    known.forEach((text, at) => {
      if (!isOut(at)) return
      const own = labels.map((has, code) => ({ score: scoreText(features, text, separators[code]) + priorOf(text, code), right: has[at] as boolean }))
      const ranked = own.toSorted((one, other) => other.score - one.score)
      for (const each of ranked.slice(0, 1)) {
        scores.push(each.score)
        right.push(each.right)
      }
      if (ranked[0]) first.push(ranked[0])
    })
  }
  const calibration = calibrateCertainty(scores, right)
  return { calibration, autoAccept: acceptanceOf(first, calibration, known.length) }
}

/** Which part a text falls in, another one each turn. */
function foldOf(at: number, turn: number): number {
  return turn === 0 ? at % folds : (Math.imul(at + 1 + turn * 7919, 0x9e3779b1) >>> 7) % folds
}

/** The lowest certainty from which four of five first suggestions were right. */
function acceptanceOf(first: readonly { readonly score: number; readonly right: boolean }[], calibration: Calibration, coded: number): AutoAccept {
  const ranked = first.toSorted((one, other) => other.score - one.score)
  let [rights, taken, precision] = [0, 0, 0]
  ranked.forEach((each, at) => {
    if (each.right) rights++
    if (rights / (at + 1) >= aim) [taken, precision] = [at + 1, rights / (at + 1)]
  })
  const last = ranked[taken - 1]
  return { threshold: last ? certaintyOf(calibration, last.score) : 1, expectedPrecision: precision, coverage: taken / Math.max(1, first.length), honest: coded >= honestFrom }
}
