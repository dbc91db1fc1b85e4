/** A row of an XLSForm by the names of its columns, and its line in the sheet. */
export type FormRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> }
export type FormSheet = { readonly columns: readonly string[]; readonly rows: readonly FormRow[] }
/** In which column the words of each language stand. */
export type LabelColumns = { readonly swedish: string | undefined; readonly english: string | undefined; readonly others: readonly string[] }

/** A sheet as rows by column. Names of columns are small letters, as the standard has them, with the language as it was written. */
export function formSheet(rows: readonly { readonly line: number; readonly cells: readonly string[] }[]): FormSheet {
  const [heading, ...below] = rows
  const columns = (heading?.cells ?? []).map((name) => name.trim().replace(/^[^:]*/, (first) => first.toLowerCase().trim()))
  return {
    columns,
    rows: below.map(({ line, cells }) => ({ line, cells: Object.fromEntries(columns.flatMap((column, at) => (column === '' ? [] : [[column, (cells[at] ?? '').trim()]]))) })),
  }
}

/** The columns of a kind of words (`label`, `hint`): one without a language is in the form's own. */
export function labelColumns({ columns }: FormSheet, kind: string, own: 'swedish' | 'english' = 'swedish'): LabelColumns {
  const found = columns.flatMap((column) => {
    const [name, ...language] = column.split('::')
    const older = language.length === 0 ? column.split(':') : []
    if (name !== kind && older[0] !== kind) return []
    return [{ column, language: languageOf(language.join('::') || older.slice(1).join(':'), own) }]
  })
  const of = (sought: string) => found.find(({ language }) => language === sought)?.column
  const [swedish, english] = [of('swedish'), of('english')]
  // Words that are in no Swedish are better than none.
  const first = swedish ?? english ?? found[0]?.column
  return { swedish: first, english, others: found.flatMap(({ column }) => (column === first || column === english ? [] : [column])) }
}

function languageOf(written: string, own: 'swedish' | 'english'): string {
  const code = /\(([a-z-]+)\)\s*$/i.exec(written)?.[1]?.toLowerCase() ?? written.trim().toLowerCase()
  if (code === '') return own
  if (['sv', 'sv-se', 'svenska', 'swedish'].includes(code)) return 'swedish'
  return ['en', 'en-gb', 'en-us', 'english', 'engelska'].includes(code) ? 'english' : code
}
