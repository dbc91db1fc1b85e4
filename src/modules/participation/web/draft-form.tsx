import { Button } from '#ui/button'
import { DayField, SelectField, TextArea, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { axisWords, kindWords, retentionWords, stanceWords } from '../words.ts'

type Choices = readonly { readonly value: string; readonly label: string }[]
type Wishes = {
  readonly hidden: Record<string, string>
  readonly steps: Choices
  readonly groups: Choices
  readonly rows: number
  readonly kept: Readonly<Record<string, string>>
  readonly problems: readonly { readonly field: string; readonly text: string }[]
  readonly button: string
}

/** A dialogue as it is prepared: what, for whom, when, and the questions. Rows without a wording are left out. */
export function DraftForm({ hidden, steps, groups, rows, kept, problems, button }: Wishes) {
  const field = (name: string) => ({ name, value: kept[name], error: problems.find((problem) => problem.field === name)?.text })
  return (
    <Form hidden={hidden}>
      <TextField {...field('title')} label="Rubrik" hint="Så heter den på den öppna sidan." />
      <TextField {...field('slug')} label="Namn i adressen" hint="Små bokstäver a–z, siffror och bindestreck." short />
      <SelectField {...field('kind')} label="Slag" choices={Object.entries(kindWords).map(([value, label]) => ({ value, label }))} />
      <SelectField {...field('stepId')} label="Vilket steg den hör till" choices={steps} />
      <SelectField {...field('groupId')} label="Vilka som tillfrågas" choices={groups} />
      <DayField {...field('opensOn')} label="Första dagen" />
      <TextField {...field('opensTime')} label="Öppnar klockan" value={kept.opensTime || '00:00'} short />
      <DayField {...field('closesOn')} label="Sista dagen" />
      <TextField
        {...field('closesTime')}
        label="Stänger klockan"
        hint="24:00 är midnatt när sista dagen är slut. Det är alltid svensk tid."
        value={kept.closesTime || '24:00'}
        short
      />
      <TextArea {...field('information')} label="Information till den som svarar" hint="Vad, varför, vem som läser, hur länge svaren sparas och med vilket lagligt stöd." />
      <TextField {...field('legalBasis')} label="Lagligt stöd" hint="Oftast: Uppgift av allmänt intresse (artikel 6.1 e i dataskyddsförordningen)." />
      <SelectField {...field('retention')} label="Hur länge svaren sparas" choices={choicesOf(retentionWords)} />
      <TextField {...field('retentionYears')} label="Antal år, om de tas bort efter en tid" inputMode="numeric" short />
      <TextField {...field('draftDays')} label="Dagar som ett påbörjat svar sparas" inputMode="numeric" value={kept.draftDays || '14'} short />
      <TextArea {...field('promise')} label="Löfte" hint="Vad svaren ska användas till, och när folk får veta hur det gick." rows={2} />
      <TextField {...field('contact')} label="Vem man kan fråga" />
      {Array.from({ length: rows }, (_, index) => index + 1).map((row) => (
        <fieldset key={row}>
          <legend>
            <h2>Fråga {row}</h2>
          </legend>
          <TextField {...field(`wording${row}`)} label="Frågan" hint={row === 1 ? 'Rader utan fråga tas bort.' : undefined} />
          <TextField {...field(`hint${row}`)} label="Hjälp till frågan, om det behövs" />
          <SelectField
            {...field(`axis${row}`)}
            label="Vad den gäller"
            choices={choicesOf(axisWords)}
            hint={row === 1 ? 'Svar om platsen och svar om arbetsplatsen räknas aldrig ihop.' : undefined}
          />
          <SelectField {...field(`stance${row}`)} label="Vad ett svar betyder" empty="Inget bestämt" choices={choicesOf(stanceWords)} />
          <TextField {...field(`maxLines${row}`)} label="Högst så många rader" type="number" value={kept[`maxLines${row}`] || '3'} short />
        </fieldset>
      ))}
      <details open={problems.some(({ field: name }) => name.includes('English')) || undefined}>
        <summary>På engelska</summary>
        <p>Översätt rubriken och alla frågor, eller ingenting. Den som läser på engelska ser annars den svenska texten.</p>
        <TextField {...field('titleEnglish')} label="Rubrik på engelska" />
        <TextArea {...field('informationEnglish')} label="Information på engelska" />
        <TextArea {...field('promiseEnglish')} label="Löfte på engelska" rows={2} />
        {Array.from({ length: rows }, (_, index) => index + 1).map((row) => (
          <fieldset key={row}>
            <legend>Fråga {row} på engelska</legend>
            <TextField {...field(`wordingEnglish${row}`)} label={`Fråga ${row}`} />
            <TextField {...field(`hintEnglish${row}`)} label={`Hjälp till fråga ${row}`} />
          </fieldset>
        ))}
      </details>
      <Button>{button}</Button>
    </Form>
  )
}

function choicesOf(words: Record<string, string>): Choices {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}
