import type { z } from 'zod'
import type { SentForm } from '#http/read-form'
import type { SurveyReading } from '../read-survey.ts'
import type { dialogueForm } from '../schema.ts'

const fewestRows = 5
const mostRows = 12
const fields = [
  'processId',
  'stepId',
  'groupId',
  'slug',
  'title',
  'titleEnglish',
  'kind',
  'information',
  'informationEnglish',
  'promise',
  'promiseEnglish',
  'contact',
  'legalBasis',
  'opensOn',
  'opensTime',
  'closesOn',
  'closesTime',
  'retention',
  'retentionYears',
  'draftDays',
] as const
// What a form without the field means by leaving it out.
const withDefault: ReadonlySet<string> = new Set(['opensTime', 'closesTime', 'retention', 'draftDays'])
const ofQuestion = ['wording', 'wordingEnglish', 'hint', 'hintEnglish', 'stance', 'axis', 'maxLines'] as const

/** The draft that a form was sent with. Rows without a wording are no questions. */
export function draftOf(form: SentForm): z.input<typeof dialogueForm> {
  const questions = rowsWritten(form).map((row) => {
    const { stance, axis, maxLines, ...question } = Object.fromEntries(ofQuestion.map((name) => [name, form.text(`${name}${row}`)]))
    return { ...question, stance: stance || null, axis: axis || undefined, maxLines: maxLines || undefined }
  })
  return { ...Object.fromEntries(fields.map((name) => [name, form.text(name) || (withDefault.has(name) ? undefined : '')])), questions } as unknown as z.input<typeof dialogueForm>
}

/** A problem of the third question is shown at the row that was the third to be written in. */
export function atItsRow<Problem extends { readonly field: string }>(problems: readonly Problem[], form: SentForm): Problem[] {
  const rows = rowsWritten(form)
  return problems.map((problem) => {
    const [, index, name] = /^questions\.(\d+)\.(\w+)$/.exec(problem.field) ?? []
    return index === undefined ? problem : { ...problem, field: `${name}${rows[Number(index)]}` }
  })
}

/** A draft as the fields of its form. */
export function keptOf(dialogue: SurveyReading): Record<string, string> {
  const own = { ...dialogue, groupId: dialogue.group.id }
  const asked = dialogue.questions.flatMap((question, index) => ofQuestion.map((name) => [`${name}${index + 1}`, String(question[name] ?? '')]))
  return Object.fromEntries([...fields.map((name) => [name, String(own[name] ?? '')]), ...asked])
}

/** How many rows to draw: those that are written in and two more. */
export function rowsFor(kept: Readonly<Record<string, string>>): number {
  const last = Array.from({ length: mostRows }, (_, index) => index + 1).findLast((row) => (kept[`wording${row}`] ?? '').trim() !== '') ?? 0
  return Math.min(mostRows, Math.max(fewestRows, last + 2))
}

function rowsWritten(form: SentForm): number[] {
  return Array.from({ length: mostRows }, (_, index) => index + 1).filter((row) => form.text(`wording${row}`).trim() !== '')
}
