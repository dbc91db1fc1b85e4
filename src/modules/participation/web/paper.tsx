import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Button, ButtonLink } from '#ui/button'
import { TextField } from '#ui/field'
import { Form } from '#ui/form'
import { WorkroomPage } from '#ui/workroom-page'
import { mayEnterPaper } from '../access.ts'
import { readSurvey } from '../read-survey.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayEnterPaper(visit.actor)) refuse({ refused: 'forbidden' })
  const dialogue = await readSurvey(params.slug ?? '', visit.now)
  if (dialogue?.kind !== 'survey' || dialogue.state === 'draft') refuse({ refused: 'not-found' })
  const { slug, title } = dialogue
  return { frame: workroomFrame(visit, request), dialogue: { slug, title, hasPlaces: dialogue.questions.some(({ kind }) => kind === 'place') } }
}

export default function Paper() {
  const { frame, dialogue } = useLoaderData<typeof loader>()
  const here = `/arbete/dialoger/${dialogue.slug}`
  return (
    <WorkroomPage frame={frame} title="Blankett och affischer" lead={`${dialogue.title}. Papper är lika gott som webben.`}>
      <title>{`Blankett och affischer – ${dialogue.title}`}</title>
      <Form action={`${here}/blankett.pdf`}>
        <h2>Skriv ut blanketten</h2>
        <p>Varje exemplar har ett nummer och en egen kvittokod. Koden sparas inte här, så samma exemplar kan inte skrivas ut igen.</p>
        <TextField name="copies" label="Antal exemplar" hint="Högst 200 åt gången." value="10" inputMode="numeric" short />
        <TextField name="first" label="Första numret" hint="Fortsätt där ni slutade förra gången." value="1" inputMode="numeric" short />
        <TextField name="returnTo" label="Var blanketten lämnas" hint="Adress eller plats, till exempel biblioteket i Fränsta." />
        <Button>Gör blanketten</Button>
      </Form>
      <h2>Affischer med QR-kod</h2>
      <p>{dialogue.hasPlaces ? 'En sida för varje plats. Den som svarar därifrån får platsen vald, och kan ändra den.' : 'En affisch som leder till frågorna.'}</p>
      <ButtonLink quiet href={`${here}/affischer.pdf`}>
        Gör affischerna
      </ButtonLink>
      <p>
        <a href={`${here}/inskrivning`}>Skriv in blanketter som kommit</a>
      </p>
    </WorkroomPage>
  )
}
