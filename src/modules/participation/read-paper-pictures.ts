import { readFile } from '#files'
import type { PaperPicture } from './paper-questions.ts'
import type { SpokenChoice, SurveyQuestion } from './rules/spoken-question.ts'

/**
 * The pictures of a survey's choices, as whoever answers sees them: the files, and which picture a choice has. One that was removed or isn't public is not
 * printed, and the words of the choice stand alone.
 */
export async function readPaperPictures(questions: readonly SurveyQuestion[]) {
  const names = new Set(questions.flatMap(({ choices }) => choices.flatMap(({ picture }) => (picture ? [nameOf(picture)] : []))))
  const found = new Map<string, Awaited<ReturnType<typeof readFile>>>()
  for (const name of names) found.set(name, await readFile(name, { isSignedIn: false }))
  const files = Object.fromEntries([...found].flatMap(([name, file]) => (file?.kind === 'image' ? [[name, file.bytes] as const] : [])))
  const of = ({ picture, label }: SpokenChoice): PaperPicture | undefined => {
    const name = picture ? nameOf(picture) : ''
    if (!Object.hasOwn(files, name)) return undefined
    // What the picture shows was written in Swedish.
    const alt = found.get(name)?.alt
    return { file: name, alt: alt && label.lang === 'sv' ? { text: alt, lang: 'sv' } : label }
  }
  return { files, of }
}

/** The last part of its address. */
function nameOf(address: string): string {
  return address.split('/').at(-1) ?? ''
}
