import type { SentForm } from '#http/read-form'
import type { QuestionInput } from '../question-schema.ts'
import type { QuestionReading } from '../read-survey.ts'
import { readChoiceLines, writeChoiceLines } from '../rules/choice-lines.ts'
import type { Choice, QuestionKind } from '../rules/question.ts'

export type FieldProblem = { readonly field: string; readonly text: string }
type Sent = { readonly question: QuestionInput; readonly problems: readonly { readonly field: string; readonly problem: string }[] }

const hasChoices: ReadonlySet<QuestionKind> = new Set(['one', 'several', 'matrix', 'ranking', 'place', 'picture'])
const limits: Partial<Record<QuestionKind, readonly ('least' | 'most' | 'longest' | 'earliest' | 'latest')[]>> = {
  lines: ['longest'],
  text: ['longest'],
  several: ['least', 'most'],
  scale: ['least', 'most'],
  ranking: ['most'],
  number: ['least', 'most'],
  date: ['earliest', 'latest'],
}
const ofScale = ['leastLabel', 'leastLabelEnglish', 'mostLabel', 'mostLabelEnglish'] as const

/** The question that a form was sent with. Choices that were there before keep their keys; what its kind has no field for stays as it was. */
export function questionSent(form: SentForm, kind: QuestionKind, before?: QuestionReading): Sent {
  const text = (name: string) => form.text(name)
  const choices = readChoiceLines({ labels: text('choices'), english: text('choicesEnglish'), pictures: text('pictures'), alone: text('alone') }, before?.form.choices ?? [])
  const rows = readChoiceLines({ labels: text('rows'), english: text('rowsEnglish') }, before?.form.rows ?? [])
  const numbers = Object.fromEntries((limits[kind] ?? []).map((name) => [name, text(name).trim()]))
  const question = {
    kind,
    wording: text('wording'),
    wordingEnglish: text('wordingEnglish'),
    hint: text('hint'),
    hintEnglish: text('hintEnglish'),
    required: kind !== 'information' && form.has('required'),
    stance: text('stance') || null,
    axis: text('axis') || undefined,
    maxLines: text('maxLines') || undefined,
    sectionHeading: text('sectionHeading'),
    sectionHeadingEnglish: text('sectionHeadingEnglish'),
    background: before?.background ?? null,
    form: {
      ...numbers,
      ...(hasChoices.has(kind) && { choices: choices.choices.map(asSent) }),
      ...(kind === 'matrix' && { rows: rows.choices.map(asSent) }),
      ...((kind === 'one' || kind === 'several') && form.has('other') && { other: true }),
      ...(kind === 'scale' && Object.fromEntries(ofScale.map((name) => [name, text(name)]))),
      ...(kind === 'number' && { whole: form.has('whole'), unit: text('unit'), unitEnglish: text('unitEnglish') }),
      ...(kind === 'place' && form.has('point') && { point: true }),
    },
  } as QuestionInput
  const where = { 'english-lines': 'choicesEnglish', 'picture-lines': 'pictures', 'not-among-choices': 'alone' } as const
  return {
    question,
    problems: [
      ...(hasChoices.has(kind) && choices.problem ? [{ field: where[choices.problem], problem: choices.problem }] : []),
      ...(kind === 'matrix' && rows.problem ? [{ field: 'rowsEnglish', problem: rows.problem }] : []),
    ],
  }
}

// In a form what is left out is nothing, not null.
function asSent({ labelEnglish, ...choice }: Choice) {
  return { ...choice, labelEnglish: labelEnglish ?? undefined }
}

/** A question as the fields of its form. */
export function keptOfQuestion(question: QuestionReading): Record<string, string> {
  const { form } = question
  const [choices, rows] = [writeChoiceLines(form.choices), writeChoiceLines(form.rows)]
  const texts = ['wording', 'wordingEnglish', 'hint', 'hintEnglish', 'sectionHeading', 'sectionHeadingEnglish', 'stance', 'axis', 'maxLines'] as const
  const own = ['least', 'most', 'longest', 'earliest', 'latest', ...ofScale, 'unit', 'unitEnglish'] as const
  return {
    ...Object.fromEntries(texts.map((name) => [name, String(question[name] ?? '')])),
    ...Object.fromEntries(own.map((name) => [name, typeof form[name] === 'number' ? String(form[name]).replace('.', ',') : (form[name] ?? '')])),
    ...{ choices: choices.labels, choicesEnglish: choices.english, pictures: choices.pictures, alone: choices.alone, rows: rows.labels, rowsEnglish: rows.english },
    ...(question.required && { required: 'ja' }),
    ...(form.other && { other: 'ja' }),
    ...(form.point && { point: 'ja' }),
    ...(form.whole !== false && { whole: 'ja' }),
  }
}

const unreadable: Record<string, string> = {
  least: 'Skriv ett tal, till exempel 1',
  most: 'Skriv ett tal, till exempel 5',
  longest: 'Skriv ett helt tal från 20 till 5 000',
  earliest: 'Välj en dag',
  latest: 'Välj en dag',
}

/** Problems as the schema names them, each at the field of the form where it is mended. */
export function atItsField(problems: readonly FieldProblem[], codes: readonly string[] = []): FieldProblem[] {
  return problems.map(({ field, text }, index) => {
    const [, list, label] = /^(?:question\.)?form\.(choices|rows)(?:\.\d+\.(\w+))?$/.exec(field) ?? []
    if (list) return { field: label === 'picture' ? 'pictures' : label === 'labelEnglish' ? `${list}English` : list, text }
    const name = field.replace(/^question\./, '').replace(/^form\./, '')
    if (codes[index] === 'ends-before-it-starts' && name === 'most') return { field: name, text: 'Det högsta kan inte vara lägre än det lägsta' }
    // What is neither a number nor left out the schema has no word for.
    const isOdd = codes[index] !== undefined && !/^[a-z-]+$/.test(codes[index])
    return { field: name, text: isOdd ? (unreadable[name] ?? text) : text }
  })
}
