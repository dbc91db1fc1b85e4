import { type Choice, type Condition, dontKnow, type Question, type QuestionKind, type ShowIf, scaleSteps } from './question.ts'
import { sectionsOf } from './show-question.ts'
import type { SheetRow } from './written-sheet.ts'

export type AskedInForm = Question & {
  readonly wording: string
  readonly wordingEnglish: string | null
  readonly hint: string | null
  readonly hintEnglish: string | null
  readonly sectionHeadingEnglish: string | null
}
/** What of a question XLSForm has no words for. */
export type Unsaid = 'one-idea-a-line' | 'place-without-list' | 'square-of-map' | 'picture' | 'ranked-in-part' | 'unit'
export type XlsForm = {
  readonly survey: readonly SheetRow[]
  readonly choices: readonly SheetRow[]
  readonly settings: readonly SheetRow[]
  readonly unsaid: readonly { readonly key: string; readonly what: Unsaid }[]
}

const languages = ['Svenska (sv)', 'English (en)'] as const
const surveyHeading: SheetRow = ['type', 'name', ...inBoth('label'), ...inBoth('hint'), 'required', 'relevant', 'appearance', 'constraint']
const choicesHeading: SheetRow = ['list_name', 'name', ...inBoth('label')]

function inBoth(column: string): string[] {
  return languages.map((language) => `${column}::${language}`)
}

/**
 * A questionnaire as an XLSForm (https://xlsform.org): its three sheets, and what of it they can't say. A part is a group; a matrix is a group of one
 * question a row, and its questions are named by the key and the row.
 */
export function xlsFormOf(form: { readonly slug: string; readonly title: string; readonly version: number }, questions: readonly AskedInForm[]): XlsForm {
  const byKey = new Map(questions.map((question) => [question.key, question]))
  const parts = sectionsOf(questions)
  const survey = parts.flatMap((part, index): SheetRow[] => {
    const rows = part.flatMap((question) => rowsOf(question, byKey))
    const [first] = part
    if (!first || (parts.length === 1 && first.sectionHeading === null)) return rows
    return [line('begin_group', `del_${index + 1}`, [first.sectionHeading, first.sectionHeadingEnglish]), ...rows, line('end_group', '', [null, null])]
  })
  return {
    survey: [surveyHeading, ...survey],
    choices: [choicesHeading, ...questions.flatMap(listOf)],
    settings: [
      ['form_title', 'form_id', 'version', 'default_language'],
      [form.title, form.slug, String(form.version), languages[0]],
    ],
    unsaid: questions.flatMap(unsaidOf),
  }
}

type Words = readonly [swedish: string | null, english: string | null]
type More = { readonly hints?: Words; readonly required?: boolean; readonly relevant?: string; readonly appearance?: string; readonly constraint?: string }

function line(type: string, name: string, labels: Words, { hints = [null, null], required = false, relevant = '', appearance = '', constraint = '' }: More = {}): SheetRow {
  return [type, name, ...labels, ...hints, required ? 'yes' : null, relevant || null, appearance || null, constraint || null]
}

const types: Readonly<Record<Exclude<QuestionKind, 'matrix'>, string>> = {
  ...{ lines: 'text', text: 'text', one: 'select_one', picture: 'select_one', place: 'select_one', several: 'select_multiple' },
  ...{ scale: 'select_one', ranking: 'rank', number: 'integer', date: 'date', information: 'note' },
}

function rowsOf(question: AskedInForm, byKey: ReadonlyMap<string, AskedInForm>): SheetRow[] {
  const { key, kind, form, required, showIf } = question
  const name = nameOf(key)
  const labels: Words = [question.wording, question.wordingEnglish]
  const more: More = { hints: [question.hint, question.hintEnglish], required, relevant: showIf ? relevantOf(showIf, byKey) : '', constraint: constraintOf(question) }
  if (kind === 'matrix') {
    const { required: _, ...ofGroup } = more
    const rows = (form.rows ?? []).map((row) => line(`select_one ${name}`, `${name}__${nameOf(row.key)}`, [row.label, row.labelEnglish], { required }))
    return [line('begin_group', name, labels, { ...ofGroup, appearance: 'table-list' }), ...rows, line('end_group', '', [null, null])]
  }
  if (kind === 'number') return [line(form.whole === false ? 'decimal' : 'integer', name, labels, more)]
  const isListed = ['one', 'picture', 'several', 'scale', 'ranking'].includes(kind) || (kind === 'place' && (form.choices ?? []).length > 0)
  if (!isListed) return [line(kind === 'place' ? 'text' : types[kind], name, labels, { ...more, appearance: kind === 'lines' || kind === 'text' ? 'multiline' : '' })]
  const other = form.other ? ' or_other' : ''
  return [line(`${types[kind]} ${name}${other}`, name, labels, { ...more, appearance: kind === 'scale' ? 'likert' : '' })]
}

/** A key as XLSForm takes names: no hyphens, for they are minus signs in its conditions. */
export function nameOf(key: string): string {
  return /^\d/.test(key) ? `_${key.replaceAll('-', '_')}` : key.replaceAll('-', '_')
}

function listOf({ key, kind, form }: AskedInForm): SheetRow[] {
  const list = nameOf(key)
  const row = ({ key: choice, label, labelEnglish }: Pick<Choice, 'key' | 'label' | 'labelEnglish'>): SheetRow => [list, choice, label, labelEnglish]
  const unknown = row({ key: dontKnow, label: 'Vet ej', labelEnglish: 'Don’t know' })
  if (kind === 'scale') {
    const steps = scaleSteps(form)
    const end = (label: string | undefined, step: number) => (label ? `${step} ${label}` : String(step))
    return [
      ...steps.map((step, index) => {
        const [label, english] = index === 0 ? [form.leastLabel, form.leastLabelEnglish] : index === steps.length - 1 ? [form.mostLabel, form.mostLabelEnglish] : []
        return row({ key: String(step), label: end(label, step), labelEnglish: end(english, step) })
      }),
      unknown,
    ]
  }
  return [...(form.choices ?? []).map(row), ...(kind === 'matrix' ? [unknown] : [])]
}

function relevantOf({ match, conditions }: ShowIf, byKey: ReadonlyMap<string, AskedInForm>): string {
  return conditions.map((condition) => saidOf(condition, byKey.get(condition.question))).join(match === 'all' ? ' and ' : ' or ')
}

function saidOf({ question: key, is, values = [], value = 0 }: Condition, on: AskedInForm | undefined): string {
  const asked = `\${${nameOf(key)}}`
  if (is === 'answered') return `${asked} != ''`
  if (is === 'not-answered') return `${asked} = ''`
  const compared = on?.kind === 'several' ? `count-selected(${asked})` : asked
  if (is === 'at-least') return `(${compared} >= ${value})`
  // Vet ej is no number, and is neither at most nor at least anything; nor is nothing.
  if (is === 'at-most') return `(${asked} != '' and ${compared} <= ${value})`
  const each = values.map((one) => (on?.kind === 'several' ? `selected(${asked}, '${one}')` : `${asked} = '${one}'`)).join(' or ')
  return is === 'one-of' ? `(${each})` : `not(${each})`
}

function constraintOf({ kind, form }: AskedInForm): string {
  const day = (text: string) => `date('${text}')`
  const [least, most] =
    kind === 'number'
      ? [form.least, form.most]
      : kind === 'date'
        ? [form.earliest && day(form.earliest), form.latest && day(form.latest)]
        : kind === 'several'
          ? [form.least, form.most]
          : []
  const what = kind === 'several' ? 'count-selected(.)' : '.'
  const alone = kind === 'several' ? (form.choices ?? []).filter((choice) => choice.alone).map((choice) => `not(selected(., '${choice.key}') and count-selected(.) > 1)`) : []
  const longest = (kind === 'lines' || kind === 'text') && form.longest !== undefined ? [`string-length(.) <= ${form.longest}`] : []
  return [...(least === undefined ? [] : [`${what} >= ${least}`]), ...(most === undefined ? [] : [`${what} <= ${most}`]), ...alone, ...longest].join(' and ')
}

function unsaidOf({ key, kind, form }: AskedInForm): { readonly key: string; readonly what: Unsaid }[] {
  const what: (Unsaid | false)[] = [
    kind === 'lines' && 'one-idea-a-line',
    kind === 'place' && (form.choices ?? []).length === 0 && 'place-without-list',
    // Its geopoint would point at a home.
    form.point === true && 'square-of-map',
    kind === 'picture' && 'picture',
    kind === 'ranking' && form.most !== undefined && 'ranked-in-part',
    form.unit !== undefined && 'unit',
  ]
  return what.flatMap((each) => (each ? [{ key, what: each }] : []))
}
