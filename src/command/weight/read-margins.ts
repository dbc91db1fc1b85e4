import { collapseLevels, type Margin } from '#statistics'
import { numberIn, type Records, readRecords, textIn } from '../read-records.ts'
import { RefusedInput } from '../refused-input.ts'

export type NamedMargin = Margin & { readonly levels: readonly string[] }

/** The targets of a file as margins of a sample. A variable that is no column may be several, `sex:age`, and its levels then several too. */
export function readMargins(sample: Records, path: string, { missing, collapse }: { missing: readonly string[]; collapse: number }): NamedMargin[] {
  const targets = readRecords(path, ['variable', 'level', 'total'])
  const byVariable = Map.groupBy(targets.rows, (row) => textIn(targets, row, 'variable'))
  return [...byVariable].map(([variable, rows]) => {
    const read = levelReader(sample, variable, missing, `${targets.file}, rad ${rows[0]?.line}`)
    const levels = rows.map((row) => textIn(targets, row, 'level'))
    const twice = levels.findIndex((level, at) => levels.indexOf(level) !== at)
    if (twice >= 0) throw new RefusedInput(`${targets.file}, rad ${rows[twice]?.line}: ${variable} ${levels[twice]} finns två gånger.`)
    const totals = rows.map((row) => numberIn(targets, row, 'total', 0))
    const of = sample.rows.map((row) => {
      const level = read(row)
      if (level === undefined) return -1
      const at = levels.indexOf(level)
      if (at < 0) throw new RefusedInput(`${sample.file}, rad ${row.line}: ${variable} ”${level.slice(0, 40)}” har inget mål i ${targets.file}.`)
      return at
    })
    return collapse > 0 ? collapsed({ name: variable, of, totals, levels }, collapse) : { name: variable, of, totals, levels }
  })
}

function levelReader(sample: Records, variable: string, missing: readonly string[], where: string): (row: Records['rows'][number]) => string | undefined {
  const separator = sample.columns.includes(variable) ? undefined : [':', '*', '×', '+', '/'].find((each) => variable.includes(each))
  const names = separator === undefined ? [variable] : variable.split(separator).map((name) => name.trim())
  const unknown = names.find((name) => !sample.columns.includes(name))
  if (unknown !== undefined) throw new RefusedInput(`${where}: ${sample.file} har ingen kolumn ${unknown}. Den har ${sample.columns.slice(0, 20).join(', ')}.`)
  return (row) => {
    const values = names.map((name) => textIn(sample, row, name))
    return values.some((value) => missing.includes(value)) ? undefined : values.join(separator ?? '')
  }
}

function collapsed({ name, of, totals, levels }: NamedMargin, least: number): NamedMargin {
  const respondents = levels.map(() => 0)
  for (let who = 0; who < of.length; who++) if ((of[who] as number) >= 0) respondents[of[who] as number] = (respondents[of[who] as number] as number) + 1
  const into = collapseLevels(respondents, least)
  const merged = Math.max(...into) + 1
  return {
    name,
    of: Array.from(of, (level) => (level < 0 ? -1 : (into[level] as number))),
    totals: Array.from({ length: merged }, (_, at) => totals.reduce((sum, total, level) => sum + (into[level] === at ? total : 0), 0)),
    levels: Array.from({ length: merged }, (_, at) => levels.filter((_, level) => into[level] === at).join(' + ')),
  }
}
