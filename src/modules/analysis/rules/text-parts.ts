import { splitStatements } from '#text'

/** A part of a text that can be pointed at, with its place in UTF-16 units. */
export type Part = { readonly from: number; readonly to: number; readonly text: string }
export type Span = { readonly from: number; readonly to: number }

const mostWords = 40

/** The parts of a text that a coder can mark from and to: its words; of a longer text its lines and sentences, and where those are few so many words at a time. */
export function partsOf(text: string): Part[] {
  const words = [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({ from: index, to: index + word.length, text: word }))
  if (words.length <= mostWords) return words
  const sentences = splitStatements(text).flatMap(({ start, text: line }) =>
    [...line.matchAll(/\S.*?(?:[.!?…]+(?=\s|$)|$)/gsu)].map(({ 0: sentence, index }) => ({ from: start + index, to: start + index + sentence.length, text: sentence })),
  )
  if (sentences.length >= mostWords / 10) return sentences
  const atATime = Math.ceil(words.length / mostWords)
  return Array.from({ length: Math.ceil(words.length / atATime) }, (_, at) => {
    const [first, last] = [words[at * atATime], words[Math.min(words.length, (at + 1) * atATime) - 1]]
    const [from, to] = [first?.from ?? 0, last?.to ?? 0]
    return { from, to, text: text.slice(from, to) }
  })
}

/**
 * A text in pieces, each with the names of the spans that cover it; none for what lies between them.
 *
 * @example
 * markSpans('Mer buss nu', [{ from: 4, to: 8, name: 'Buss' }]) // => [{ text: 'Mer ', names: [] }, { text: 'buss', names: ['Buss'] }, { text: ' nu', names: [] }]
 */
export function markSpans(text: string, spans: readonly (Span & { readonly name: string })[]): { text: string; names: string[] }[] {
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ from, to }) => [from, to])])].filter((at) => at <= text.length).sort((one, other) => one - other)
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] as number
    return { text: text.slice(from, to), names: spans.filter((span) => span.from <= from && span.to >= to).map(({ name }) => name) }
  })
}
