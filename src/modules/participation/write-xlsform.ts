import type { Moment } from '#kernel/moment'
import type { ExportedFile } from './export-answers.ts'
import type { SurveyReading } from './read-survey.ts'
import { type Unsaid, xlsFormOf } from './rules/xlsform-rows.ts'
import { writeWorkbook } from './write-workbook.ts'
import { zipFiles } from './zip-files.ts'

/** The questions of a dialogue as an XLSForm. */
export function writeXlsForm(dialogue: SurveyReading, now: Moment): ExportedFile {
  const { survey, choices, settings } = xlsFormOf(dialogue, dialogue.questions)
  const sheets = [
    { name: 'survey', rows: survey },
    { name: 'choices', rows: choices },
    { name: 'settings', rows: settings },
  ]
  return {
    name: `${dialogue.slug}-xlsform.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    // Our own words, and names that must stay what they are: -2 is a step of a scale.
    content: zipFiles(
      writeWorkbook(sheets, (text) => text),
      now.at,
    ),
  }
}

/** What of the questions an XLSForm can't say, each with its words. */
export function unsaidInForm(dialogue: SurveyReading): { readonly key: string; readonly what: Unsaid; readonly wording: string }[] {
  const words = new Map(dialogue.questions.map(({ key, wording }) => [key, wording]))
  return xlsFormOf(dialogue, dialogue.questions).unsaid.map(({ key, what }) => ({ key, what, wording: words.get(key) ?? key }))
}
