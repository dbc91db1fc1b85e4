import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { accentContrast, changeSettings, nearestReadable, readMunicipality, readSettingsHistory } from '#people'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatInstant } from '#ui/format'
import { Notice } from '#ui/notice'
import { WorkroomPage } from '#ui/workroom-page'
import { mayChangeSettings } from '../access.ts'
import { settingsForm } from '../schema.ts'
import { problemWords } from './problem-words.ts'
import { SettingsLinks } from './settings-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayChangeSettings(visit.actor)) refuse({ refused: 'forbidden' })
  return { frame: workroomFrame(visit, request), held: await readMunicipality(), history: await readSettingsHistory() }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const held = await readMunicipality()
  // What the form did not ask about stays as it is.
  const textOf = (field: 'name' | 'accent' | 'contact') => (form.has(field) ? form.text(field) : (held?.[field] ?? ''))
  const kept = { name: textOf('name'), accent: textOf('accent'), contact: textOf('contact') }
  const read = settingsForm.safeParse(kept)
  // Shown before it holds.
  if (form.text('act') === 'preview' && mayChangeSettings(actor) && read.success) return { kept, problems: [], preview: read.data, offered: undefined }
  const result = await changeSettings(actor, kept, now)
  if (result.granted) throw redirect('/arbete/installningar')
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const problems = refusal.refused === 'invalid' ? problemWords(refusal.problems) : [{ field: '', text: 'Inget är ändrat: allt är som det var' }]
  const isUnreadable = refusal.refused === 'invalid' && refusal.problems.some(({ problem }) => problem === 'not-readable')
  return data({ kept, problems, preview: undefined, offered: isUnreadable ? offerFor(kept.accent) : undefined }, { status: statusOf(refusal) })
}

function offerFor(wished: string): { contrast: string; accent: string } {
  const colour = `#${wished.trim().toLowerCase().replace(/^#/, '')}`
  return { contrast: accentContrast(colour, 'light').toFixed(1).replace('.', ','), accent: nearestReadable(colour).slice(1) }
}

export default function Settings() {
  const { frame, held, history } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { preview, offered } = answer ?? {}
  const kept = answer?.kept ?? { name: held?.name ?? '', accent: held?.accent ?? '', contact: held?.contact ?? '' }
  const errorOf = (field: string) => answer?.problems.find((problem) => problem.field === field)?.text
  return (
    <WorkroomPage frame={frame} title="Inställningar" lead="Så här heter kommunen och så här ser sidorna ut. Du får se hur det blir innan det gäller.">
      <title>Inställningar</title>
      <SettingsLinks path={frame.path} />
      {preview?.accent && <link rel="stylesheet" href={`/utseende/${preview.accent}.css`} />}
      <ErrorSummary problems={answer?.problems ?? []} />
      {preview && (
        <Notice>
          <h2>Så här blir det</h2>
          <p>
            <strong>{preview.name}</strong>. <a href="/">En länk ser ut så här</a>, och knappen här under är en knapp. Inget är sparat än.
          </p>
          <Form act="save" hidden={{ name: preview.name, accent: preview.accent, contact: preview.contact }}>
            <Button>Spara så</Button>
          </Form>
        </Notice>
      )}
      {offered && (
        <Notice>
          <p>
            Kontrasten mot det som färgen står på är {offered.contrast}. Den ska vara minst 4,5 för att alla ska kunna läsa. Närmaste färg som går är{' '}
            <strong>{offered.accent}</strong>.
          </p>
          <Form act="preview" hidden={{ name: kept.name, accent: offered.accent, contact: kept.contact }}>
            <Button quiet>Visa hur {offered.accent} blir</Button>
          </Form>
        </Notice>
      )}
      <Form act="preview">
        <TextField name="name" label="Kommunens namn" value={kept.name} error={errorOf('name')} />
        <TextField
          name="accent"
          label="Färg på länkar och knappar"
          hint="Sex tecken ur er grafiska profil, till exempel 1b4f8f. Lämna tomt för blått."
          value={kept.accent}
          error={errorOf('accent')}
          short
          exact
        />
        <TextField
          name="contact"
          type="email"
          label="E-post för den som inte kan använda en sida"
          hint="Står på sidan Tillgänglighet. Dit går breven när någon säger till om ett fel."
          value={kept.contact}
          error={errorOf('contact')}
        />
        <Button>Visa hur det blir</Button>
      </Form>
      <p>
        <a href="/arbete/installningar/logotyp">Välj kommunens logotyp</a>
      </p>
      {history.length > 0 && (
        <section>
          <h2>Ändringar</h2>
          <ul className="rows">
            {history.map((each) => (
              <li key={each.id}>
                {each.name}, {each.accent ? `färgen ${each.accent}` : 'blått'}
                {each.contact && `, ${each.contact}`}{' '}
                <span className="soft">
                  {each.setBy}, {formatInstant(each.setAt)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </WorkroomPage>
  )
}
