// Crockford's base 32: no I, L, O or U, so that a code read aloud or written by hand comes back the same.
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 16

/**
 * Makes a receipt code of 80 bits: sixteen signs and a check sign, in groups of four.
 *
 * @example
 * receiptCode(new Uint8Array(10)) // => '0000-0000-0000-0000-0'
 */
export function receiptCode(bytes: Uint8Array): string {
  if (bytes.length !== 10) throw new Error('A receipt code is made of ten bytes.')
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  const plain = Array.from({ length }, (_, place) => signs[Number((bits >> BigInt(5 * (length - 1 - place))) & 31n)]).join('')
  return inGroups(plain + checkSign(plain))
}

/**
 * Reads a code as people write it: small letters, spaces, any kind of hyphen, O for 0, I or L for 1. Answers with its plain
 * form, or with nothing when it was mistyped: too short, a sign that isn't used, or a check sign that doesn't fit.
 *
 * @example
 * readReceiptCode(' oooo 0000-0000-0000-0 ') // => '0000-0000-0000-0000-0'
 */
export function readReceiptCode(written: string): string | undefined {
  const plain = written
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}\p{Cf}.,]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (plain.length !== length + 1 || [...plain].some((sign) => !signs.includes(sign))) return undefined
  return checkSign(plain.slice(0, length)) === plain[length] ? inGroups(plain) : undefined
}

// Reckoned in the field of 32 elements (x⁵ + x² + 1): one sign changed, or any two that have changed places, is always seen.
function checkSign(plain: string): string {
  const sum = [...plain].reduce((total, sign) => timesX(total) ^ signs.indexOf(sign), 0)
  return signs[timesX(sum)] ?? '0'
}

function timesX(value: number): number {
  return value & 16 ? ((value << 1) ^ 0b100101) & 31 : value << 1
}

function inGroups(plain: string): string {
  return plain.replaceAll(/(.{4})(?=.)/g, '$1-')
}
