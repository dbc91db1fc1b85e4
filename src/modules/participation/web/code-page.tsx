import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { TextField } from '#ui/field'
import { Form } from '#ui/form'
import { type Frame, PublicPage } from '#ui/page'
import { codeWords } from '../code-words.ts'
import type { CodeProblem } from '../rules/code-state.ts'
import type { Spoken } from '../rules/in-language.ts'
import { InLanguage } from './question-field.tsx'

/** The survey is named where the address is its own; a code that is written at /k finds it. */
type Wishes = {
  readonly frame: Frame
  readonly survey: Spoken | undefined
  readonly action: string
  readonly problem: CodeProblem | undefined
  readonly written?: string | undefined
}

/** Where somebody writes the code they have been given, and reads what is the matter with it. */
export function CodePage({ frame, survey, action, problem, written }: Wishes) {
  const word = codeWords(frame.language)
  const text = problem && word[problem]
  return (
    <PublicPage frame={frame} title={word.title} lead={word.lead}>
      <title>{`${word.title} – ${frame.municipality}`}</title>
      {survey && (
        <p>
          <InLanguage spoken={survey} />
        </p>
      )}
      <ErrorSummary problems={text ? [{ field: 'kod', text }] : []} language={frame.language} />
      <Form action={action}>
        <TextField name="kod" label={word.code} hint={word.hint} value={written} error={text} exact short />
        <Button>{word.go}</Button>
      </Form>
      <p className="soft">{word.kept}</p>
    </PublicPage>
  )
}
