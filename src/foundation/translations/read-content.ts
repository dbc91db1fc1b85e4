import type { Content, Original } from '#kernel/content'
import type { Tongue } from '#kernel/languages'
import * as store from './store.server.ts'

/**
 * What the texts of a page are in the reader's language; one statement however many there are, and none for a Swedish reader.
 * A text that its own room has in the language (`given`) is used when nothing has been put in here.
 */
export async function readContent(language: Tongue, originals: readonly (Original | string | null | undefined)[]): Promise<Content> {
  if (language === 'sv') return { language, texts: {}, onlySwedish: false, byMachine: false }
  const wanted = originals.flatMap((each): Original[] => (typeof each === 'string' ? [{ text: each }] : each ? [each] : [])).filter(({ text }) => text !== '')
  const found = await store.findTexts(language, [...new Set(wanted.map(({ text }) => text))])
  const given = wanted.flatMap(({ text, given: own }) => (own?.[language] ? [[text, own[language]] as const] : []))
  const texts = Object.fromEntries([...given, ...found.map(({ original, text }) => [original, text] as const)])
  return {
    language,
    texts,
    onlySwedish: wanted.some(({ text }) => !Object.hasOwn(texts, text)),
    byMachine: found.some(({ madeBy }) => madeBy === 'machine'),
  }
}
