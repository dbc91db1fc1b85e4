import { Button } from '#ui/button'
import { CheckboxGroup, RadioGroup, SelectField, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { conditionWords } from '../builder-words.ts'
import { otherKey } from '../rules/check-answers.ts'
import { type Condition, choiceKeys, dontKnow, type Question } from '../rules/question.ts'

/** First the question that the condition is on. */
export function QuestionOfCondition({ earlier }: { earlier: readonly { readonly value: string; readonly label: string }[] }) {
  return (
    <form method="get">
      <h2>Lägg till ett villkor</h2>
      <SelectField name="pa" label="Det beror på svaret på frågan" choices={earlier} />
      <Button>Välj svar</Button>
    </form>
  )
}

type Wishes = {
  readonly question: Pick<Question, 'key' | 'kind' | 'form'> & { readonly wording: string }
  readonly kept: Readonly<Record<string, string>>
  readonly values: readonly string[]
  readonly error: string | undefined
}

/** Then what is to have been answered on it. */
export function AnswerOfCondition({ question, kept, values, error }: Wishes) {
  const { key, kind, form, wording } = question
  const chosen = kind === 'one' || kind === 'several' || kind === 'picture' || kind === 'scale' || kind === 'place'
  const counted = kind === 'number' || kind === 'scale' || kind === 'several'
  const ways: Condition['is'][] = [...(chosen ? (['one-of', 'not-one-of'] as const) : []), ...(counted ? (['at-least', 'at-most'] as const) : []), 'answered', 'not-answered']
  const labels = new Map(form.choices?.map((choice) => [choice.key, choice.label]))
  const offered = [
    ...choiceKeys(question).map((value) => ({ value, label: labels.get(value) ?? (value === dontKnow ? 'Vet ej' : value) })),
    ...(form.other ? [{ value: otherKey, label: 'Annat' }] : []),
  ]
  return (
    <Form act="add" hidden={{ question: key }}>
      <h2>Vad de ska ha svarat</h2>
      <p>{wording}</p>
      <RadioGroup
        name="is"
        label="Frågan ställs till dem som"
        choices={ways.map((value) => ({ value, label: conditionWords[value] }))}
        value={kept.is ?? ways[0]}
        error={chosen ? undefined : error}
      />
      {chosen && <CheckboxGroup name="values" label="Svaren" choices={offered} values={values} error={error} />}
      {counted && <TextField name="value" label={kind === 'several' ? 'Antal val' : 'Talet'} hint="Behövs för minst och högst." value={kept.value} inputMode="decimal" short />}
      <Button>Lägg till villkoret</Button>
    </Form>
  )
}
