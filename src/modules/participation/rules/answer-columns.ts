export type Question = { readonly id: string; readonly wording: string; readonly position: number }

/** What a column of a file of answers holds: an answer to a question, or something about the answer. */
export type ColumnRole = 'id' | 'group' | 'persons' | 'label' | 'question' | 'text' | { readonly questionId: string }

const names: Readonly<Record<string, Extract<ColumnRole, string>>> = {
  id: 'id',
  group: 'group',
  grupp: 'group',
  persons: 'persons',
  personer: 'persons',
  label: 'label',
  etikett: 'label',
  question: 'question',
  fråga: 'question',
  text: 'text',
}

/**
 * What a column is for, by its name: a question's number (`q1`, `1`), its own words or its id, or one of the names above.
 * Nothing for a column that is for nothing.
 */
export function roleOf(name: string, questions: readonly Question[]): ColumnRole | undefined {
  const sought = fold(name)
  const question = questions.find(({ id, wording, position }) => [`q${position + 1}`, String(position + 1), fold(wording), id].includes(sought))
  return question ? { questionId: question.id } : names[sought]
}

/** The form in which two texts are the same to a file: composed, small letters, single spaces, none at the ends. */
export function fold(text: string): string {
  return text.normalize('NFC').replaceAll('\ufeff', '').replaceAll(/\s+/g, ' ').trim().toLowerCase()
}
