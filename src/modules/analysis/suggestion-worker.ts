import { parentPort, workerData } from 'node:worker_threads'
import { type Code, type CodesOfTexts, keepCompared, type LearntCodes, learnInParts, lexiconOf, prepareTexts, suggesting } from '#text'
import { readWords } from './lexicon-store.server.ts'
import { type PackedSuggestions, packSuggestions } from './rules/packed-suggestions.ts'

export type SuggestionMaterial = { readonly texts: readonly string[]; readonly codebook: readonly Code[] }
type Numbers = Uint32Array<ArrayBuffer>
/**
 * What is coded and refused so far, as the number of a text and the place of a code, pair after pair; the texts that nobody has decided on, in rising order; those
 * of them to answer for first; and whether certainty must be tried on all that is coded.
 */
export type SuggestionOrder = { readonly coded: Numbers; readonly refused: Numbers; readonly undecided: Numbers; readonly first: Numbers; readonly isExact: boolean }
/** Suggestions for some of the texts: those that were asked for first, then more, and at last that there are no more. */
export type SuggestionMessage = { readonly part: 'first' | 'more' | 'last'; readonly texts: Numbers; readonly suggestions: PackedSuggestions; readonly learntFrom: number }

const most = 3
const atATime = 500

// Reading texts and learning codes is work for a thread of its own, so that the web is never held up. The texts are read once; then each order learns anew.
const { texts, codebook } = workerData as SuggestionMaterial
const table = readWords()
const prepared = prepareTexts(texts, codebook, table, lexiconOf(table))
const compare = keepCompared(prepared.rows)

// What certainty is worth takes five times as long to learn as the codes, and hardly moves by one coding more.
let tried: { readonly learnt: LearntCodes; readonly coded: number } | undefined
let trying: { readonly work: ReturnType<typeof learnInParts>; readonly coded: number } | undefined
const grown = 0.1

// All are suggested for at most a fifth of the time; those that were asked for first, each time.
const shareOfTime = 4
let allAgainFrom = 0
// Where suggesting for all was broken off: it goes on from there, so that nobody's turn never comes.
let goneTo = -1

let waiting: SuggestionOrder | undefined
let wake = () => {}
let isAtWork = false

parentPort?.on('message', (order: SuggestionOrder) => {
  waiting = order
  wake()
  if (!isAtWork) void workOff()
})

async function workOff() {
  isAtWork = true
  while (waiting) {
    const order = waiting
    waiting = undefined
    await work(order)
  }
  isAtWork = false
}

/** Learns, answers for the first, tries certainty where that is due, and answers for all. What comes meanwhile goes before all but the first. */
async function work({ undecided, first, isExact, ...taught }: SuggestionOrder) {
  const [coded, refused] = [codesOf(taught.coded), codesOf(taught.refused)]
  const steps = learnInParts(prepared, coded, { refused, compare })
  const begun = steps.next()
  if (begun.done) tried = { learnt: begun.value, coded: coded.size }
  const answer = (part: SuggestionMessage['part'], of: Numbers, suggest = suggestingNow()) => {
    const suggestions = packSuggestions(prepared.codes, suggest([...of]), most)
    const { code, certainty, wordsEnd } = suggestions
    parentPort?.postMessage({ part, texts: of, suggestions, learntFrom: coded.size } satisfies SuggestionMessage, [of.buffer, code.buffer, certainty.buffer, wordsEnd.buffer])
  }
  const suggestingNow = () =>
    suggesting(prepared, tried ? { ...begun.value, calibration: tried.learnt.calibration, thresholds: tried.learnt.thresholds } : begun.value, { most, refused })
  answer('first', first.slice())
  if (!begun.done && (isExact || tried === undefined || Math.abs(coded.size - tried.coded) > grown * tried.coded)) {
    // One that is under way is so little behind that it is gone on with.
    if (isExact || !trying) trying = { work: steps, coded: coded.size }
    if (await isBrokenOff(tryPart)) return
    answer('more', first.slice())
  }
  if (!isExact && (await comesWithin(allAgainFrom - performance.now()))) return
  const began = performance.now()
  const suggest = suggestingNow()
  const from = Math.max(
    0,
    undecided.findIndex((text) => text > goneTo),
  )
  const all = Uint32Array.from([...undecided.subarray(from), ...undecided.subarray(0, from)])
  let done = 0
  const isBroken = await isBrokenOff(() => {
    answer('more', all.slice(done, done + atATime), suggest)
    done += atATime
    goneTo = all[Math.min(done, all.length) - 1] ?? -1
    return done < all.length
  })
  if (isBroken) return
  const ended = performance.now()
  allAgainFrom = ended + shareOfTime * (ended - began)
  answer('last', new Uint32Array())
}

/** Tries a part of what is coded against the rest of it; whether there is more to try. */
function tryPart(): boolean {
  const part = trying?.work.next()
  if (!trying || !part?.done) return trying !== undefined
  tried = { learnt: part.value, coded: trying.coded }
  trying = undefined
  return false
}

/** Does part after part, at least one, until there are no more or another order has come. */
async function isBrokenOff(doPart: () => boolean): Promise<boolean> {
  while (doPart()) {
    // Messages are taken in between the parts.
    await new Promise((done) => setImmediate(done))
    if (waiting) return true
  }
  return false
}

function comesWithin(ms: number): Promise<boolean> | boolean {
  if (waiting || ms <= 0) return waiting !== undefined
  return new Promise((done) => {
    const timer = setTimeout(() => done(false), ms)
    wake = () => {
      clearTimeout(timer)
      done(true)
    }
  })
}

function codesOf(pairs: Numbers): CodesOfTexts {
  const found = new Map<number, string[]>()
  for (let at = 0; at < pairs.length; at += 2) {
    const [text, code] = [pairs[at] as number, prepared.codes[pairs[at + 1] as number] as string]
    const own = found.get(text)
    if (own) own.push(code)
    else found.set(text, [code])
  }
  return found
}
