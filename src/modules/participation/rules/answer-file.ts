export type FileRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> }
export type FileAnswer = { readonly line: number; readonly persons: number; readonly label: string | null; readonly lines: readonly { readonly questionId: string; readonly text: string }[] }
export type RejectedRow = { readonly line: number; readonly reason: 'empty' | 'too-long' | 'unacceptable-characters' | 'unknown-question' | 'not-a-number' }
export type Question = { readonly id: string; readonly wording: string; readonly position: number }

const longest = 2000
const unacceptable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/

/**
 * Reads the rows of a file of answers: a column for each question, named `q1`, `q2` … or by the question's own words, or the
 * two columns `question` and `text`. `persons` and `label` are for notes. What can't be used is told by its line and reason.
 */
export function readAnswerRows(questions: readonly Question[], rows: readonly FileRow[]): { answers: FileAnswer[]; rejected: RejectedRow[] } {
  const [answers, rejected]: [FileAnswer[], RejectedRow[]] = [[], []]
  for (const { line, cells } of rows) {
    const lines = linesOf(questions, cells)
    const persons = (cells.persons ?? '').trim() === '' ? 1 : Number(cells.persons)
    const reason = !lines ? 'unknown-question' : refusalOf(lines.map(({ text }) => text), persons)
    if (reason || !lines) rejected.push({ line, reason: reason ?? 'unknown-question' })
    else answers.push({ line, persons, label: cells.label?.trim() || null, lines })
  }
  return { answers, rejected }
}

function linesOf(questions: readonly Question[], cells: Readonly<Record<string, string>>): { questionId: string; text: string }[] | undefined {
  if ('question' in cells && 'text' in cells) {
    const question = findQuestion(questions, cells.question ?? '')
    return question && [{ questionId: question.id, text: (cells.text ?? '').trim() }].filter(({ text }) => text !== '')
  }
  return Object.entries(cells).flatMap(([name, text]) => {
    const question = findQuestion(questions, name)
    return question && text.trim() !== '' ? [{ questionId: question.id, text: text.trim() }] : []
  })
}

function findQuestion(questions: readonly Question[], name: string): Question | undefined {
  const sought = fold(name)
  return questions.find((question) => sought === `q${question.position + 1}` || sought === String(question.position + 1) || sought === fold(question.wording))
}

function refusalOf(texts: readonly string[], persons: number): RejectedRow['reason'] | undefined {
  if (texts.length === 0) return 'empty'
  if (!Number.isInteger(persons) || persons < 1 || persons > 10_000) return 'not-a-number'
  if (texts.some((text) => text.length > longest)) return 'too-long'
  return texts.some((text) => unacceptable.test(text) || !text.isWellFormed()) ? 'unacceptable-characters' : undefined
}

/**
 * What a file says, whatever a spreadsheet does to it: the order of columns, quoting, byte order marks, line ends, composed or
 * decomposed letters and spaces at the ends make no difference.
 */
export function canonicalRows(answers: readonly FileAnswer[]): string {
  return JSON.stringify(answers.map(({ persons, label, lines }) => [persons, fold(label ?? ''), lines.map(({ questionId, text }) => `${questionId} ${fold(text)}`).sort()]))
}

function fold(text: string): string {
  return text.normalize('NFC').replaceAll('\ufeff', '').replaceAll(/\s+/g, ' ').trim().toLowerCase()
}
