/** What is wrong in a form, field by field, in keys that the page has words for. */
export type Problem = { readonly field: string; readonly problem: string }

/** The refusal of a form that doesn't hold together. */
export type Invalid = { readonly refused: 'invalid'; readonly problems: readonly Problem[] }

/**
 * Turns what a schema found into a refusal.
 *
 * @example
 * invalid([{ path: ['name'], message: 'empty' }]) // => { refused: 'invalid', problems: [{ field: 'name', problem: 'empty' }] }
 */
export function invalid(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): Invalid {
  return { refused: 'invalid', problems: issues.map((issue) => ({ field: issue.path.map(String).join('.'), problem: issue.message })) }
}
