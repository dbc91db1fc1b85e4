import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { type AccessibilityStatement, mayStateAccessibility, previewAccessibility, readAccessibility, readAccessibilityHistory, stateAccessibility } from '#people'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { DayField, RadioGroup, TextField } from '#ui/field'
import { Form, scopeOf } from '#ui/form'
import { formatInstant } from '#ui/format'
import { Notice } from '#ui/notice'
import { WorkroomPage } from '#ui/workroom-page'
import { readTrial } from '../read-trial.ts'
import { StatementText } from './accessibility-statement.tsx'
import { accessibilityWords, editWords } from './accessibility-words.ts'
import { FaultFields, faultsIn, hiddenFaults } from './fault-fields.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayStateAccessibility(visit.actor)) refuse({ refused: 'forbidden' })
  return { frame: workroomFrame(visit, request), held: await readAccessibility(), history: await readAccessibilityHistory(), trial: readTrial() }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const kept = { conformity: form.text('conformity'), triedBy: form.text('triedBy'), triedOn: form.text('triedOn'), contact: form.text('contact'), faults: faultsIn(form) }
  const input = kept as Parameters<typeof stateAccessibility>[1]
  // Shown before it holds.
  const preview = form.text('act') === 'preview' ? previewAccessibility(actor, input, now) : undefined
  if (preview?.granted) return { kept, problems: [], preview: preview.value as AccessibilityStatement | undefined }
  const result = preview ?? (await stateAccessibility(actor, input, now))
  if (result.granted) throw redirect('/arbete/tillganglighet')
  if (result.refusal.refused === 'forbidden' || result.refusal.refused === 'not-found') refuse(result.refusal)
  const problems = problemTexts(result.refusal, editWords).map(({ field, text }) => ({ field: field || 'triedOn', text }))
  return data({ kept, problems, preview: undefined }, { status: statusOf(result.refusal) })
}

export default function EditAccessibility() {
  const { frame, held, history, trial } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const kept = answer?.kept ?? keptOf(held)
  const errorOf = (name: string) => answer?.problems.find(({ field }) => field === name)?.text
  const field = (name: 'conformity' | 'triedBy' | 'triedOn' | 'contact') => ({ name, value: kept[name], error: errorOf(name) })
  return (
    <WorkroomPage frame={frame} title={accessibilityWords('sv').heading} lead="Det som en människa vet och programmet inte kan pröva. Du får se hur det blir innan det gäller.">
      <title>Tillgänglighetsredogörelse</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={scopeOf('preview')} />
      {answer?.preview && (
        <Notice>
          <p>
            <strong>Så här blir det.</strong> Inget är sparat än.
          </p>
          <StatementText language="sv" municipality={frame.municipality} statement={answer.preview} trial={trial} />
          <Form act="save" hidden={{ conformity: kept.conformity, triedBy: kept.triedBy, triedOn: kept.triedOn, contact: kept.contact, ...hiddenFaults(kept.faults) }}>
            <Button>Spara och visa för alla</Button>
          </Form>
        </Notice>
      )}
      {!held && !answer && <p>Ingen har skrivit något här än. På den öppna sidan står därför att ingen människa har granskat webbplatsen.</p>}
      <Form act="preview">
        <RadioGroup
          {...field('conformity')}
          label="Hur följer webbplatsen lagen?"
          choices={[
            { value: 'full', label: 'Helt förenlig' },
            { value: 'partial', label: 'Delvis förenlig' },
            { value: 'none', label: 'Inte förenlig' },
          ]}
        />
        <TextField {...field('triedBy')} label="Vem som prövade för hand, och hur" hint="Till exempel: två handläggare, med tangentbord och skärmläsare. Inga namn på personer." />
        <DayField {...field('triedOn')} label="Dagen ni prövade" />
        <TextField {...field('contact')} label="Hur man får hjälp på annat sätt" hint="Till exempel växelns telefon och en besöksadress. Får vara tomt." />
        <h2>Fel ni känner till</h2>
        <FaultFields faults={kept.faults} errorOf={errorOf} />
        <Button>Visa hur det blir</Button>
      </Form>
      {history.length > 0 && (
        <section>
          <h2>Ändringar</h2>
          <ul className="rows">
            {history.map((each) => (
              <li key={each.id}>
                {accessibilityWords('sv')[each.conformity]}{' '}
                <span className="soft">
                  {each.statedBy}, {formatInstant(each.statedAt)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a href="/tillganglighet">Se den öppna sidan</a>
      </p>
    </WorkroomPage>
  )
}

function keptOf(held: AccessibilityStatement | undefined) {
  const { conformity = '', triedBy = '', triedOn = '', contact, faults = [] } = held ?? {}
  return { conformity, triedBy, triedOn, contact: contact ?? '', faults: faults.map((fault) => ({ ...fault, mendedOn: fault.mendedOn ?? '' })) }
}
