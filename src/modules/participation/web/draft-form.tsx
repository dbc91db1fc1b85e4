import { Button } from '#ui/button'
import { CheckField, DayField, SelectField, TextArea, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { draftLabels } from '../builder-words.ts'
import { retentionWords } from '../words.ts'
import { type Choices, FrameFields, type Kept } from './frame-fields.tsx'

type Wishes = {
  readonly hidden: Record<string, string>
  readonly steps: Choices
  readonly groups: Choices
  readonly kept: Kept
  readonly problems: readonly { readonly field: string; readonly text: string }[]
}

/** The texts and times of a dialogue: what it is called, for whom it is, when, and what people are told before they answer. */
export function DraftForm({ hidden, steps, groups, kept, problems }: Wishes) {
  const field = (name: string) => ({ name, value: kept[name], error: problems.find((problem) => problem.field === name)?.text })
  return (
    <Form hidden={hidden}>
      <FrameFields field={field} steps={steps} groups={groups} />
      <DayField {...field('opensOn')} label={draftLabels.opensOn} />
      <TextField {...field('opensTime')} label={draftLabels.opensTime} value={kept.opensTime || '00:00'} short />
      <DayField {...field('closesOn')} label={draftLabels.closesOn} />
      <TextField
        {...field('closesTime')}
        label={draftLabels.closesTime}
        hint="24:00 är midnatt när sista dagen är slut. Det är alltid svensk tid."
        value={kept.closesTime || '24:00'}
        short
      />
      <TextArea {...field('information')} label="Information till den som svarar" hint="Vad, varför och vem som läser." />
      <TextField {...field('legalBasis')} label="Lagligt stöd" hint="Oftast: Uppgift av allmänt intresse (artikel 6.1 e i dataskyddsförordningen)." />
      <SelectField {...field('retention')} label="Hur länge svaren sparas" choices={Object.entries(retentionWords).map(([value, label]) => ({ value, label }))} />
      <TextField {...field('retentionYears')} label={draftLabels.retentionYears} inputMode="numeric" short />
      <TextField {...field('draftDays')} label={draftLabels.draftDays} inputMode="numeric" value={kept.draftDays || '14'} short />
      <TextArea {...field('promise')} label="Löfte" hint="Vad svaren ska användas till, och när folk får veta hur det gick." rows={2} />
      <TextField {...field('contact')} label="Vem man kan fråga" />
      <CheckField
        name="figuresWhileOpen"
        label="Visa siffrorna för alla medan den är öppen"
        hint="Det kan bara lovas innan det första svaret. Siffror om få personer visas aldrig."
        checked={kept.figuresWhileOpen !== undefined}
      />
      <details open={problems.some(({ field: name }) => name.includes('English')) || Boolean(kept.titleEnglish) || undefined}>
        <summary>På engelska</summary>
        <p>Översätt rubriken och alla frågor, eller ingenting. Den som läser på engelska ser annars den svenska texten.</p>
        <TextField {...field('titleEnglish')} label="Rubrik på engelska" />
        <TextArea {...field('informationEnglish')} label="Information på engelska" />
        <TextArea {...field('promiseEnglish')} label="Löfte på engelska" rows={2} />
      </details>
      <Button>Spara texterna</Button>
    </Form>
  )
}
