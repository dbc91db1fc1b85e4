export type CodeWords = { readonly definition: string; readonly whenToUse: string; readonly whenNot: string; readonly examples: string; readonly slug: string }
/** How far two read it alike, where that is said of it. */
type Tested = { readonly tested?: string | undefined }

const headings = [
  ['[När]', 'whenToUse'],
  ['[När inte]', 'whenNot'],
  ['[Exempel]', 'examples'],
  ['[Adress]', 'slug'],
  // The last, for who knows no such heading reads it as more of an address, which is then none.
  ['[Två kodare]', 'tested'],
] as const

/**
 * The words of a theme as the one description that a code has elsewhere: the definition, and then each part under a heading of its own. A line that begins as
 * a heading does is doubled, so that every text comes back as it was.
 *
 * @example
 * describeCode({ definition: 'Resor', whenToUse: 'Buss', whenNot: 'Bil', examples: '', slug: 'resor' }) // => 'Resor\n\n[När]\nBuss\n\n[När inte]\nBil\n\n[Adress]\nresor'
 */
export function describeCode(words: CodeWords & Tested): string {
  const parts = headings.flatMap(([heading, key]) => (words[key] ? [`${heading}\n${escaped(words[key])}`] : []))
  return [escaped(words.definition), ...parts].join('\n\n')
}

/**
 * The words in a description that was written here, with what it says of how two read it; undefined for one that was not, which is then a definition and nothing more.
 *
 * @example
 * readCodeDescription('Resor\n\n[När]\nBuss\n\n[När inte]\nBil')?.whenNot // => 'Bil'
 * readCodeDescription('Travel by bus') // => undefined
 */
export function readCodeDescription(text: string): (CodeWords & Tested) | undefined {
  const found: Record<string, string[]> = { definition: [] }
  let part = 'definition'
  for (const line of text.split('\n')) {
    const heading = headings.find(([said]) => said === line.trimEnd())
    if (heading && !(heading[1] in found)) {
      part = heading[1]
      found[part] = []
    } else found[part]?.push(line.startsWith('[[') ? line.slice(1) : line)
  }
  const words = (key: string) => (found[key] ?? []).join('\n').trim()
  if (!found.whenToUse || !found.whenNot) return undefined
  const tested = words('tested')
  return { ...(tested && { tested }), definition: words('definition'), whenToUse: words('whenToUse'), whenNot: words('whenNot'), examples: words('examples'), slug: words('slug') }
}

const escaped = (text: string) => text.replaceAll(/^\[/gm, '[[')
