import { terms } from '#kernel/terms'
import { Button } from '#ui/button'
import { DayField, RadioGroup, SelectField, TextArea, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { draftLabels, templateWords } from '../builder-words.ts'
import { templates } from '../rules/dialogue-templates.ts'
import { type Choices, FrameFields, type Kept } from './frame-fields.tsx'

type Wishes = {
  readonly processId: string
  readonly steps: Choices
  readonly groups: Choices
  /** Dialogues that can be copied, also those of earlier processes. */
  readonly originals: Choices
  readonly kept: Kept
  readonly problems: readonly { readonly field: string; readonly text: string }[]
}

/** Only what is needed to begin a dialogue, and what to begin from. */
export function BeginForm({ processId, steps, groups, originals, kept, problems }: Wishes) {
  const field = (name: string) => ({ name, value: kept[name], error: problems.find((problem) => problem.field === name)?.text })
  const ways = [
    ...templates.map((value) => ({ value: value as string, label: templateWords[value][0], hint: templateWords[value][1] })),
    ...(originals.length > 0 ? [{ value: 'copy', label: 'Kopiera en annan dialog', hint: 'Dess texter och frågor. Välj vilken här under.' }] : []),
  ]
  return (
    <Form hidden={{ processId }}>
      <FrameFields field={field} steps={steps} groups={groups} suggestsAddress />
      <TextField {...field('titleEnglish')} label="Rubrik på engelska" hint="Bara om den ska gå att svara på också på engelska. Då följer mallens frågor med på engelska." />
      <DayField {...field('opensOn')} label={draftLabels.opensOn} />
      <DayField {...field('closesOn')} label={draftLabels.closesOn} />
      <RadioGroup {...field('begin')} label="Börja med" choices={ways} value={kept.begin ?? 'three-questions'} />
      <TextArea {...field('areas')} label={`${terms.focusArea.Many}, en rad för varje`} hint="Behövs bara för ett nuläge." rows={3} />
      {originals.length > 0 && <SelectField {...field('from')} label="Dialog att kopiera" hint="Behövs bara för en kopia." empty="Ingen" choices={originals} />}
      <Button>Gör dialogen</Button>
    </Form>
  )
}
