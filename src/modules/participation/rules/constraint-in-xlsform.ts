import { isDay } from '#kernel/day'
import type { QuestionForm } from './question.ts'

const longest = 2000
const aloneClause = /not\(selected\(\.,\s?'([^']{1,80})'\)\sand\scount-selected\(\.\)\s?>\s?1\)/g
const clause = /^(\.|count-selected\(\.\)|string-length\(\.\)) ?(>=|<=) ?(?:(-?\d{1,15}(?:\.\d{1,10})?)|date\('([0-9-]{10})'\))$/

/** What of a `constraint` our bounds can say, the choices that nothing goes with by their names, and the rest as it was written. */
export function constraintForm(written: string, type: string): { form: QuestionForm; alone: readonly string[]; rest: string } {
  if (written.length > longest) return { form: {}, alone: [], rest: written }
  const alone: string[] = []
  const left = written.replaceAll(aloneClause, (whole, name: string) => {
    if (type !== 'select_multiple') return whole
    alone.push(name)
    return ''
  })
  const pieces = left.split(/\band\b/).map((piece) => piece.trim().replaceAll(/\s+/g, ' '))
  const read = pieces.filter((piece) => piece !== '').map((piece) => ({ piece, bound: boundOf(piece, type) }))
  return {
    form: Object.assign({}, ...read.map(({ bound }) => bound ?? {})),
    alone,
    rest: read.flatMap(({ piece, bound }) => (bound ? [] : [piece])).join(' and '),
  }
}

function boundOf(piece: string, type: string): QuestionForm | undefined {
  const [, what, by, number, day] = clause.exec(piece) ?? []
  const isLeast = by === '>='
  if (day !== undefined) return what === '.' && type === 'date' && isDay(day) ? (isLeast ? { earliest: day } : { latest: day }) : undefined
  if (number === undefined) return undefined
  const fits = what === '.' ? type === 'integer' || type === 'int' || type === 'decimal' : what === 'count-selected(.)' && type === 'select_multiple'
  if (fits) return isLeast ? { least: Number(number) } : { most: Number(number) }
  return what === 'string-length(.)' && (type === 'text' || type === 'string') && !isLeast ? { longest: Number(number) } : undefined
}
