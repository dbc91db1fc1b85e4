import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { DayField, TextArea, TextField } from '#ui/field'
import { Form, scopeOf } from '#ui/form'
import { formatDay, formatInstant } from '#ui/format'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayAddPopulation, mayReadStatements } from '../access.ts'
import { addPopulation, previewPopulation, type UnreadableTable } from '../add-population.ts'
import { populationRefusalWords, tableProblemWords } from '../coverage-words.ts'
import { readPopulations } from '../read-populations.ts'
import { PopulationPreview } from './population-preview.tsx'

const act = 'table'
const problemsShown = 20

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const mayAdd = mayAddPopulation(visit.actor) !== undefined
  if (!mayAdd && !mayReadStatements(visit.actor)) refuse({ refused: 'forbidden' })
  return { frame: workroomFrame(visit, request), mayAdd, populations: await readPopulations() }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  if (!mayAddPopulation(actor)) refuse({ refused: 'forbidden' })
  const form = await readForm(request)
  const [text, kept] = [form.text('text'), form.kept()]
  const looked = form.text('step') === 'add' ? undefined : await previewPopulation(text)
  if (looked?.granted) return data({ preview: looked.value, problems: [], kept: { ...kept, source: kept.source || (looked.value.source ?? '') } as Record<string, string> })
  const result = looked ?? (await addPopulation(actor, { text, source: form.text('source'), countedOn: form.text('countedOn') }, now))
  if (result.granted) throw redirect('/arbete/befolkning')
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const problems = refusal.refused === 'unreadable-table' ? lineByLine(refusal as UnreadableTable) : problemTexts(refusal as { refused: string }, populationRefusalWords)
  return data({ preview: undefined, problems, kept }, { status: statusOf(refusal) })
}

function lineByLine({ problems }: UnreadableTable) {
  const shown = problems.slice(0, problemsShown).map(({ at, problem, text }) => {
    const said = tableProblemWords[problem](text)
    return { field: 'text', text: at === 0 ? said.charAt(0).toUpperCase() + said.slice(1) : `Rad ${at}: ${said}` }
  })
  const rest = problems.length - shown.length
  return rest > 0 ? [...shown, { field: 'text', text: `… och ${rest} rader till` }] : shown
}

export default function PopulationPage() {
  const { frame, mayAdd, populations } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const field = (name: string) => ({ name, value: answer?.kept[name], error: answer?.problems.find((problem) => problem.field === name)?.text })
  return (
    <WorkroomPage frame={frame} title="Befolkning" lead="Svaren jämförs med hur många som bor i kommunen, så att ni ser vilka som saknas medan det går att göra något.">
      <title>Befolkning</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={scopeOf(act)} />
      {populations.length === 0 ? (
        <Empty title="Här står hur många som bor i kommunen" who="Processledaren eller analytikern lägger till en tabell.">
          <p>Det räcker med en tabell över plats, ålder och kön. Den senaste används i jämförelsen.</p>
        </Empty>
      ) : (
        <Table
          cards
          caption="Tabeller, den senaste först"
          columns={[{ title: 'Källa' }, { title: 'Gäller dagen' }, { title: 'Tillagd av' }, { title: 'När' }]}
          rows={populations.map(({ source, countedOn, addedBy, addedAt }) => [source, formatDay(countedOn), addedBy, formatInstant(addedAt)])}
        />
      )}
      {mayAdd && (
        <section>
          <h2>Lägg till en tabell</h2>
          <p>
            Klistra in en tabell med rubrikerna plats, ålder, kön och antal. Det behövs inte fler än antal och en till. Eller klistra in ett svar i JSON-stat 2, så som
            Statistikmyndigheten SCB lämnar ut det. Talen sparas som de är. Inget rättas, också när delarna inte går ihop med summan.
          </p>
          <p>
            Vet kommunen hur många som arbetar, studerar, driver företag eller har fritidshus här? Skriv det på egna rader i en kolumn som heter relation, i samma tabell eller i en
            egen. Då behövs bara relation och antal. Skriv gärna också en rad med relationen totalt: hur många som har någon relation, där var och en räknas en gång.
          </p>
          <Form act={act}>
            <TextArea {...field('text')} label="Tabellen" hint="Till exempel: plats;ålder;kön;antal och på nästa rad Alby;16–24;kvinnor;31" rows={10} />
            <TextField {...field('source')} label="Källa" hint="Till exempel SCB, folkmängd efter region, ålder och kön." />
            <DayField {...field('countedOn')} label="Dagen som talen gäller" />
            {answer?.preview && <PopulationPreview preview={answer.preview} />}
            <Button quiet={Boolean(answer?.preview)} name="step" value="look">
              Läs tabellen utan att spara
            </Button>
            {answer?.preview && (
              <Button name="step" value="add">
                Spara tabellen
              </Button>
            )}
          </Form>
        </section>
      )}
    </WorkroomPage>
  )
}
