import { questionField } from './question-schema.ts'
import { readWorkbook, type WorkbookFault } from './read-workbook.ts'
import { type LeftOut, questionsOfXlsForm, type TakenQuestion } from './rules/questions-of-xlsform.ts'
import { formSheet } from './rules/sheets-of-xlsform.ts'
import { misplacedConditions, sectionsOf } from './rules/show-question.ts'

export type XlsFormReading = { readonly questions: readonly Omit<TakenQuestion, 'line'>[]; readonly leftOut: readonly LeftOut[] }
export type XlsFormFault = WorkbookFault | 'no-survey' | 'no-questions'

/** Reads a workbook with the sheets of an XLSForm as questions that a draft can have, and tells all that is left out. Stores nothing. */
export function readXlsForm(bytes: Uint8Array): XlsFormReading | XlsFormFault {
  const sheets = readWorkbook(bytes, ['survey', 'choices', 'settings'])
  if (typeof sheets === 'string') return sheets
  const sheet = (name: string) => formSheet(sheets.find((each) => each.name === name)?.rows ?? [])
  const survey = sheet('survey')
  if (!survey.columns.includes('type')) return 'no-survey'
  const own = /english|\(en\)/i.test(sheet('settings').rows[0]?.cells.default_language ?? '') ? 'english' : 'swedish'
  const read = questionsOfXlsForm(survey, sheet('choices'), own)
  const leftOut = [...read.leftOut]
  const told = ({ line }: TakenQuestion, column: string, what: LeftOut['what'], text: string) => leftOut.push({ sheet: 'survey', line, column, what, text })
  const able = read.questions.flatMap((question) => {
    const checked = questionField.safeParse(asSent(question))
    if (checked.success) return [question]
    const [issue] = checked.error.issues
    told(question, String(issue?.path[0] ?? 'type').replace(/^wording.*/, 'label'), 'question', issue?.message ?? '')
    return []
  })
  const questions = inLaterParts(able, (question) => told(question, 'relevant', 'new-part', question.wording))
  const misplaced = new Set(misplacedConditions(questions.map(asQuestion)).map(({ key }) => key))
  for (const question of questions) if (misplaced.has(question.key)) told(question, 'relevant', 'relevant', question.wording)
  if (questions.length === 0) return 'no-questions'
  return { questions: questions.map(({ line: _, ...question }) => (misplaced.has(question.key) ? { ...question, showIf: null } : question)), leftOut }
}

/** Without script a page can't change while it is filled in: a question that hangs on another of its part begins a part of its own. */
function inLaterParts(questions: readonly TakenQuestion[], tell: (question: TakenQuestion) => void): TakenQuestion[] {
  const all: TakenQuestion[] = []
  for (const question of questions) {
    const own = question.sectionHeading === null ? (sectionsOf(all).at(-1) ?? []) : []
    const hangsHere = question.showIf?.conditions.some(({ question: on }) => own.some(({ key }) => key === on)) ?? false
    if (hangsHere) tell(question)
    all.push(hangsHere ? { ...question, sectionHeading: 'Fortsättning', sectionHeadingEnglish: 'Continued' } : question)
  }
  return all
}

/** A question as forms and interfaces send it: what it hasn't is left out. */
export function asSent(question: object): object {
  return Object.fromEntries(Object.entries(question).filter(([, value]) => value !== null))
}

function asQuestion({ line: _, ...question }: TakenQuestion) {
  return { ...question, id: question.key, maxLines: 3 }
}
