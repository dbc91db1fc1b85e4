import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Acts, Button, ButtonLink } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { RadioGroup, TextField } from '#ui/field'
import { Form, scopeOf } from '#ui/form'
import { WorkroomPage } from '#ui/workroom-page'
import { mayExportAnswers, mayHandOut, mayThin } from '../access.ts'
import { exportRefusals, formatWords, textsWords, unsaidWords } from '../export-words.ts'
import { readSurvey } from '../read-survey.ts'
import { unsaidInForm } from '../write-xlsform.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayExportAnswers(visit.actor)) refuse({ refused: 'forbidden' })
  const dialogue = await readSurvey(params.slug ?? '', visit.now)
  if (!dialogue || dialogue.state === 'draft') refuse({ refused: 'not-found' })
  const { searchParams } = new URL(request.url)
  return {
    frame: workroomFrame(visit, request),
    slug: dialogue.slug,
    title: dialogue.title,
    format: Object.keys(formatWords).find((format) => format === searchParams.get('format')) ?? 'people',
    unsaid: unsaidInForm(dialogue),
    isMissingReason: searchParams.get('saknas') === 'skal',
    mayHandOut: mayHandOut(visit.actor) !== undefined,
    mayThin: mayThin(visit.actor) !== undefined,
  }
}

const choicesOf = (words: Readonly<Record<string, readonly [string, string]>>) => Object.entries(words).map(([value, [label, hint]]) => ({ value, label, hint }))

export default function Export() {
  const { frame, slug, title: dialogue, format, unsaid, isMissingReason, mayHandOut: mayRequest, mayThin: mayErase } = useLoaderData<typeof loader>()
  const title = `Hämta svaren: ${dialogue}`
  const problems = isMissingReason ? [{ field: 'reason', text: exportRefusals['no-reason'] }] : []
  return (
    <WorkroomPage frame={frame} title={title} lead="Du får svaren i en fil, med en kodbok som säger vad varje kolumn betyder.">
      <title>{title}</title>
      <ErrorSummary problems={problems} scope={scopeOf('export')} />
      <p>Filen säger inte vem som har svarat eller när. Raderna ligger i slumpvis ordning. Små tal är inte dolda: visa inte filen för andra än dem som arbetar med svaren.</p>
      <Acts>
        {mayRequest && (
          <ButtonLink quiet href={`/arbete/dialoger/${slug}/begaran`}>
            Begäran om allmän handling
          </ButtonLink>
        )}
        {mayErase && (
          <ButtonLink quiet href={`/arbete/dialoger/${slug}/gallring`}>
            Gallring
          </ButtonLink>
        )}
      </Acts>
      <Form act="export" action={`/arbete/dialoger/${slug}/utlamning/fil`}>
        <RadioGroup name="format" label="Slags fil" value={format} choices={choicesOf(formatWords)} />
        <RadioGroup name="texts" label="Texter" value={isMissingReason ? 'raw' : 'shown'} choices={choicesOf(textsWords)} />
        <TextField name="reason" label="Skälet" hint="Behövs när du hämtar texterna som de skrevs." maxLength={500} error={problems[0]?.text} />
        <Button>Hämta filen</Button>
      </Form>
      <h2>Frågorna som XLSForm</h2>
      <p>Med filen kan samma frågor ställas i andra verktyg, som Kobo och ODK.</p>
      {unsaid.length > 0 && (
        <>
          <p>Det här följer inte med:</p>
          <ul>
            {unsaid.map(({ key, what, wording }) => (
              <li key={key + what}>{`${wording} – ${unsaidWords[what]}`}</li>
            ))}
          </ul>
        </>
      )}
      <Acts>
        <ButtonLink quiet href={`/arbete/dialoger/${slug}/xlsform`}>
          Hämta frågorna
        </ButtonLink>
      </Acts>
      <p>
        <a href={`/arbete/dialoger/${slug}`}>Tillbaka till dialogen</a>
      </p>
    </WorkroomPage>
  )
}
