type Holds = { readonly id: string }

/**
 * How a statement stood when a coder looked at it: its codings, whether it is set aside, and how long its text was, for spans are places in it. Another word
 * when anything of that is another.
 */
export function stateOf(length: number, codings: readonly Holds[], asides: readonly Holds[]): string {
  return [length, ...[...codings, ...asides].map(({ id }) => id.slice(0, 8)).sort((one, other) => (one < other ? -1 : 1))].join('.')
}
