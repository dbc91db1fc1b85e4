import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Acts, Button, ButtonLink } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { TextField } from '#ui/field'
import { Form } from '#ui/form'
import { asSentence } from '#ui/format'
import { WorkroomPage } from '#ui/workroom-page'
import { mayEnterPaper } from '../access.ts'
import { openedSurvey } from './opened-survey.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayEnterPaper(visit.actor)) refuse({ refused: 'forbidden' })
  const dialogue = await openedSurvey(params.slug, visit.now)
  const { slug, title } = dialogue
  const { searchParams } = new URL(request.url)
  const missing = searchParams.getAll('saknas')
  return {
    frame: workroomFrame(visit, request),
    dialogue: { slug, title, hasPlaces: dialogue.questions.some(({ kind }) => kind === 'place') },
    missing: printFields.filter((field) => missing.includes(field)),
    kept: Object.fromEntries(printFields.map((field) => [field, searchParams.get(field) ?? undefined])),
  }
}

const printFields = ['copies', 'first', 'returnTo'] as const
const problemWords = {
  copies: 'Skriv ett antal från 1 till 200',
  first: 'Skriv ett nummer från 1 till 1 000 000',
  returnTo: 'Skriv var blanketten lämnas, högst 300 tecken',
} as const

export default function Paper() {
  const { frame, dialogue, missing, kept } = useLoaderData<typeof loader>()
  const here = `/arbete/dialoger/${dialogue.slug}`
  const field = (name: (typeof printFields)[number], usual?: string) => ({ name, value: kept[name] ?? usual, error: missing.includes(name) ? problemWords[name] : undefined })
  return (
    <WorkroomPage frame={frame} title="Blankett, affischer och kort" lead={`${asSentence(dialogue.title)} Papper är lika gott som webben.`}>
      <title>{`Blankett, affischer och kort – ${dialogue.title}`}</title>
      <ErrorSummary problems={missing.map((name) => ({ field: name, text: problemWords[name] }))} />
      <Form action={`${here}/blankett.pdf`}>
        <h2>Skriv ut blanketten</h2>
        <p>Varje exemplar har ett nummer och en egen kvittokod. Koden sparas inte här, så samma exemplar kan inte skrivas ut igen.</p>
        <TextField {...field('copies', '10')} label="Antal exemplar" hint="Högst 200 åt gången." inputMode="numeric" short />
        <TextField {...field('first', '1')} label="Första numret" hint="Fortsätt där ni slutade förra gången." inputMode="numeric" short />
        <TextField {...field('returnTo')} label="Var blanketten lämnas" hint="Adress eller plats, till exempel biblioteket i Fränsta." />
        <Button>Gör blanketten</Button>
      </Form>
      <h2>Affischer och kort med QR-kod</h2>
      <p>
        {dialogue.hasPlaces
          ? 'En sida för varje plats: en affisch, eller tio kort att klippa isär. Ni ser hur många som kom därifrån. Var någon bor svarar var och en på själv.'
          : 'En affisch, eller tio kort att klippa isär, som leder till frågorna.'}
      </p>
      <Acts>
        <ButtonLink quiet href={`${here}/affischer.pdf`}>
          Gör affischerna
        </ButtonLink>
        <ButtonLink quiet href={`${here}/kort.pdf`}>
          Gör korten
        </ButtonLink>
      </Acts>
      <p>
        <a href={`${here}/inskrivning`}>Skriv in blanketter som kommit</a>
      </p>
    </WorkroomPage>
  )
}
