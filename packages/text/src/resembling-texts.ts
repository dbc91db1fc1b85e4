import { tokenise } from './words/tokenise.ts'

/** A text, and how many have written just it. */
export type WrittenText = { readonly text: string; readonly times: number }
export type ResemblingGroup = {
  /** The text that most have written, by its number. */
  readonly first: number
  /** Texts that resemble it, by their number, with how much; in their order. */
  readonly others: readonly { readonly at: number; readonly resemblance: number }[]
}

// Pairs of words have numbers of their own as long as there are fewer words than this.
const mostWords = 2 ** 26
// A run that so many groups begin with tells nothing of any of them. It bounds the work for texts of a few words over and over.
const mostHolding = 100
// So many runs are looked at between pauses: some hundredths of a second.
const betweenPauses = 500_000

/**
 * Texts that are the same but for small things: capitals, punctuation, a greeting, a few words, as when many send the same letter. Each text is compared with
 * those that more have written, the most written first (of equals, the first by its letters), and stands with the one that it resembles most; one that
 * resembles none begins a group of its own. So all in a group resemble its first, and the order of the texts makes no difference. Groups of one are left out.
 *
 * Method: resemblance as of Broder (On the resemblance and containment of documents, 1997) of runs of two words. Two texts whose resemblance is `atLeast`
 * share one of the rarest runs of each, so only those that do are compared (prefix filtering: Xiao, Wang, Lin & Yu, Efficient similarity joins for near
 * duplicate detection, WWW 2008). None is missed, but where a hundred groups begin with texts that share such a run: a later one is then not compared by it.
 * `pause` is awaited now and then, so that a server can do other things.
 *
 * @example
 * const texts = ['Rusta upp badplatsen vid sjön nu.', 'Hej! Rusta upp badplatsen vid sjön, nu', 'Fler bussar'].map((text) => ({ text, times: 1 }))
 * (await resemblingTexts(texts)).map(({ first, others }) => [first, ...others.map(({ at }) => at)]) // => [[1, 0]]
 */
export async function resemblingTexts(texts: readonly WrittenText[], pause: () => Promise<void> = async () => {}, atLeast = 0.7): Promise<ResemblingGroup[]> {
  const numbers = new Map<string, number>()
  const holding: number[] = [0]
  const runs: Float64Array[] = Array(texts.length)
  const order = inOrder(texts)
  let work = 0
  for (const at of order) {
    const words = tokenise((texts[at] as WrittenText).text).map(({ word }) => numberOf(word, numbers))
    for (const word of new Set(words)) holding[word] = (holding[word] ?? 0) + 1
    runs[at] = Float64Array.from(new Set(runsOf(words)))
    // To take a text apart is far dearer than to compare it.
    work += 20 * words.length
    if (work > betweenPauses) {
      await pause()
      work = 0
    }
  }
  const rarity = (run: number) => (holding[Math.floor(run / mostWords)] as number) * Math.max(1, holding[run % mostWords] as number)
  const holders = new Map<number, number[]>()
  const groups = new Map<number, { at: number; resemblance: number }[]>()
  const turns = new Float64Array(texts.length)
  for (const [turn, at] of order.entries()) {
    const own = runs[at] as Float64Array
    turns[at] = turn
    if (own.length === 0) continue
    const prefix = rarestOf(own, rarity, own.length - Math.ceil(atLeast * own.length - 1e-9) + 1)
    const among = new Set(prefix.flatMap((run) => holders.get(run) ?? []))
    const nearest = nearestOf(own, among, { runs, turns }, atLeast)
    work += (among.size + 20) * own.length
    if (work > betweenPauses) {
      await pause()
      work = 0
    }
    if (nearest) {
      groups.get(nearest.first)?.push({ at, resemblance: nearest.resemblance })
      continue
    }
    groups.set(at, [])
    for (const run of prefix) {
      const before = holders.get(run)
      if (!before) holders.set(run, [at])
      else if (before.length < mostHolding) before.push(at)
    }
  }
  return [...groups].filter(([, others]) => others.length > 0).map(([first, others]) => ({ first, others: others.sort((one, other) => one.at - other.at) }))
}

/**
 * How much two texts resemble each other: the share of all their runs of two words that both have, 0 to 1. Capitals and punctuation make no difference.
 *
 * @example
 * resemblance('Fler bussar till byn', 'fler bussar till skolan!') // => 0.5
 */
export function resemblance(one: string, other: string): number {
  const numbers = new Map<string, number>()
  const [ours, theirs] = [one, other].map((text) => new Set(runsOf(tokenise(text).map(({ word }) => numberOf(word, numbers))))) as [Set<number>, Set<number>]
  const shared = [...ours].filter((run) => theirs.has(run)).length
  const all = ours.size + theirs.size - shared
  return all === 0 ? 0 : shared / all
}

function numberOf(word: string, numbers: Map<string, number>): number {
  const number = numbers.get(word) ?? numbers.size + 1
  numbers.set(word, number)
  return number
}

/** Runs of two words, each as a number; a text of one word has that. */
function runsOf(words: readonly number[]): number[] {
  const [only] = words
  if (words.length === 1 && only !== undefined) return [only * mostWords]
  return words.slice(1).map((word, before) => (words[before] as number) * mostWords + word)
}

/** The most written first, then by letters. */
function inOrder(texts: readonly WrittenText[]): number[] {
  return texts
    .map((_, at) => at)
    .sort((one, other) => {
      const [a, b] = [texts[one] as WrittenText, texts[other] as WrittenText]
      return b.times - a.times || (a.text < b.text ? -1 : a.text > b.text ? 1 : one - other)
    })
}

function rarestOf(runs: Float64Array, rarity: (run: number) => number, many: number): number[] {
  return [...runs].sort((one, other) => rarity(one) - rarity(other) || one - other).slice(0, many)
}

type Begun = { readonly runs: readonly Float64Array[] /** When each was looked at. */; readonly turns: Float64Array }

/** Of some texts the one that is resembled most, when it is enough; of equals the one that began first. */
function nearestOf(own: Float64Array, among: ReadonlySet<number>, { runs, turns }: Begun, atLeast: number) {
  let nearest: { first: number; resemblance: number } | undefined
  const ours = among.size > 0 ? new Set(own) : undefined
  for (const first of among) {
    const theirs = runs[first] as Float64Array
    if (!ours || Math.min(own.length, theirs.length) < atLeast * Math.max(own.length, theirs.length) - 1e-9) continue
    let shared = 0
    for (const run of theirs) if (ours.has(run)) shared++
    const found = shared / (own.length + theirs.length - shared)
    const isNearer = !nearest || found > nearest.resemblance || (found === nearest.resemblance && (turns[first] as number) < (turns[nearest.first] as number))
    if (found >= atLeast - 1e-9 && isNearer) nearest = { first, resemblance: found }
  }
  return nearest
}
