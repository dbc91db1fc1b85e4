import type { Day } from '#kernel/day'

export type Missing = 'questions' | 'information' | 'promise' | 'contact' | 'english' | 'time'

type Draft = {
  readonly information: string
  readonly promise: string
  readonly contact: string
  readonly titleEnglish: string | null
  readonly closesOn: Day
  readonly questions: readonly { readonly wordingEnglish: string | null }[]
}

/**
 * What is missing before a dialogue may open: everybody must know what is asked, why, what comes of it and whom to turn to;
 * a question in English needs all the others and the title in English too; and the last day must not have passed.
 */
export function missingBeforeOpening(dialogue: Draft, on: Day): Missing[] {
  const missing: Missing[] = []
  if (dialogue.questions.length === 0) missing.push('questions')
  for (const field of ['information', 'promise', 'contact'] as const) if (dialogue[field].trim() === '') missing.push(field)
  const english = [dialogue.titleEnglish, ...dialogue.questions.map(({ wordingEnglish }) => wordingEnglish)].map(Boolean)
  if (english.includes(true) && english.includes(false)) missing.push('english')
  if (dialogue.closesOn < on) missing.push('time')
  return missing
}
