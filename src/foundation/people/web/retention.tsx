import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { changeRetention, type DataClass, type Retention, readRetention, readRetentionHistory } from '#people'
import { Button } from '#ui/button'
import { RadioGroup, SelectField, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { Notice } from '#ui/notice'
import { Table } from '#ui/table'
import { mayChangeRetention, mayReadSettings } from '../access.ts'
import { neverWeeded } from '../rules/never-weeded.ts'
import { retentionForm } from '../settings-schema.ts'
import { dataClassWords, retentionWords } from '../words.ts'
import { settingProblems } from './problem-words.ts'
import { Changes, SettingsPage } from './settings-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadSettings(visit.actor)) refuse({ refused: 'forbidden' })
  return { frame: workroomFrame(visit, request), rules: await readRetention(), history: await readRetentionHistory(), mayChange: mayChangeRetention(visit.actor) !== undefined }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const kept = { dataClass: form.text('dataClass'), rule: form.text('rule'), years: form.text('years'), decision: form.text('decision') }
  const wished = kept as { dataClass: DataClass; rule: Retention['rule']; years: string; decision: string }
  const read = retentionForm.safeParse(kept)
  if (form.text('act') === 'preview' && mayChangeRetention(actor) && read.success) return { kept, problems: [], preview: read.data }
  const result = await changeRetention(actor, wished, now)
  if (result.granted) throw redirect('/arbete/installningar/gallring')
  if (result.refusal.refused === 'forbidden') refuse(result.refusal)
  return data({ kept, problems: settingProblems(result.refusal), preview: undefined }, { status: statusOf(result.refusal) })
}

export default function RetentionRules() {
  const { frame, rules, history, mayChange } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const kept: Record<string, string> = answer?.kept ?? {}
  const errorOf = (field: string) => answer?.problems.find((problem) => problem.field === field)?.text
  return (
    <SettingsPage
      frame={frame}
      title="Gallring"
      lead="Här står hur länge varje slags uppgift sparas, och vilket beslut det vilar på. Det som ingen har beslutat om bevaras."
      problems={answer?.problems}
      scope="preview-"
    >
      {answer?.preview && (
        <Notice kind={answer.preview.rule === 'kept' ? undefined : 'warn'}>
          <h2>Så här blir det</h2>
          <p>{`${dataClassWords[answer.preview.dataClass]}: ${ruleSaid(answer.preview)}.`}</p>
          <p>Inget är sparat än. Det som har gallrats går inte att få tillbaka.</p>
          <Form act="save" hidden={answer.kept}>
            <Button>Spara regeln</Button>
          </Form>
        </Notice>
      )}
      <Table
        cards
        caption="Så länge sparas uppgifterna"
        columns={[{ title: 'Uppgifter' }, { title: 'Regel' }, { title: 'Beslut' }]}
        rows={rules.map((rule) => [
          dataClassWords[rule.dataClass],
          ruleSaid(rule),
          rule.decision ?? (neverWeeded.includes(rule.dataClass) ? 'Kan inte gallras' : 'Inget beslut än'),
        ])}
      />
      {mayChange && (
        <section>
          <h2>Ändra en regel</h2>
          <Form act="preview">
            <SelectField
              name="dataClass"
              label="Vilka uppgifter"
              choices={rules.map(({ dataClass }) => ({ value: dataClass, label: dataClassWords[dataClass] }))}
              value={kept.dataClass}
              error={errorOf('dataClass')}
            />
            <RadioGroup
              name="rule"
              label="Regel"
              choices={Object.entries(retentionWords).map(([value, label]) => ({ value, label }))}
              value={kept.rule ?? 'kept'}
              error={errorOf('rule')}
            />
            <TextField name="years" label="Antal år, om det gallras efter år" type="number" value={kept.years} error={errorOf('years')} short />
            <TextField
              name="decision"
              label="Gallringsbeslut"
              hint="Organ, dag och paragraf, till exempel Kommunstyrelsen 2026-03-02 § 41."
              value={kept.decision}
              error={errorOf('decision')}
            />
            <Button>Visa hur det blir</Button>
          </Form>
        </section>
      )}
      <Changes changes={history.map((each) => ({ ...each, what: `${dataClassWords[each.dataClass]}: ${ruleSaid(each)}${each.decision ? ` (${each.decision})` : ''}` }))} />
    </SettingsPage>
  )
}

function ruleSaid({ rule, years }: Pick<Retention, 'rule' | 'years'>): string {
  return rule === 'after-years' ? `Gallras efter ${years} år` : retentionWords[rule]
}
