import type { Content } from '#kernel/content'
import type { Tongue } from '#kernel/languages'
import { readContent } from '#translations'
import type { SurveyReading } from './read-survey.ts'
import { textsOf } from './rules/survey-texts.ts'

/** A language that a survey has been written in, with its texts, and those that it is in Swedish only. */
export type WrittenLanguage = { readonly tongue: Tongue; readonly content: Content; readonly lacking: readonly string[] }

/**
 * The languages that a survey has, of those that are switched on: Swedish, and each that its title or a question of its own is written in. The background
 * questions don't count, for they have English in every survey. One statement a language.
 */
export async function readWrittenLanguages(dialogue: SurveyReading, tongues: readonly Tongue[]): Promise<WrittenLanguage[]> {
  const originals = textsOf(dialogue)
  const own = [dialogue.title, ...dialogue.questions.filter(({ background }) => background === null).map(({ wording }) => wording)]
  const written: WrittenLanguage[] = []
  for (const tongue of tongues) {
    const content = await readContent(tongue, originals)
    const has = (text: string) => tongue === 'sv' || Object.hasOwn(content.texts, text)
    if (own.some(has)) written.push({ tongue, content, lacking: [...new Set(originals.map(({ text }) => text))].filter((text) => !has(text)) })
  }
  return written
}
