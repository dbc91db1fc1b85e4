const longest = 80

/**
 * The name somebody's computer gave a file, as text to know it by and nothing more: no folder, no mark that any program reads, and the ending of what
 * the content is. It is never part of an address or a path.
 *
 * @example
 * cleanFileName('../../etc/vapen<svg onload=alert(1)>.php.png', 'png') // => 'vapen svg onload alert 1 -php.png'
 * cleanFileName('', 'pdf') // => 'fil.pdf'
 */
export function cleanFileName(given: string, extension: string): string {
  const own = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const stem = own
    .replace(/\.[^.]*$/, '')
    .replaceAll('.', '-')
    // Letters, figures and a few signs; not what turns the direction of reading or has no width.
    .replaceAll(/[^\p{L}\p{M}\p{N} _-]+/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .slice(0, longest)
    .toWellFormed()
    .replaceAll('\ufffd', '')
    .replace(/^[ -]+/, '')
    .trim()
  return `${stem || 'fil'}.${extension}`
}

/** The header that says what a file is called and whether it is shown or saved: in ASCII for old programs, and in full (RFC 5987). */
export function dispositionOf(name: string, way: 'inline' | 'attachment'): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9 ._-]/g, '_')
  const full = encodeURIComponent(name).replaceAll(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${way}; filename="${plain}"; filename*=UTF-8''${full}`
}
