/**
 * The same letter as a page: paragraphs, and a link where a line is an address. Nothing is fetched by whoever reads it.
 *
 * @example
 * writeMailHtml('Hej\n\n<b>') // => '<!doctype html><html lang="sv"><body><p>Hej</p><p>&lt;b&gt;</p></body></html>'
 */
export function writeMailHtml(body: string): string {
  const paragraphs = body
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${paragraph.split('\n').map(writeLine).join('<br>')}</p>`)
  return `<!doctype html><html lang="sv"><body>${paragraphs.join('')}</body></html>`
}

function writeLine(line: string): string {
  const safe = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
  return /^https?:\/\/\S+$/.test(line) ? `<a href="${safe}">${safe}</a>` : safe
}
