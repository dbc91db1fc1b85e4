import type { SentForm } from '#http/read-form'
import { DayField, RadioGroup, TextField } from '#ui/field'

export type WrittenFault = { readonly what: string; readonly whom: string; readonly reason: string; readonly mendedOn: string }

const most = 20
const empty: WrittenFault = { what: '', whom: '', reason: 'to-be-mended', mendedOn: '' }
const reasons = [
  { value: 'to-be-mended', label: 'Vi ska laga det' },
  { value: 'burdensome', label: 'Det är oskäligt betungande att laga (12 § i lagen)' },
  { value: 'exempt', label: 'Lagen gäller inte det här innehållet (9 §)' },
]

/** The faults that a form sent, without the places that were left empty. */
export function faultsIn(form: SentForm): WrittenFault[] {
  return Array.from({ length: most }, (_, place) => {
    const of = (name: string) => form.text(`faults.${place}.${name}`).trim()
    return { what: of('what'), whom: of('whom'), reason: of('reason'), mendedOn: of('mendedOn') }
  }).filter(({ what, whom, mendedOn }) => what !== '' || whom !== '' || mendedOn !== '')
}

/** The faults as hidden fields, for the form that saves what was previewed. */
export function hiddenFaults(faults: readonly WrittenFault[]): Record<string, string> {
  return Object.fromEntries(faults.flatMap((fault, place) => Object.entries(fault).map(([name, value]) => [`faults.${place}.${name}`, value])))
}

/** A place for each fault that is known, and two to write new ones in. A place that is emptied is a fault that is gone. */
export function FaultFields({ faults, errorOf }: { faults: readonly WrittenFault[]; errorOf(field: string): string | undefined }) {
  const places = [...faults, empty, empty].slice(0, most)
  return places.map((fault, place) => {
    const field = (name: keyof WrittenFault) => ({ name: `faults.${place}.${name}`, value: fault[name], error: errorOf(`faults.${place}.${name}`) })
    return (
      <fieldset key={String(place)}>
        <legend>{place < faults.length ? `Fel ${place + 1}` : `Nytt fel ${place + 1}`}</legend>
        <TextField {...field('what')} label="Vad som inte går" />
        <TextField {...field('whom')} label="Vem det drabbar" hint="Till exempel: den som läser med skärmläsare." />
        <RadioGroup {...field('reason')} label="Varför felet finns kvar" choices={reasons} />
        <DayField {...field('mendedOn')} label="Lagas senast" hint="Behövs när ni ska laga felet." />
      </fieldset>
    )
  })
}
