import { type AutoAccept, acceptSure } from './accept-sure.ts'
import { type Calibration, calibrateCertainty, certaintyOf, type Judged } from './calibrate-certainty.ts'
import { chooseThresholds } from './choose-thresholds.ts'
import { type ComparedTexts, compareTexts, someCompared } from './compare-texts.ts'
import type { PreparedTexts } from './prepare-texts.ts'
import { scoreTexts } from './score-texts.ts'
import { someRows } from './some-rows.ts'
import { type Separators, trainSeparators } from './train-separators.ts'

/** By the number of a text, the codes that a person gave it. */
export type CodesOfTexts = ReadonlyMap<number, readonly string[]>

export type LearntCodes = {
  /** Undefined where nothing is coded. */
  readonly separators: Separators | undefined
  /** How much the words of the codebook weigh beside what is learnt. */
  readonly priorWeight: number
  readonly calibration: Calibration
  /** Of each code, the certainty from which it is one of a text's codes. */
  readonly thresholds: readonly number[]
  /** From which certainty the first suggestion may be taken unread; undefined where too little is coded to tell from. */
  readonly autoAccept: AutoAccept | undefined
}

export type Learning = {
  readonly refused?: CodesOfTexts
  /** Compares the taught texts, by their places; `keepCompared` spares whoever learns again and again most of it. */
  readonly compare?: (places: readonly number[]) => ComparedTexts
}

/**
 * Learns codes from what is coded and refused so far.
 *
 * Method: text.md §4 and §6.7: one linear support vector machine a code on words, runs of letters and meaning, plus the codebook's likeness as a prior
 * that fades (weight 0.4 to 50 coded texts, 0.2 to 200, 0.1 after; alone where nothing is coded). A refused code is taught as not there; nothing is
 * taken from it for the other codes. Certainty, thresholds and auto-accept come from five-fold cross-validation, three times over where few are coded;
 * without `check` they are what is usual.
 *
 * Throws RangeError for a code that is not in the codebook.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: [], formCounts: [], stems: ['buss'], stemCounts: [1], dimensions: 1, vectors: Int8Array.of(127), scales: [1] }))
 * const prepared = prepareTexts(['bussen', 'skogen'], [{ code: 'b', name: 'Buss', description: '' }, { code: 's', name: 'Skog', description: '' }], table, lexiconOf(table))
 * learnCodes(prepared, new Map([[0, ['b']], [1, ['s']]])).priorWeight // => 0.4
 */
export function learnCodes(prepared: PreparedTexts, coded: CodesOfTexts, { check = true, ...learning }: Learning & { readonly check?: boolean } = {}): LearntCodes {
  const work = learnInParts(prepared, coded, learning)
  let part = work.next()
  while (check && !part.done) part = work.next()
  return part.value
}

/**
 * The same in parts, between which others may work: first what is learnt, with the certainty that is usual; again after each part of the cross-validation, and at
 * the end with the certainty that it led to.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: [], formCounts: [], stems: ['buss'], stemCounts: [1], dimensions: 1, vectors: Int8Array.of(127), scales: [1] }))
 * const prepared = prepareTexts(['bussen', 'skogen'], [{ code: 'b', name: 'Buss', description: '' }, { code: 's', name: 'Skog', description: '' }], table, lexiconOf(table))
 * learnInParts(prepared, new Map()).next().done // => true
 */
export function* learnInParts(
  prepared: PreparedTexts,
  coded: CodesOfTexts,
  { refused = new Map(), compare = (places) => compareTexts(prepared.rows(places)) }: Learning = {},
): Generator<LearntCodes, LearntCodes> {
  const { texts, taught, isCoded } = taughtTexts(prepared, coded, refused)
  const codes = prepared.codes.length
  const many = isCoded.filter(Boolean).length
  const thresholds = prepared.codes.map(() => untested)
  if (many === 0) return { separators: undefined, priorWeight: 1, calibration: unproven, thresholds, autoAccept: undefined }
  const compared = compare(texts)
  const priorWeight = many <= 50 ? 0.4 : many <= 200 ? 0.2 : 0.1
  // The fewer there are, the more what is usual is trusted.
  const [usual, trust] = many <= 50 ? [usualForFew, 40] : [usualForMany, 20]
  const learnt = { separators: trainSeparators(compared, taught, codes), priorWeight, calibration: usual, thresholds, autoAccept: undefined }
  if (many < 2 * folds) return learnt
  const prior = (at: number, code: number) => priorWeight * (prepared.likeness[(texts[at] as number) * codes + code] as number)
  const holding = heldOut(compared, taught, codes, isCoded, prior)
  let part = holding.next()
  while (!part.done) {
    yield learnt
    part = holding.next()
  }
  const held = part.value
  const calibration = calibrateCertainty(held.judged, usual, trust)
  const certainties = held.scores.map((score, at) => certaintyOf(calibration, score, held.margins[at] as number))
  const first = held.first.map((at) => ({ certainty: certainties[at] as number, right: held.right[at] as boolean }))
  return { ...learnt, calibration, thresholds: chooseThresholds(certainties, held.right, codes), autoAccept: acceptSure(first, many) }
}

const folds = 5
// The certainty from which a code is chosen where nothing has been tested.
const untested = 0.3
// Few texts are gone through three times, each time parted in another way.
const fewCoded = 150
// The codes after the first say as much of what a score is worth.
const judgedOfEach = 4

// What is usual, as the sets of the bench have it: for the codebook's words alone, for up to fifty coded texts, and for more.
const unproven: Calibration = { score: 0.45, margin: 0.7, offset: -1.4 }
const usualForFew: Calibration = { score: 1.05, margin: 1.55, offset: -0.85 }
const usualForMany: Calibration = { score: 1.4, margin: 1.8, offset: -0.6 }

/** The texts that somebody has said something of, in an order of their own, and what was said. */
function taughtTexts({ codes, placeOf }: PreparedTexts, coded: CodesOfTexts, refused: CodesOfTexts) {
  const numberOf = new Map(codes.map((code, at) => [code, at]))
  const number = (code: string) => {
    const at = numberOf.get(code)
    if (at === undefined) throw new RangeError(`The code ${code} is not in the codebook`)
    return at
  }
  const said = [...new Set([...coded.keys(), ...refused.keys()])].sort((one, other) => (placeOf[one] as number) - (placeOf[other] as number))
  const taught = new Int8Array(said.length * codes.length)
  said.forEach((text, at) => {
    const own = coded.get(text)
    if (own) taught.fill(-1, at * codes.length, (at + 1) * codes.length)
    for (const code of refused.get(text) ?? []) taught[at * codes.length + number(code)] = -1
    for (const code of own ?? []) taught[at * codes.length + number(code)] = 1
  })
  return { texts: said.map((text) => placeOf[text] as number), taught, isCoded: said.map((text) => coded.has(text)) }
}

/** Scores every coded text by what the others teach: one row of codes after another. It stops before each part of them. */
function* heldOut(compared: ComparedTexts, taught: Int8Array, codes: number, isCoded: readonly boolean[], prior: (at: number, code: number) => number) {
  const { features } = compared
  const [scores, margins, right, first, judged]: [number[], number[], boolean[], number[], Judged[]] = [[], [], [], [], []]
  const turns = features.size <= fewCoded ? 3 : 1
  for (let part = 0; part < folds * turns; part++) {
    yield
    const isOut = (at: number) => foldOf(at, Math.floor(part / folds)) === part % folds
    const all = Array.from({ length: features.size }, (_, at) => at)
    const [learnt, out] = [all.filter((at) => !isOut(at)), all.filter((at) => isOut(at) && isCoded[at])]
    const own = scoreTexts(
      someRows(features, out),
      trainSeparators(someCompared(compared, learnt), Int8Array.from(learnt.flatMap((at) => [...taught.subarray(at * codes, (at + 1) * codes)])), codes),
    )
    out.forEach((at, place) => {
      const row = Array.from({ length: codes }, (_, code) => (own[place * codes + code] as number) + prior(at, code))
      const ranked = [...row.keys()].sort((one, other) => (row[other] as number) - (row[one] as number))
      const [best = 0, second = best] = ranked
      first.push(scores.length + best)
      row.forEach((score, code) => {
        scores.push(score)
        margins.push(codes > 1 ? score - (row[code === best ? second : best] as number) : score)
        right.push(taught[at * codes + code] === 1)
      })
      const base = scores.length - codes
      for (const code of ranked.slice(0, judgedOfEach))
        judged.push({ score: scores[base + code] as number, margin: margins[base + code] as number, right: right[base + code] as boolean })
    })
  }
  return { scores, margins, right, first, judged }
}

/** Which part a text falls in, another one each turn. */
function foldOf(at: number, turn: number): number {
  return turn === 0 ? at % folds : (Math.imul(at + 1 + turn * 7919, 0x9e3779b1) >>> 7) % folds
}
