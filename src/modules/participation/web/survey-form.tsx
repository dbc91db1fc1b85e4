import { languages } from '#kernel/languages'
import { Button } from '#ui/button'
import { LinesField } from '#ui/field'
import { Form } from '#ui/form'
import type { Language, Spoken } from '../rules/in-language.ts'
import { words } from '../words.ts'
import type { SurveyQuestion } from './survey-of.ts'

type Wishes = {
  readonly questions: readonly SurveyQuestion[]
  readonly submissionKey: string
  readonly language: Language
  readonly lines?: Readonly<Record<string, readonly string[]>>
  readonly problems?: readonly { readonly field: string; readonly text: string }[]
}

/** The questions, a few short lines for each, and one button. What was written stands where it was written. */
export function SurveyForm({ questions, submissionKey, language, lines = {}, problems = [] }: Wishes) {
  const word = words(language)
  return (
    <Form hidden={{ submissionKey }}>
      {questions.map(({ id, wording, hint, maxLines }) => (
        <LinesField
          key={id}
          name={id}
          label={<InLanguage spoken={wording} />}
          hint={hint ? <InLanguage spoken={hint} /> : word.oneIdea}
          rows={maxLines}
          line={word.line}
          values={lines[id]}
          error={problems.find(({ field }) => field === id)?.text}
        />
      ))}
      <p className="soft">{word.careful}</p>
      <Button>{word.send}</Button>
    </Form>
  )
}

/** A text that says which language it is in, for those who have it read aloud. */
export function InLanguage({ spoken }: { spoken: Spoken }) {
  return (
    <span lang={spoken.lang} dir={directionOf(spoken)}>
      {spoken.text}
    </span>
  )
}

/** The direction of a text that does not run as the page does. */
export function directionOf({ lang }: Spoken): 'rtl' | undefined {
  return languages[lang].dir === 'rtl' ? 'rtl' : undefined
}
