import { SelectField, TextField } from '#ui/field'
import { kindWords } from '../words.ts'

export type Choices = readonly { readonly value: string; readonly label: string }[]
export type Kept = Readonly<Record<string, string>>
type Wishes = {
  readonly field: (name: string) => { readonly name: string; readonly value: string | undefined; readonly error: string | undefined }
  readonly steps: Choices
  readonly groups: Choices
  /** The address is made from the title when nobody writes one. */
  readonly suggestsAddress?: boolean
}

/** What a dialogue is called and where it belongs: asked both when it is begun and when it is revised. */
export function FrameFields({ field, steps, groups, suggestsAddress }: Wishes) {
  return (
    <>
      <TextField {...field('title')} label="Rubrik" hint="Så heter den på den öppna sidan." />
      <TextField
        {...field('slug')}
        label="Namn i adressen"
        hint={`Små bokstäver a–z, siffror och bindestreck.${suggestsAddress ? ' Lämna tomt, så gör vi det av rubriken.' : ''}`}
        short
      />
      <SelectField {...field('kind')} label="Slag" choices={Object.entries(kindWords).map(([value, label]) => ({ value, label }))} />
      <SelectField {...field('stepId')} label="Vilket steg den hör till" choices={steps} />
      <SelectField {...field('groupId')} label="Vilka som tillfrågas" choices={groups} />
    </>
  )
}
