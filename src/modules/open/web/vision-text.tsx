import type { Frame } from '#ui/page'
import { Said } from '#ui/said'
import { Tag } from '#ui/tag'
import { words } from '../words.ts'

type Phrase = { readonly id: string; readonly text: string; readonly themes: readonly string[]; readonly quotes: readonly string[] }

/** The vision, read as text first: each phrase is a link to what it rests on, and one that rests on nothing looks so. */
export function VisionText({ phrases, provenance, frame }: { phrases: readonly Phrase[]; provenance: 'recorded' | 'sourced' | 'invented'; frame: Frame }) {
  const word = words(frame.language)
  return (
    <>
      <p className="vision">
        {phrases.map((phrase, index) => (
          <span key={phrase.id}>
            {index > 0 && ' '}
            <a href={`/ord/${phrase.id}`} className={phrase.themes.length + phrase.quotes.length === 0 ? 'rootless' : undefined}>
              <Said to={frame} text={phrase.text} />
            </a>
          </span>
        ))}
      </p>
      {provenance !== 'recorded' && (
        <p>
          <Tag>{word[provenance]}</Tag>
        </p>
      )}
    </>
  )
}
