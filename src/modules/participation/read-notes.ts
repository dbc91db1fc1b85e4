import type { Actor } from '#kernel/actor'
import type { Day } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { forgetOldBursts, keepBursts, shortestAlike } from './count-arrival.ts'
import { logReading } from './log-reading.ts'
import { resemblingOnce } from './resemble-once.ts'
import { hideMaskedWords } from './rules/hide-masked-words.ts'
import * as store from './store.server.ts'

/** So many answers with the same text, or nearly, are told of. */
const fewestAlike = 3
const mostShown = 50
const mostCompared = 20_000

type Text = Awaited<ReturnType<typeof store.listTexts>>[number]
export type AlikeTexts = Pick<Text, 'text' | 'answers' | 'sources' | 'from' | 'to'>
/** `text` is the one that most have written, `unlike` the one of the others that resembles it least; `wordings` is how many they are in all. */
export type NearlyAlike = AlikeTexts & { readonly unlike: string; readonly wordings: number }
export type NotesReading = {
  readonly bursts: Awaited<ReturnType<typeof store.listBursts>>
  readonly alike: readonly AlikeTexts[]
  readonly nearly: readonly NearlyAlike[]
  /** There are more texts than are compared: only the most common of them were. */
  readonly isCut: boolean
}

/**
 * What may be worth a look in the answers of a dialogue: many in a short time, and the same words, or nearly the same, in several. Texts are compared as they
 * may be shown: a masked one by its masked words. Nothing comes of it by itself. That the texts are read is written down.
 */
export async function readNotes(dialogueId: string, actor: Actor, now: Moment): Promise<NotesReading> {
  await keepBursts(now)
  await forgetOldBursts(now)
  const [bursts, found] = [await store.listBursts(dialogueId), await store.listTexts(dialogueId, shortestAlike, mostCompared + 1)]
  const texts = found.slice(0, mostCompared)
  const alike = texts
    .filter(({ answers }) => answers >= fewestAlike)
    .slice(0, mostShown)
    .map(({ text, answers, sources, from, to }) => ({ text, answers, sources, from, to }))
  const nearly = await nearlyAlike(dialogueId, texts)
  const shown = alike.length + 2 * nearly.length
  if (shown > 0) await logReading(actor, 'notes', Array(shown).fill({ dialogueId }), now)
  return { bursts, alike, nearly, isCut: found.length > mostCompared }
}

async function nearlyAlike(dialogueId: string, texts: readonly Text[]): Promise<NearlyAlike[]> {
  const compared = texts.map(({ text, answers }) => ({ text, times: answers }))
  const groups = await resemblingOnce(dialogueId, compared)
  return groups
    .flatMap(({ first, others }) => {
      const said = [first, ...others.map(({ at }) => at)].flatMap((at) => texts[at] ?? [])
      const least = others.reduce((one, other) => (other.resemblance < one.resemblance ? other : one))
      const [text, unlike] = [texts[first]?.text, texts[least.at]?.text]
      // Masked, two texts may have become one.
      if (text === undefined || unlike === undefined || text === unlike) return []
      // What was masked in one is not to be read in another that is nearly the same.
      const masked = said.flatMap((one) => (one.original === null ? [] : [{ text: one.original, masked: one.text }]))
      const shown = (words: string) => (masked.some((one) => one.masked === words) ? words : hideMaskedWords(words, masked))
      return [{ text: shown(text), unlike: shown(unlike), wordings: said.length, ...together(said) }]
    })
    .filter(({ answers }) => answers >= fewestAlike)
    .sort((one, other) => other.answers - one.answers || (one.text < other.text ? -1 : 1))
    .slice(0, mostShown)
}

/** The answers that texts stand in, each once. */
function together(said: readonly Text[]): Omit<AlikeTexts, 'text'> {
  const days = said.flatMap(({ from, to }) => [from, to]).sort()
  return {
    answers: new Set(said.flatMap(({ responses }) => responses)).size,
    sources: [...new Set(said.flatMap(({ sources }) => sources))].sort(),
    from: days[0] as Day,
    to: days.at(-1) as Day,
  }
}
