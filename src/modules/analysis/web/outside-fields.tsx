import { CheckboxGroup, DayField, RadioGroup, TextArea, TextField } from '#ui/field'
import { outsideKindWords, outsideWeightWords } from '../outside-words.ts'

type Given = {
  readonly kept: Record<string, string>
  readonly themeIds: readonly string[]
  readonly themes: readonly { readonly id: string; readonly name: string }[]
  readonly problemOf: (name: string) => string | undefined
}

/** What is said of something known from outside, in the order one thinks it. */
export function OutsideFields({ kept, themeIds, themes, problemOf }: Given) {
  return (
    <>
      <RadioGroup name="kind" label="Vad är det?" choices={choicesOf(outsideKindWords)} value={kept.kind} error={problemOf('kind')} />
      <TextArea name="claim" label="Vad säger den?" value={kept.claim} rows={3} error={problemOf('claim')} />
      <TextField name="source" label="Källa" hint="Vem som har sagt det, till exempel Kolada eller Regionen." value={kept.source} error={problemOf('source')} />
      <TextField name="address" label="Adress på webben, om den finns" hint="Visas som text. Inget hämtas därifrån." value={kept.address} exact error={problemOf('address')} />
      <DayField name="datedOn" label="Vilken dag är den från?" value={kept.datedOn} error={problemOf('datedOn')} />
      <RadioGroup name="weight" label="Hur tungt väger den?" choices={choicesOf(outsideWeightWords)} value={kept.weight} error={problemOf('weight')} />
      <TextArea name="weightWhy" label="Varför väger den så?" value={kept.weightWhy} rows={2} error={problemOf('weightWhy')} />
      {themes.length > 0 && (
        <CheckboxGroup
          name="themeIds"
          label="Vilka teman hör den till?"
          choices={themes.map(({ id, name }) => ({ value: id, label: name }))}
          values={themeIds}
          error={problemOf('themeIds')}
        />
      )}
    </>
  )
}

function choicesOf(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}
