import { terms } from '#kernel/terms'
import { Button } from '#ui/button'
import { type Choice, DayField, SelectField, TextArea, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { ruleWords, targetWords } from '../words.ts'

type Kept = Record<string, string>

export function GoalForm({ kept, areas, organs }: { kept: Kept; areas: readonly Choice[]; organs: readonly Choice[] }) {
  return (
    <Form act="goal">
      <h2>Skriv {terms.goal.a}</h2>
      <TextField name="number" label="Nummer" value={kept.number} short />
      <TextArea name="text" label={terms.goal.The} hint="Vilken verkan ska det ha, för vem?" value={kept.text} rows={2} />
      <SelectField name="focusAreaId" label={`${terms.focusArea.One} i visionen`} empty="Inget" choices={areas} value={kept.focusAreaId} />
      <TextField name="heading" label={`${terms.plan.The}s egen rubrik, om den har en`} value={kept.heading} />
      <SelectField name="responsibleId" label="Ansvarigt organ" choices={organs} value={kept.responsibleId} />
      <SelectField name="rule" label="Bedöms genom" choices={Object.entries(ruleWords).map(([value, label]) => ({ value, label }))} value={kept.rule} />
      <TextField name="ruleCount" label={`Hur många ${terms.target.many}, om minst några`} type="number" value={kept.ruleCount} short />
      <TextField
        name="partlyFrom"
        label="Delvis uppfyllt från vilken del av vägen"
        hint="En andel mellan 0 och 1. Lämna tomt om delvis inte finns."
        value={kept.partlyFrom}
        short
      />
      <TextArea name="whyWeBelieve" label="Varför vi tror på det" hint="En mening om vad kommunen kan påverka." value={kept.whyWeBelieve} rows={2} />
      <Button>Lägg till {terms.goal.the}</Button>
    </Form>
  )
}

export function TargetForm({ goalId, kept, definitions, baselines }: { goalId: string; kept: Kept; definitions: readonly Choice[]; baselines: readonly Choice[] }) {
  return (
    <Form act="target" hidden={{ goalId }}>
      <SelectField name="definitionId" label={terms.indicator.One} choices={definitions} value={kept.definitionId} />
      <SelectField name="kind" label={`Slags ${terms.target.one}`} choices={Object.entries(targetWords).map(([value, label]) => ({ value, label }))} value={kept.kind} />
      <SelectField name="baselineId" label="Nuläge att räkna från (för nå)" empty="Inget" choices={baselines} value={kept.baselineId} />
      <TextField name="value" label={terms.target.One} value={kept.value} short />
      <TextField name="low" label="Lägst (för håll inom)" value={kept.low} short />
      <TextField name="high" label="Högst (för håll inom)" value={kept.high} short />
      <TextField name="tolerance" label="Tolerans (för håll minst och håll högst)" value={kept.tolerance} short />
      <TextField name="by" label="Till vilken period" hint="Till exempel 2026." value={kept.by} short />
      <Button>Sätt {terms.target.the}</Button>
    </Form>
  )
}

export function ActivityForm({ goalId, kept, organs }: { goalId: string; kept: Kept; organs: readonly Choice[] }) {
  return (
    <Form act="activity" hidden={{ goalId }}>
      <TextArea name="text" label="Vad som ska göras" value={kept.text} rows={2} />
      <SelectField name="responsibleId" label="Ansvarigt organ" choices={organs} value={kept.responsibleId} />
      <DayField name="startsOn" label="Börjar" value={kept.startsOn} />
      <DayField name="endsOn" label="Slutar" value={kept.endsOn} />
      <Button>Lägg till</Button>
    </Form>
  )
}
