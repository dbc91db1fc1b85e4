/** A piece of text of a page, and the language that the page says it is in. */
export type SpokenText = { readonly text: string; readonly lang: string }

const empty = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])
const heard = /\s(?:aria-label|alt|title|placeholder|aria-description)="([^"]*)"/g

/** What a reader sees or hears of a page, piece by piece, each in the language of its nearest `lang`. Scripts, styles and code are not read: an address is in no language. */
export function spokenIn(html: string, outermost: string): SpokenText[] {
  const pieces: SpokenText[] = []
  const open: { readonly tag: string; readonly lang: string }[] = []
  const lang = () => open.at(-1)?.lang ?? outermost
  const say = (text: string, of: string) => text.trim() && pieces.push({ text: readable(text), lang: of })
  for (const [whole, text, closing, tag = '', attributes = ''] of html
    .replaceAll(/<!--[\s\S]*?-->|<(script|style|code)\b[\s\S]*?<\/\1>/g, '')
    .matchAll(/([^<]+)|<(\/?)([a-z][a-z0-9]*)([^>]*)>/gi)) {
    if (text) say(text, lang())
    else if (closing) {
      while (open.length > 0 && open.pop()?.tag !== tag);
    } else {
      const own = /\slang="([^"]*)"/.exec(attributes)?.[1] || lang()
      for (const [, label = ''] of attributes.matchAll(heard)) say(label, own)
      if (!empty.has(tag) && !whole.endsWith('/>')) open.push({ tag, lang: own })
    }
  }
  return pieces
}

function readable(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').replaceAll('\u00ad', '')
}
