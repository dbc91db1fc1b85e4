import { constraintForm } from './constraint-in-xlsform.ts'
import { type ListedChoice, listForm, listsOf, slugOf } from './lists-of-xlsform.ts'
import type { QuestionForm, QuestionKind, ShowIf } from './question.ts'
import { type Named, readRelevant } from './relevant-in-xlsform.ts'
import { type FormRow, type FormSheet, labelColumns } from './sheets-of-xlsform.ts'

export type TakenQuestion = {
  readonly line: number
  readonly key: string
  readonly kind: QuestionKind
  readonly wording: string
  readonly wordingEnglish: string | null
  readonly hint: string | null
  readonly hintEnglish: string | null
  readonly required: boolean
  readonly sectionHeading: string | null
  readonly sectionHeadingEnglish: string | null
  readonly form: QuestionForm
  readonly showIf: ShowIf | null
}
/** What of a file is not taken in as it is: by its sheet, its row and its column. */
export type LeftOut = {
  readonly sheet: 'survey' | 'choices'
  readonly line: number
  readonly column: string
  readonly what: 'type' | 'list' | 'relevant' | 'constraint' | 'column' | 'language' | 'repeat' | 'same-name' | 'no-name' | 'new-part' | 'question'
  readonly text: string
}
export type FormReading = { readonly questions: readonly TakenQuestion[]; readonly leftOut: readonly LeftOut[] }

const read = new Set(['type', 'name', 'required', 'relevant', 'appearance', 'constraint', 'parameters'])
const knownLooks = /^(?:multiline|likert|table-list|field-list|minimal|quick|quickcompact|horizontal|vertical|columns|columns-pack|no-buttons|w\d)?$/
const plainKinds: Readonly<Record<string, QuestionKind>> = { text: 'text', string: 'text', integer: 'number', int: 'number', decimal: 'number', date: 'date', note: 'information' }

/**
 * Reads the sheets of an XLSForm (https://xlsform.org) as questions. A group is a part; a group that is a table is a matrix. What ours can't say is told,
 * row by row and column by column, and never guessed.
 */
export function questionsOfXlsForm(survey: FormSheet, choices: FormSheet, own: 'swedish' | 'english'): FormReading {
  const leftOut: LeftOut[] = []
  const [labels, hints] = [labelColumns(survey, 'label', own), labelColumns(survey, 'hint', own)]
  const told = (row: FormRow, column: string, what: LeftOut['what'], text = row.cells[column] ?? '') => leftOut.push({ sheet: 'survey', line: row.line, column, what, text })
  for (const column of [...labels.others, ...hints.others]) leftOut.push({ sheet: 'survey', line: 1, column, what: 'language', text: column })
  const lists = listsOf(choices, own, (line, column, what, text) => leftOut.push({ sheet: 'choices', line, column, what, text }))
  const questions: TakenQuestion[] = []
  const named = new Map<string, Named>()
  const taken = new Set<string>()
  const words = (row: FormRow, of: typeof labels) => [row.cells[of.swedish ?? ''] || row.cells[of.english ?? ''] || null, row.cells[of.english ?? ''] || null] as const
  let part: { heading: string | null; english: string | null } | undefined
  let parts = 0
  const around: { readonly showIf: ShowIf | null; readonly isRepeat: boolean }[] = []

  const conditionOf = (row: FormRow): ShowIf | null => {
    const written = row.cells.relevant ?? ''
    if (written === '') return null
    const showIf = readRelevant(written, (name) => named.get(name))
    if (!showIf) told(row, 'relevant', 'relevant')
    return showIf ?? null
  }
  const put = (row: FormRow, kind: QuestionKind, form: QuestionForm, byName: ReadonlyMap<string, string>) => {
    const name = row.cells.name ?? ''
    const [wording, hint] = [words(row, labels), words(row, hints)]
    const key = slugOf(name, taken, 'fraga')
    const showIf = [...around.map((each) => each.showIf), conditionOf(row)].reduce<ShowIf | null | undefined>(both, null)
    if (showIf === undefined) told(row, 'relevant', 'relevant', 'villkoret på gruppen och på frågan')
    questions.push({
      ...{ line: row.line, key, kind, wording: wording[0] ?? '', wordingEnglish: wording[1], hint: hint[0], hintEnglish: hint[1] },
      ...{ required: kind !== 'information' && isTrue(row.cells.required ?? ''), sectionHeading: part?.heading ?? null, sectionHeadingEnglish: part?.english ?? null },
      ...{ form, showIf: showIf ?? null },
    })
    part = undefined
    if (name !== '')
      named.set(name, { question: { key, kind, form }, choiceOf: (choice) => byName.get(choice) ?? (kind === 'scale' ? byName.get(String(Number(choice))) : undefined) })
  }

  for (let at = 0; at < survey.rows.length; at++) {
    const row = survey.rows[at]
    if (!row) continue
    const [type = '', list = '', more = ''] = (row.cells.type ?? '').replace(/^(begin|end)[ _]/, '$1_').split(/\s+/)
    const inRepeat = around.some(({ isRepeat }) => isRepeat)
    if (type === '') {
      if (Object.values(row.cells).some((cell) => cell !== '')) told(row, 'type', 'type')
    } else if (type === 'end_group' || type === 'end_repeat') around.pop()
    else if (type === 'begin_repeat' || (type === 'begin_group' && inRepeat)) {
      if (type === 'begin_repeat') told(row, 'type', 'repeat', row.cells.name ?? '')
      around.push({ showIf: null, isRepeat: true })
    } else if (inRepeat) told(row, 'type', 'repeat', row.cells.name ?? '')
    else if (type === 'begin_group') {
      const table = tableOf(survey.rows, at)
      if (table) {
        tellColumns(row)
        for (const each of table.rows) {
          tellColumns(each)
          if ((each.cells.relevant ?? '') !== '') told(each, 'relevant', 'relevant')
          for (const column of [hints.swedish, hints.english]) if (column && each.cells[column]) told(each, column, 'column')
        }
        const columns = lists.get(table.list)
        if (!columns) told(row, 'type', 'list', table.list)
        else {
          const own = new Set<string>()
          const prefix = `${row.cells.name ?? ''}__`
          const rowsOfTable = table.rows.map((each) => {
            const name = each.cells.name ?? ''
            const [label, labelEnglish] = words(each, labels)
            return { key: slugOf(name.startsWith(prefix) ? name.slice(prefix.length) : name, own, 'rad'), label: label ?? name, labelEnglish }
          })
          const { form } = listForm(columns, 'matrix')
          put(
            { ...row, cells: { ...row.cells, required: table.rows.every((each) => isTrue(each.cells.required ?? '')) ? 'yes' : '' } },
            'matrix',
            { ...form, rows: rowsOfTable },
            new Map(),
          )
        }
        at += table.rows.length + 1
      } else {
        tellColumns(row)
        const [heading, english] = words(row, labels)
        parts++
        const isFirst = questions.length === 0
        part = { heading: heading ?? (isFirst ? null : `Del ${parts}`), english: english ?? (heading || isFirst ? null : `Part ${parts}`) }
        around.push({ showIf: conditionOf(row), isRepeat: false })
      }
    } else take(row, type, list, more)
  }
  return { questions, leftOut: leftOut.sort((a, b) => (a.sheet === b.sheet ? a.line - b.line : a.sheet === 'survey' ? -1 : 1)) }

  function take(row: FormRow, type: string, list: string, more: string) {
    const choicesOf = (): readonly ListedChoice[] | undefined => {
      const found = lists.get(list)
      if (!found) told(row, 'type', 'list', list)
      return found
    }
    const other = more === 'or_other' ? { other: true } : {}
    const bounds = constraintForm(row.cells.constraint ?? '', type)
    if ((row.cells.name ?? '') === '') told(row, 'name', 'no-name')
    if (type === 'range') {
      const scale = rangeForm(row.cells.parameters ?? '')
      if (!scale) return void told(row, 'parameters', 'column')
      put(row, scale.kind, scale.form, new Map(Array.from({ length: 200 }, (_, step) => [String(step - 100), String(step - 100)])))
    } else if (type === 'select_one' || type === 'select_multiple' || type === 'rank') {
      const found = choicesOf()
      if (!found) return
      const kind = type === 'select_multiple' ? 'several' : type === 'rank' ? 'ranking' : (row.cells.appearance ?? '').includes('likert') ? 'scale' : 'one'
      const listed = listForm(found, kind, bounds.alone)
      put(row, listed.kind, { ...listed.form, ...other, ...bounds.form }, listed.byName)
    } else {
      const kind = plainKinds[type]
      if (!kind) return void told(row, 'type', 'type')
      put(row, kind, { ...(type === 'decimal' ? { whole: false } : {}), ...bounds.form }, new Map())
    }
    if (bounds.rest !== '') told(row, 'constraint', 'constraint', bounds.rest)
    tellColumns(row, type === 'range')
  }

  function tellColumns(row: FormRow, readsParameters = false) {
    const words = new Set([labels.swedish, labels.english, hints.swedish, hints.english, ...labels.others, ...hints.others])
    for (const [column, cell] of Object.entries(row.cells)) {
      if (cell === '' || words.has(column)) continue
      const looks = column === 'appearance' && !cell.split(/\s+/).every((each) => knownLooks.test(each))
      const isRequired = column === 'required' && !isTrue(cell) && !/^(?:no|false(?:\(\))?|nej|0)$/i.test(cell)
      if (!read.has(column) || looks || isRequired || (column === 'parameters' && !readsParameters)) told(row, column, 'column')
    }
  }
}

function isTrue(cell: string): boolean {
  return /^(?:yes|true(?:\(\))?|ja|1)$/i.test(cell)
}

/** Both conditions, where one of ours can say so: undefined where it can't. */
function both(one: ShowIf | null | undefined, other: ShowIf | null): ShowIf | null | undefined {
  if (!one || !other) return one === undefined ? undefined : (one ?? other)
  const isAll = ({ match, conditions }: ShowIf) => match === 'all' || conditions.length === 1
  return isAll(one) && isAll(other) ? { match: 'all', conditions: [...one.conditions, ...other.conditions] } : undefined
}

/** The rows of a group that is a table: questions with the same choices, one a row. */
function tableOf(rows: readonly FormRow[], at: number): { list: string; rows: readonly FormRow[] } | undefined {
  const ends = rows.findIndex(({ cells }, index) => index > at && /^end[ _]group\b/.test(cells.type ?? ''))
  const within = ends < 0 ? [] : rows.slice(at + 1, ends)
  const [, list = ''] = (within[0]?.cells.type ?? '').split(/\s+/)
  const isTable = (rows[at]?.cells.appearance ?? '').includes('table-list')
  return isTable && list !== '' && within.every(({ cells }) => cells.type?.replace(/\s+/g, ' ') === `select_one ${list}`) ? { list, rows: within } : undefined
}

/** `start=1 end=5 step=1`: a scale when it has 2 to 11 steps of one, else a number. */
function rangeForm(parameters: string): { kind: QuestionKind; form: QuestionForm } | undefined {
  const value = (name: string) =>
    Number(new RegExp(`(?:^|[\\s;,])${name}\\s*=\\s*(-?\\d{1,9}(?:\\.\\d{1,6})?)(?:$|[\\s;,])`).exec(parameters)?.[1] ?? { start: 1, end: 10, step: 1 }[name])
  const [least, most, step] = [value('start'), value('end'), value('step')]
  if (step <= 0 || most <= least) return undefined
  const isScale = step === 1 && Number.isInteger(least) && Number.isInteger(most) && most - least <= 10
  return isScale
    ? { kind: 'scale', form: { least, most } }
    : step === 1 || !Number.isInteger(step)
      ? { kind: 'number', form: { least, most, ...(step === 1 ? {} : { whole: false }) } }
      : undefined
}
