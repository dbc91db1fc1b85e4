import { isTongue, languages, type Tongue } from '#kernel/languages'
import { Button } from '#ui/button'
import { SelectField, TextField } from '#ui/field'
import { Form } from '#ui/form'
import type { SurveyQuestion } from '../rules/spoken-question.ts'
import type { Written } from '../rules/written-answers.ts'
import { InLanguage, QuestionField } from './question-field.tsx'
import type { FieldProblem } from './survey-form.tsx'

type Wishes = {
  readonly act: 'enter' | 'correct' | 'second'
  readonly questions: readonly SurveyQuestion[]
  readonly written: Written
  readonly problems: readonly FieldProblem[]
  /** What stands on the form besides its answers; nothing when it is corrected. The second time there is neither code nor key: it is no answer. */
  readonly opening?: { readonly number: string; readonly code?: string | undefined; readonly submissionKey?: string }
  /** The languages that are switched on, and the one it is written in; nothing where there is nothing to choose. */
  readonly tongues?: readonly Tongue[]
  readonly language?: string | undefined
  /** The form is empty, and the writing begins at its first field. */
  readonly isBegun?: boolean
}

/** One form as it is copied from paper: every question in its order, and Enter saves. */
export function SheetForm({ act, questions, written, problems, opening, tongues = [], language = 'sv', isBegun = false }: Wishes) {
  const errorAt = (name: string) => problems.find(({ field }) => field === name)?.text
  // Also the one it was entered in, when that has been switched off since.
  const choices = [...new Set([...tongues, language])].filter(isTongue)
  return (
    <Form act={act}>
      {opening && (
        <>
          {opening.submissionKey !== undefined && <input type="hidden" name="submissionKey" value={opening.submissionKey} />}
          <TextField name="number" label="Blankettens nummer" value={opening.number} error={errorAt('number')} short exact focused={isBegun} />
          {opening.submissionKey !== undefined && <TextField name="code" label="Kvittokod, om blanketten har en" value={opening.code} error={errorAt('code')} exact />}
        </>
      )}
      <p className="soft">Skriv av som det står. Det som är tomt på blanketten lämnas tomt, också där någon satt två kryss men fått sätta ett.</p>
      {questions.map((question) => {
        const problem = problems.find(({ field }) => field === question.id)
        return (
          <div key={question.id}>
            {question.sectionHeading && (
              <h2>
                <InLanguage spoken={question.sectionHeading} />
              </h2>
            )}
            {/* Paper has the list of places alone. */}
            <QuestionField question={{ ...question, map: undefined }} written={written} language="sv" error={problem?.text} errorRow={problem?.row} />
          </div>
        )
      })}
      {tongues.length > 0 && choices.length > 1 && (
        <SelectField
          name="language"
          label="Språk som blanketten är besvarad på"
          hint="Ett svar på ett annat språk får plats för en översättning när det granskas."
          value={language}
          error={errorAt('language')}
          choices={choices.map((tongue) => ({ value: tongue, label: languages[tongue].swedish }))}
        />
      )}
      <Button>{act === 'correct' ? 'Spara rättelsen' : 'Spara och ta nästa'}</Button>
    </Form>
  )
}

/** A form that can't be read is counted with its reason. */
export function SetAsideForm({ number, reason, problems }: { readonly number: string; readonly reason?: string | undefined; readonly problems: readonly FieldProblem[] }) {
  const errorAt = (name: string) => problems.find(({ field }) => field === name)?.text
  return (
    <Form act="aside">
      <h2>Lägg en blankett åt sidan</h2>
      <TextField name="number" label="Blankettens nummer" value={number} error={errorAt('number')} short exact />
      <TextField name="reason" label="Varför den inte kan skrivas in" hint="Till exempel tom, eller går inte att läsa." value={reason} error={errorAt('reason')} />
      <Button quiet>Lägg åt sidan</Button>
    </Form>
  )
}
