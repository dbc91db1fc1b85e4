/**
 * A text made safe to stand among other text: each line of it that is written from right to left, or has characters
 * that steer direction, is wrapped in FIRST STRONG ISOLATE … POP DIRECTIONAL ISOLATE (U+2068, U+2069; Unicode Standard
 * Annex 9), so that it can turn nothing around it. Any other text is returned as it is.
 *
 * An isolate ends where its line ends, hence line by line. Within a line an isolate that was never ended is ended, and an
 * ending without a beginning is left out, for it would end ours. For showing: what is stored stays untouched.
 *
 * @example
 * isolateDirection('Bättre bussar') // => 'Bättre bussar'
 * isolateDirection('حافلات أفضل') // => '\u2068حافلات أفضل\u2069'
 * isolateDirection('a\u2069\u202Eb') // => '\u2068a\u202Eb\u2069'
 */
export function isolateDirection(text: string): string {
  return text.replace(line, (one) => (steersDirection.test(one) ? `\u2068${balance(one)}\u2069` : one))
}

// What the bidirectional algorithm calls paragraph separators (class B).
const line = /[^\n\r\u001C-\u001E\u0085\u2029]+/g

const steersDirection = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

function balance(one: string): string {
  let open = 0
  const balanced = one.replace(/[\u2066-\u2069]/g, (mark) => {
    if (mark !== '\u2069') open++
    else if (open === 0) return ''
    else open--
    return mark
  })
  return balanced + '\u2069'.repeat(open)
}
