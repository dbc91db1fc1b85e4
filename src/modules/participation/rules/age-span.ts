/** Ages from and to, both included; without an end it is that age and older. */
export type Span = { readonly from: number; readonly to: number | null }

const oldest = 130
const total = /^(totalt?|samtliga|alla|all|total)\b/

/**
 * Reads an age or a span of ages as tables and questions write them; `all` when it is a total, nothing when it isn't an age.
 *
 * @example
 * readSpan('65 år eller äldre') // => { from: 65, to: null }
 * readSpan('16–24 år') // => { from: 16, to: 24 }
 */
export function readSpan(text: string): Span | 'all' | undefined {
  const plain = text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  if (plain === '' || total.test(plain)) return 'all'
  const bare = plain.replaceAll(/ ?(\b(years|year|of age)\b|år\b)/g, '').trim()
  const one = /^(\d{1,3})$/.exec(bare)
  if (one) return span(Number(one[1]), Number(one[1]))
  const two = /^(\d{1,3}) ?(?:-|–|—|till|to) ?(\d{1,3})$/.exec(bare)
  if (two) return span(Number(two[1]), Number(two[2]))
  const open = /^(?:över |minst )?(\d{1,3}) ?(?:\+|-w|(?:och|eller|and|or) (?:äldre|över|older|over))$/.exec(bare)
  if (open) return span(Number(open[1]), null)
  const under = /^(?:under|yngre än|younger than) (\d{1,3})$/.exec(bare)
  return under && Number(under[1]) > 0 ? span(0, Number(under[1]) - 1) : undefined
}

function span(from: number, to: number | null): Span | undefined {
  return from > oldest || (to !== null && (to < from || to > oldest)) ? undefined : { from, to }
}

/** A span in the fewest signs: `16–24`, `65+`. */
export function sayShort({ from, to }: Span): string {
  return to === null ? `${from}+` : from === to ? String(from) : `${from}–${to}`
}

export function sameSpan(one: Span | null, other: Span | null): boolean {
  return one === other || (one !== null && other !== null && one.from === other.from && one.to === other.to)
}

/** The first two of the spans that have an age in common. */
export function overlapping(spans: readonly Span[]): readonly [Span, Span] | undefined {
  const ordered = [...spans].sort((a, b) => a.from - b.from || endOf(a) - endOf(b))
  for (const [at, next] of ordered.entries()) {
    const before = ordered[at - 1]
    if (before && endOf(before) >= next.from) return [before, next]
  }
  return undefined
}

/**
 * The spans of a table that a wider span is made of, when it is made of whole ones. Else the span of the table that lies across its edge, or the
 * wider one itself when ages of it are missing. A table that ends at a hundred or later has everybody.
 */
export function partsOf(wide: Span, table: readonly Span[]): { readonly parts: readonly Span[] } | { readonly across: Span } | { readonly missing: Span } {
  const touching = table.filter((each) => each.from <= endOf(wide) && endOf(each) >= wide.from).sort((a, b) => a.from - b.from)
  const across = touching.find((each) => each.from < wide.from || endOf(each) > endOf(wide))
  if (across) return { across }
  let next = wide.from
  for (const each of touching) {
    if (each.from !== next) return { missing: wide }
    next = endOf(each) + 1
  }
  const isWhole = wide.to === null ? next > 100 : next === wide.to + 1
  return isWhole ? { parts: touching } : { missing: wide }
}

function endOf({ to }: Span): number {
  return to ?? Number.POSITIVE_INFINITY
}
