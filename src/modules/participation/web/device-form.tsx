import { Button } from '#ui/button'
import { Form } from '#ui/form'
import type { Language } from '../rules/in-language.ts'
import type { SurveyQuestion } from '../rules/spoken-question.ts'
import type { Written } from '../rules/written-answers.ts'
import { words } from '../words.ts'
import { InLanguage, QuestionField } from './question-field.tsx'
import type { FieldProblem } from './survey-form.tsx'

type Wishes = {
  readonly questions: readonly SurveyQuestion[]
  readonly action: string
  readonly submissionKey: string
  readonly written: Written
  readonly problems: readonly FieldProblem[]
  readonly language: Language
}

/** All parts on one page: between parts there is then nothing to keep on the device. An answer to a question that isn't asked of somebody who answers so is left out. */
export function DeviceForm({ questions, action, submissionKey, written, problems, language }: Wishes) {
  const word = words(language)
  return (
    <Form action={action} hidden={{ submissionKey }}>
      {questions.map((question) => {
        const problem = problems.find(({ field }) => field === question.id)
        return (
          <div key={question.id}>
            {question.sectionHeading && (
              <h2>
                <InLanguage spoken={question.sectionHeading} />
              </h2>
            )}
            <QuestionField question={question} written={written} language={language} error={problem?.text} errorRow={problem?.row} />
          </div>
        )
      })}
      {questions.some(({ kind }) => kind === 'lines' || kind === 'text') && <p className="soft">{word.careful}</p>}
      <Button name="act" value="send">
        {word.send}
      </Button>
    </Form>
  )
}
