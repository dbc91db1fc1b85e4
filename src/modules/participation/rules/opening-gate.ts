export type Missing = 'questions' | 'information' | 'promise' | 'contact'

/** What is missing before a dialogue may open: everybody must know what is asked, why, what comes of it and whom to turn to. */
export function missingBeforeOpening(dialogue: { readonly information: string; readonly promise: string; readonly contact: string; readonly questions: readonly unknown[] }): Missing[] {
  const missing: Missing[] = []
  if (dialogue.questions.length === 0) missing.push('questions')
  for (const field of ['information', 'promise', 'contact'] as const) if (dialogue[field].trim() === '') missing.push(field)
  return missing
}
