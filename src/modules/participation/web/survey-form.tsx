import { Button } from '#ui/button'
import { Form } from '#ui/form'
import type { Language } from '../rules/in-language.ts'
import type { SurveyQuestion } from '../rules/spoken-question.ts'
import type { Written } from '../rules/written-answers.ts'
import { words } from '../words.ts'
import { InLanguage, QuestionField } from './question-field.tsx'

export { InLanguage } from './question-field.tsx'

export type FieldProblem = { readonly field: string; readonly text: string; readonly row?: string | undefined }
type Wishes = {
  readonly questions: readonly SurveyQuestion[]
  readonly hidden: Record<string, string>
  readonly language: Language
  readonly written?: Written
  readonly problems?: readonly FieldProblem[]
  /** Which part of a longer survey it is; nothing for one that fits a page. */
  readonly part?: { readonly number: number; readonly of: number } | undefined
}

/** The questions of a page and its buttons. What was filled in stands where it was filled in. */
export function SurveyForm({ questions, hidden, language, written = {}, problems = [], part }: Wishes) {
  const word = words(language)
  const [first] = questions
  const isLast = !part || part.number === part.of
  return (
    <Form hidden={hidden}>
      {part && (
        <p className="soft" aria-live="off">
          {word.part(part.number, part.of)}
        </p>
      )}
      {first?.sectionHeading && (
        <h2>
          <InLanguage spoken={first.sectionHeading} />
        </h2>
      )}
      {questions.map((question) => {
        const problem = problems.find(({ field }) => field === question.id)
        return <QuestionField key={question.id} question={question} written={written} language={language} error={problem?.text} errorRow={problem?.row} />
      })}
      {questions.some(({ kind }) => kind === 'lines' || kind === 'text') && <p className="soft">{word.careful}</p>}
      <div className="acts">
        {/* The first button is the one that Enter presses. */}
        {isLast ? (
          <Button name="act" value="send">
            {word.send}
          </Button>
        ) : (
          <Button name="act" value="next">
            {word['next-part']}
          </Button>
        )}
        {part && part.number > 1 && (
          <Button quiet name="act" value="back">
            {word.back}
          </Button>
        )}
        {part && (
          <Button quiet name="act" value="save">
            {word.saveForLater}
          </Button>
        )}
      </div>
    </Form>
  )
}
