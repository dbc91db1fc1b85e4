import type { ReactNode } from 'react'
import { ShowcaseForms } from './showcase-forms.tsx'
import { ShowcaseLists } from './showcase-lists.tsx'
import { ShowcaseNumbers } from './showcase-numbers.tsx'
import { ShowcaseThread } from './showcase-thread.tsx'

const parts: readonly (readonly [id: string, title: string, part: () => ReactNode])[] = [
  ['tradens-delar', 'Tråden', ShowcaseThread],
  ['formularens-delar', 'Formulär', ShowcaseForms],
  ['listornas-delar', 'Listor och besked', ShowcaseLists],
  ['siffrornas-delar', 'Siffror', ShowcaseNumbers],
]

/** Each part of the design system in every state, on one page. What is not here has no look of its own. */
export function Showcase() {
  return (
    <>
      <p className="lead">Varje del av det som syns, i varje läge. Allt innehåll här är påhittat.</p>
      <nav aria-label="Delarna på sidan" className="filters">
        <ul>
          {parts.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {parts.map(([id, title, Part]) => (
        <section key={id} id={id} aria-labelledby={`${id}-rubrik`}>
          <hr />
          <h2 id={`${id}-rubrik`}>{title}</h2>
          <Part />
        </section>
      ))}
    </>
  )
}
