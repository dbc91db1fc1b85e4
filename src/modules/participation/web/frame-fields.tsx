import { SelectField, TextField } from '#ui/field'
import { draftLabels } from '../builder-words.ts'
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
      <TextField {...field('title')} label={draftLabels.title} hint="Så heter den på den öppna sidan." />
      <TextField
        {...field('slug')}
        label={draftLabels.slug}
        hint={`Små bokstäver a–z, siffror och bindestreck.${suggestsAddress ? ' Lämna tomt, så gör vi det av rubriken.' : ''}`}
        short
      />
      <SelectField {...field('kind')} label={draftLabels.kind} choices={Object.entries(kindWords).map(([value, label]) => ({ value, label }))} />
      <SelectField {...field('stepId')} label={draftLabels.stepId} choices={steps} />
      <SelectField {...field('groupId')} label={draftLabels.groupId} choices={groups} />
    </>
  )
}
