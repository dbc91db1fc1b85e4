import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { TextArea, TextField } from '#ui/field'
import { Form, scopeOf } from '#ui/form'
import { WorkroomPage } from '#ui/workroom-page'
import { mayHandOut } from '../access.ts'
import { readSurvey } from '../read-survey.ts'
import { readProtocols } from '../read-thinning.ts'
import { ProtocolsTable } from './protocols-table.tsx'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayHandOut(visit.actor)) refuse({ refused: 'forbidden' })
  const dialogue = await readSurvey(params.slug ?? '', visit.now)
  if (!dialogue || dialogue.state === 'draft') refuse({ refused: 'not-found' })
  const { searchParams } = new URL(request.url)
  const missing = searchParams.getAll('saknas')
  return {
    frame: workroomFrame(visit, request),
    slug: dialogue.slug,
    dialogue: dialogue.title,
    missing: (['decision', 'reason'] as const).filter((field) => missing.includes(field)),
    kept: { decision: searchParams.get('decision') ?? undefined, reason: searchParams.get('reason') ?? undefined },
    protocols: (await readProtocols(dialogue.id)).filter(({ kind }) => kind === 'handout'),
  }
}

const problemWords = { decision: 'Skriv ärendets nummer, högst 120 tecken', reason: 'Skriv vad begäran gäller, högst 500 tecken' } as const

export default function Handout() {
  const { frame, slug, dialogue, missing, kept, protocols } = useLoaderData<typeof loader>()
  const title = `Begäran om allmän handling: ${dialogue}`
  const problems = missing.map((field) => ({ field, text: problemWords[field] }))
  const problemOf = (name: string) => problems.find(({ field }) => field === name)?.text
  return (
    <WorkroomPage
      frame={frame}
      title={title}
      lead="Ställ samman det som lämnas ut: texterna som de får visas, vad som är maskerat och varför, och hur många texter som undanhålls."
    >
      <title>{title}</title>
      <ErrorSummary problems={problems} scope={scopeOf('handout')} />
      <p>Filerna är dina att lämna vidare. Texterna sparas inte en gång till här: protokollet håller antalen och filernas kontrollsummor.</p>
      <Form act="handout" action={`/arbete/dialoger/${slug}/begaran/fil`}>
        <TextField name="decision" label="Ärendets nummer" maxLength={120} value={kept.decision} error={problemOf('decision')} />
        <TextArea name="reason" label="Vad begäran gäller" hint="Skriv inte vem som har frågat." rows={3} maxLength={500} value={kept.reason} error={problemOf('reason')} />
        <Button>Ställ samman och hämta</Button>
      </Form>
      <ProtocolsTable caption="Utlämningar" none="Inget är utlämnat" protocols={protocols} />
      <p>
        <a href={`/arbete/dialoger/${slug}`}>Tillbaka till dialogen</a>
      </p>
    </WorkroomPage>
  )
}
