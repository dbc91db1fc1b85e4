import type { SentForm } from '#http/read-form'
import { Button } from '#ui/button'
import { SelectField } from '#ui/field'
import { Form } from '#ui/form'
import { formatCount } from '#ui/format'
import type { QuestionReading } from '../read-survey.ts'
import type { UnknownWord } from '../rules/map-answers.ts'
import { choicesOffered, dontKnow, scaleSteps } from '../rules/question.ts'

type Shown = {
  readonly question: string
  readonly wording: string
  readonly word: string
  readonly rows: number
  readonly choice: string | undefined
  readonly choices: readonly { value: string; label: string }[]
}

// Where there are more, the column is something else than the question.
const mostShown = 60
// What is longer is no choice.
const longestWord = 300
const noAnswer = 'inget-svar'

/** The words that are no choice, with the choices they can stand for; those that most rows have first. */
export function unknownWordsOf(unknown: readonly UnknownWord[], questions: readonly QuestionReading[]): Shown[] {
  return unknown
    .filter(({ word }) => word.length <= longestWord)
    .sort((a, b) => b.rows - a.rows)
    .slice(0, mostShown)
    .flatMap(({ question: key, word, rows, choice }) => {
      const question = questions.find((each) => each.key === key)
      return question ? [{ question: key, wording: question.wording, word, rows, choice: choice === '' ? noAnswer : choice, choices: choicesFor(question) }] : []
    })
}

function choicesFor(question: QuestionReading) {
  const unknown = { value: dontKnow, label: 'Vet ej' }
  const own =
    question.kind === 'scale'
      ? [...scaleSteps(question.form).map((step) => ({ value: String(step), label: String(step) })), unknown]
      : [...choicesOffered(question).map(({ key, label }) => ({ value: key, label })), ...(question.kind === 'matrix' ? [unknown] : [])]
  return [...own, { value: noAnswer, label: 'Inget svar' }]
}

/** What was said of the words; those that nobody has said anything of stay as they were. */
export function wordsSent(form: SentForm): { question: string; word: string; choice: string }[] {
  return Array.from({ length: mostShown }, (_, at) => ({ question: form.text(`fraga-${at}`), word: form.text(`ord-${at}`), choice: form.text(`val-${at}`) }))
    .filter(({ choice }) => choice !== '')
    .map((each) => ({ ...each, choice: each.choice === noAnswer ? '' : each.choice }))
}

/** The form that says which choice a word of the file stands for. */
export function UnknownWords({ unknown }: { unknown: readonly Shown[] }) {
  if (unknown.length === 0) return null
  return (
    <Form act="words">
      <h2>Ord som inte finns bland valen</h2>
      <p>Säg vilket val de motsvarar. Annars går raderna inte att läsa in. Det kommer ihåg till nästa fil.</p>
      {unknown.map(({ question, wording, word, rows, choice, choices }, at) => (
        <div key={`${question} ${word}`}>
          <input type="hidden" name={`fraga-${at}`} value={question} />
          <input type="hidden" name={`ord-${at}`} value={word} />
          <SelectField
            name={`val-${at}`}
            label={
              <>
                {wording}: <bdi>”{word.length > 80 ? `${word.slice(0, 79).toWellFormed()}…` : word}”</bdi>
              </>
            }
            hint={`Står i ${formatCount(rows, 'rad', 'rader')}.`}
            value={choice}
            choices={choices}
            empty="Välj"
          />
        </div>
      ))}
      <Button quiet>Använd valen</Button>
    </Form>
  )
}
