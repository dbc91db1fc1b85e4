import { sectionsOf } from './show-question.ts'

export type Arranged = { readonly key: string; readonly sectionHeading: string | null; readonly sectionHeadingEnglish: string | null }
type Section<Asked> = { readonly heading: string | null; readonly headingEnglish: string | null; readonly questions: readonly Asked[] }

/** A question one step up or down. At the end of its part it goes over into the next; a part that is left without questions is gone. */
export function moveQuestion<Asked extends Arranged>(questions: readonly Asked[], key: string, to: 'up' | 'down'): Asked[] {
  const sections = partsOf(questions)
  const part = sections.findIndex((section) => section.questions.some((question) => question.key === key))
  const own = sections[part]?.questions ?? []
  const at = own.findIndex((question) => question.key === key)
  const moved = own[at]
  const beside = to === 'up' ? part - 1 : part + 1
  const swapped = own[to === 'up' ? at - 1 : at + 1]
  if (!moved) return [...questions]
  if (swapped) {
    const order = own.map((question) => (question === moved ? swapped : question === swapped ? moved : question))
    return inOrder(sections.map((section, index) => (index === part ? { ...section, questions: order } : section)))
  }
  if (!sections[beside]) return [...questions]
  return inOrder(
    sections.map((section, index) => {
      if (index === part) return { ...section, questions: own.filter((question) => question !== moved) }
      if (index === beside) return { ...section, questions: to === 'up' ? [...section.questions, moved] : [moved, ...section.questions] }
      return section
    }),
  )
}

/** The questions without one of them; its part keeps its heading as long as something is asked in it. */
export function removeQuestion<Asked extends Arranged>(questions: readonly Asked[], key: string): Asked[] {
  return inOrder(partsOf(questions).map((section) => ({ ...section, questions: section.questions.filter((question) => question.key !== key) })))
}

/** The questions with one more: after another, or last. One with a heading begins a part. */
export function insertQuestion<Asked extends Arranged>(questions: readonly Asked[], question: Asked, after?: string): Asked[] {
  const at = questions.findIndex(({ key }) => key === after)
  return at < 0 ? [...questions, question] : [...questions.slice(0, at + 1), question, ...questions.slice(at + 1)]
}

function partsOf<Asked extends Arranged>(questions: readonly Asked[]): Section<Asked>[] {
  return sectionsOf(questions).map((section) => ({ heading: section[0]?.sectionHeading ?? null, headingEnglish: section[0]?.sectionHeadingEnglish ?? null, questions: section }))
}

// The heading stands on whichever question comes first in its part.
function inOrder<Asked extends Arranged>(sections: readonly Section<Asked>[]): Asked[] {
  return sections.flatMap(({ heading, headingEnglish, questions }) =>
    questions.map((question, index) => ({ ...question, sectionHeading: index === 0 ? heading : null, sectionHeadingEnglish: index === 0 ? headingEnglish : null })),
  )
}
