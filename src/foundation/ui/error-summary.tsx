import { use } from 'react'
import type { Language } from './catalogue.tsx'
import { FormScope } from './form.tsx'
import { words } from './words.tsx'

type Wishes = {
  readonly problems: readonly { readonly field: string; readonly text: string }[]
  /** What the fields are called, where what is wrong with them doesn't say which they are. */
  readonly labels?: Readonly<Record<string, string>> | undefined
  readonly language?: Language
  /** What the ids of the refused form begin with (`scopeOf(act, hidden)`). Not needed inside the form itself, nor for a form without an act. */
  readonly scope?: string
  /** False only where nothing was refused, as in the showcase: then it doesn't take the focus. */
  readonly focus?: boolean
}

/** What must be mended, on top of the form, with a link to each field. It takes the focus when the page comes. */
export function ErrorSummary({ problems, labels = {}, language = 'sv', scope, focus = true }: Wishes) {
  const around = use(FormScope)
  if (problems.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: after a refused form the reader must land on what to mend, also without script
    <div className="panel error" role="alert" tabIndex={-1} autoFocus={focus} id="fel">
      <h2>{words(language).mendThese}</h2>
      <ul>
        {problems.map(({ field, text }) => (
          <li key={`${field}${text}`}>{field ? <a href={`#${scope ?? around}${field}`}>{labelled(labels[field], text)}</a> : text}</li>
        ))}
      </ul>
    </div>
  )
}

function labelled(label: string | undefined, text: string): string {
  return label && !text.startsWith(label) ? `${label}${label.endsWith('?') ? '' : ':'} ${text}` : text
}
