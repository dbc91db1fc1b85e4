/**
 * Writes a value as canonical JSON by RFC 8785 (JCS): keys in the order of their UTF-16 code units, numbers as ECMAScript
 * writes them, no white space. Throws on what JSON can't hold (NaN, functions, lone surrogates); keys that hold `undefined` are left out.
 *
 * @example
 * canonicalJson({ b: 1, a: [2.0, 'å'] }) // => '{"a":[2,"å"],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return text(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('Canonical JSON has no NaN and no infinity.')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object') {
    const held = Object.entries(value).filter(([, each]) => each !== undefined)
    // The default sort of JavaScript compares UTF-16 code units, which is the order RFC 8785 asks for.
    held.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${held.map(([key, each]) => `${text(key)}:${canonicalJson(each)}`).join(',')}}`
  }
  throw new Error(`Canonical JSON can't hold a ${typeof value}.`)
}

function text(value: string): string {
  if (!value.isWellFormed()) throw new Error('Canonical JSON has no lone surrogates.')
  return JSON.stringify(value)
}
