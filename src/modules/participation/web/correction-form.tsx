import { Button } from '#ui/button'
import { TextArea, TextField } from '#ui/field'
import { Form } from '#ui/form'
import type { QuestionReading } from '../read-survey.ts'
import type { Choice } from '../rules/question.ts'

type Wishes = {
  readonly question: QuestionReading
  readonly basis: string
  readonly kept: Readonly<Record<string, string>> | undefined
  readonly problems: readonly { readonly field: string; readonly text: string }[]
}

/** The words of a question, one field each; what it asks for has no field. */
export function CorrectionForm({ question, basis, kept, problems }: Wishes) {
  const { kind, form, wordingEnglish } = question
  const field = (name: string, stored: string | null | undefined) => ({
    name,
    value: kept?.[name] ?? stored ?? '',
    error: problems.find((problem) => problem.field === name)?.text,
  })
  const inEnglish = wordingEnglish !== null
  const labels = (list: 'choices' | 'rows', choices: readonly Choice[] = []) =>
    choices.map(({ key, label, labelEnglish }, index) => {
      const name = list === 'rows' ? `Rad ${index + 1}` : `Val ${index + 1}`
      return (
        <div key={key}>
          <TextField {...field(`${list}:${key}:label`, label)} label={name} />
          {inEnglish && <TextField {...field(`${list}:${key}:labelEnglish`, labelEnglish)} label={`${name} på engelska`} />}
        </div>
      )
    })
  return (
    <Form hidden={{ basis }}>
      <TextField {...field('wording', question.wording)} label={kind === 'information' ? 'Rubrik' : 'Frågan'} />
      {inEnglish && <TextField {...field('wordingEnglish', wordingEnglish)} label="På engelska" />}
      <TextArea {...field('hint', question.hint)} label={kind === 'information' ? 'Texten' : 'Hjälp till frågan'} rows={2} />
      {inEnglish && <TextArea {...field('hintEnglish', question.hintEnglish)} label="Hjälpen på engelska" rows={2} />}
      {labels('rows', form.rows)}
      {labels('choices', form.choices)}
      {kind === 'scale' && (
        <>
          <TextField {...field('leastLabel', form.leastLabel)} label="Vad det lägsta betyder" />
          {inEnglish && <TextField {...field('leastLabelEnglish', form.leastLabelEnglish)} label="Det lägsta på engelska" />}
          <TextField {...field('mostLabel', form.mostLabel)} label="Vad det högsta betyder" />
          {inEnglish && <TextField {...field('mostLabelEnglish', form.mostLabelEnglish)} label="Det högsta på engelska" />}
        </>
      )}
      {kind === 'number' && <TextField {...field('unit', form.unit)} label="Enhet" />}
      {kind === 'number' && inEnglish && <TextField {...field('unitEnglish', form.unitEnglish)} label="Enheten på engelska" />}
      <TextField {...field('reason', undefined)} label="Skälet" hint="Det här läser alla som svarar." />
      <Button>Spara rättelsen</Button>
    </Form>
  )
}
