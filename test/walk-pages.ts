/** A form as a page draws it: where it goes, and what it sends when nobody has written anything. */
export type DrawnForm = { readonly action: string; readonly fields: readonly DrawnField[] }
export type DrawnField = { readonly name: string; readonly kind: string; readonly value: string; readonly choices: readonly string[] }

/** The forms of a page that are posted. React writes attributes in double quotes. */
export function formsIn(html: string, path: string): DrawnForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, attributes = '', inner = '']) =>
    attributeOf(attributes, 'method')?.toLowerCase() === 'post' ? [{ action: attributeOf(attributes, 'action') || path, fields: fieldsIn(inner) }] : [],
  )
}

/** Every address of ours that a page leads to, once. */
export function linksIn(html: string, path: string): string[] {
  const links = [...html.matchAll(/<a\b([^>]*)>/g)].flatMap(([, attributes = '']) => attributeOf(attributes, 'href') ?? [])
  return [...new Set(links.map((link) => (link.startsWith('?') ? path.split('?')[0] + link : link).split('#')[0] ?? ''))].filter((link) => /^\/(?!\/)/.test(link))
}

/** The same page on another thing: what an address or a form is known by when ids are taken away. */
export function shapeOf(path: string): string {
  return path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replaceAll(/[0-9a-f]{64}/g, ':sha256')
}

function fieldsIn(html: string): DrawnField[] {
  const fields: DrawnField[] = []
  for (const [, tag, attributes = ''] of html.matchAll(/<(input|button)\b([^>]*)>/g)) {
    const name = attributeOf(attributes, 'name')
    const kind = tag === 'button' ? 'button' : (attributeOf(attributes, 'type') ?? 'text')
    if (name) fields.push({ name, kind, value: attributeOf(attributes, 'value') ?? '', choices: [] })
  }
  for (const [, attributes = '', inner = ''] of html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g))
    fields.push({ name: attributeOf(attributes, 'name') ?? '', kind: 'textarea', value: decoded(inner), choices: [] })
  for (const [, attributes = '', inner = ''] of html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const choices = [...inner.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => attributeOf(option, 'value') ?? '')
    fields.push({ name: attributeOf(attributes, 'name') ?? '', kind: 'select', value: choices[0] ?? '', choices })
  }
  return fields
}

function attributeOf(attributes: string, name: string): string | undefined {
  const written = new RegExp(`(?:^|\\s)${name}(?:="([^"]*)")?(?=[\\s/]|$)`).exec(attributes)
  return written ? decoded(written[1] ?? '') : undefined
}

function decoded(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
}
