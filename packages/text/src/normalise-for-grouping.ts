/**
 * The form in which two texts are the same when a reader would say so: canonical composition (NFC, so that å is å
 * however it was typed), small letters, white space as single spaces, none around. Soft hyphens and other marks that
 * break or forbid breaking a line are left out. For comparing, never for showing.
 *
 * @example
 * normaliseForGrouping('  Bättre\n BUSSAR ') // => 'bättre bussar'
 * normaliseForGrouping('A\u030Angesjon') === normaliseForGrouping('ångesjon') // => true
 */
export function normaliseForGrouping(text: string): string {
  const composed = text.replace(lineBreakMarks, '').normalize('NFC').toLocaleLowerCase('sv').normalize('NFC')
  return composed.replace(/\s+/g, ' ').trim()
}

// Soft hyphen, zero-width space, word joiner, byte order mark. Joiners are kept: emoji and Persian need them.
const lineBreakMarks = /[\u00AD\u200B\u2060\uFEFF]/g
