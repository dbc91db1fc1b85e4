import type { Language } from '../rules/in-language.ts'
import { words } from '../words.ts'
import type { AskedView } from './asked-of.ts'

/** What the answers led to, as far as it is published. */
export function LedTo({ ledTo, language }: { ledTo: AskedView['ledTo']; language: Language }) {
  const word = words(language)
  return (
    <p>
      {word.ledTo}:{' '}
      {ledTo.map(({ key, href }, index) => (
        <span key={key}>
          {index > 0 && ', '}
          <a href={href}>{word[`led-${key}`]}</a>
        </span>
      ))}
    </p>
  )
}
