import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { languages, type Tongue } from '#kernel/languages'
import { mayWriteTranslation } from '#translations'
import { Acts, Button, ButtonLink } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { TextField } from '#ui/field'
import { FilterLinks } from '#ui/filter-links'
import { Form } from '#ui/form'
import { asSentence, formatCount } from '#ui/format'
import { Notice } from '#ui/notice'
import { WorkroomPage } from '#ui/workroom-page'
import { mayEnterPaper } from '../access.ts'
import { readWrittenLanguages } from '../read-written-languages.ts'
import { openedSurvey } from './opened-survey.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayEnterPaper(visit.actor)) refuse({ refused: 'forbidden' })
  const dialogue = await openedSurvey(params.slug, visit.now)
  const { slug, title } = dialogue
  const { searchParams } = new URL(request.url)
  const missing = searchParams.getAll('saknas')
  const written = await readWrittenLanguages(dialogue, visit.tongues)
  const chosen = written.find(({ tongue }) => tongue === searchParams.get('sprak'))
  return {
    frame: workroomFrame(visit, request),
    dialogue: { slug, title, hasPlaces: dialogue.questions.some(({ kind }) => kind === 'place') },
    tongues: written.map(({ tongue }) => tongue),
    tongue: chosen?.tongue ?? 'sv',
    lacking: chosen?.lacking ?? [],
    byMachine: chosen?.content.byMachine === true,
    mayTranslate: mayWriteTranslation(visit.actor) !== undefined,
    isLanguageGone: missing.includes('sprak'),
    missing: printFields.filter((field) => missing.includes(field)),
    kept: Object.fromEntries(printFields.map((field) => [field, searchParams.get(field) ?? undefined])),
  }
}

const printFields = ['copies', 'first', 'returnTo'] as const
const languageGone = 'Enkäten finns inte längre på det språket. Välj ett språk här under'
const problemWords = {
  copies: 'Skriv ett antal från 1 till 200',
  first: 'Skriv ett nummer från 1 till 1 000 000',
  returnTo: 'Skriv var blanketten lämnas, högst 300 tecken',
} as const

export default function Paper() {
  const { frame, dialogue, tongues, tongue, missing, isLanguageGone, kept, ...about } = useLoaderData<typeof loader>()
  const here = `/arbete/dialoger/${dialogue.slug}`
  const query = tongue === 'sv' ? '' : `?sprak=${tongue}`
  const field = (name: (typeof printFields)[number], usual?: string) => ({ name, value: kept[name] ?? usual, error: missing.includes(name) ? problemWords[name] : undefined })
  return (
    <WorkroomPage frame={frame} title="Blankett, affischer och kort" lead={`${asSentence(dialogue.title)} Papper är lika gott som webben.`}>
      <title>{`Blankett, affischer och kort – ${dialogue.title}`}</title>
      <ErrorSummary problems={[...(isLanguageGone ? [{ field: '', text: languageGone }] : []), ...missing.map((name) => ({ field: name, text: problemWords[name] }))]} />
      {tongues.length > 1 && (
        <FilterLinks label="Språk" links={tongues.map((each) => ({ href: addressIn(each, kept), label: `På ${languages[each].swedish}`, here: each === tongue }))} />
      )}
      <AboutLanguage {...about} tongue={tongue} />
      <Form action={`${here}/blankett.pdf`} hidden={tongue === 'sv' ? {} : { sprak: tongue }}>
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
        <ButtonLink quiet href={`${here}/affischer.pdf${query}`}>
          Gör affischerna
        </ButtonLink>
        <ButtonLink quiet href={`${here}/kort.pdf${query}`}>
          Gör korten
        </ButtonLink>
      </Acts>
      <p>
        <a href={`${here}/inskrivning`}>Skriv in blanketter som kommit</a>
      </p>
    </WorkroomPage>
  )
}

/** The page in another language, with what has been filled in so far. */
function addressIn(tongue: Tongue, kept: Record<string, string | undefined>): string {
  const filled = Object.entries(kept).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return `?${new URLSearchParams([...(tongue === 'sv' ? [] : [['sprak', tongue]]), ...filled])}`
}

type About = { readonly tongue: Tongue; readonly lacking: readonly string[]; readonly byMachine: boolean; readonly mayTranslate: boolean }

/** What is printed in Swedish though another language was chosen, and what a machine has translated. */
function AboutLanguage({ tongue, lacking, byMachine, mayTranslate }: About) {
  if (tongue === 'sv') return null
  const { swedish } = languages[tongue]
  return (
    <Notice title={`På ${swedish}`}>
      <p>{tongue === 'en' || tongue === 'sv-x-latt' ? 'Lagligt stöd och vem man frågar' : 'De fasta orden, lagligt stöd och vem man frågar'} trycks på svenska.</p>
      {byMachine && <p>En del är översatt av en maskin. Det står på blanketten.</p>}
      {lacking.length > 0 && (
        <details>
          <summary>
            {formatCount(lacking.length, 'text', 'texter')} saknas på {swedish} och trycks på svenska
          </summary>
          <ul>
            {lacking.map((text) => (
              <li key={text}>{text.length > 80 ? `${text.slice(0, 79)}…` : text}</li>
            ))}
          </ul>
        </details>
      )}
      {lacking.length > 0 && mayTranslate && (
        <p>
          <a href={`/arbete/oversattningar?sprak=${tongue}`}>Skriv översättningarna</a>
        </p>
      )}
    </Notice>
  )
}
