import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Acts, Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { SelectField } from '#ui/field'
import { Form } from '#ui/form'
import { formatCount } from '#ui/format'
import { Notice } from '#ui/notice'
import { WorkroomPage } from '#ui/workroom-page'
import { type BegunImport, forgetImport, guessesOf } from '../begun-import.ts'
import { importRefusals, leftOutWords } from '../import-words.ts'
import { mapColumns } from '../map-import.ts'
import { languageTarget } from '../rules/answer-targets.ts'
import type { LeftOutBecause } from '../rules/guess-columns.ts'
import { importAt } from './import-at.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const { dialogue, begun } = await importAt(params, visit)
  const guesses = guessesOf(begun)
  return {
    frame: workroomFrame(visit, request),
    title: dialogue.title,
    fileName: begun.fileName,
    rows: begun.sheet.rows.length,
    isRemembered: begun.isRemembered,
    targets: [...begun.targets.map(({ id, label }) => ({ value: id, label })), { value: languageTarget, label: 'Språket som svaret är skrivet på' }],
    columns: begun.sheet.names.map((name, at) => ({
      name: name || `Kolumn ${at + 1}, utan rubrik`,
      target: begun.mapping.columns[at] ?? '',
      because: guesses[at]?.because,
      samples: samplesOf(begun, guesses[at]?.because, at),
    })),
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = signedInVisit(context, request)
  const { dialogue, begun } = await importAt(params, visit)
  const form = await readForm(request)
  const room = `/arbete/dialoger/${dialogue.slug}/las-in`
  if (form.text('act') === 'discard') {
    await forgetImport(begun.token)
    throw redirect(room)
  }
  const columns = begun.sheet.names.map((_, at) => form.text(`kolumn-${at}`))
  const result = await mapColumns(visit.actor, { dialogueId: dialogue.id, token: begun.token, columns }, visit.now)
  if (result.granted) throw redirect(`${room}/${begun.token}/granska`)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const problems =
    refusal.refused === 'same-target'
      ? refusal.columns.map((at) => ({ field: `kolumn-${at}`, text: `En annan kolumn är redan samma sak som ”${begun.sheet.names[at] ?? ''}”. Välj något annat för en av dem` }))
      : problemTexts(refusal, importRefusals)
  return data({ problems, columns }, { status: 422 })
}

export default function MapColumns() {
  const { frame, title, fileName, rows, isRemembered, targets, columns } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <WorkroomPage frame={frame} title="Vilken kolumn är vilken fråga" lead={`${fileName} har ${formatCount(rows, 'rad', 'rader')} med svar.`}>
      <title>{`Vilken kolumn är vilken fråga – ${title}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      {isRemembered ? (
        <Notice>
          <p>Så här sa ni förra gången om en fil med samma rubriker.</p>
        </Notice>
      ) : (
        <p>Det som står är en gissning efter rubrikerna. Rätta det som är fel. Det kommer ihåg till nästa fil med samma rubriker.</p>
      )}
      <Form>
        {columns.map(({ name, target, because, samples }, at) => (
          <SelectField
            key={String(at)}
            name={`kolumn-${at}`}
            label={<bdi>{name}</bdi>}
            hint={hintOf(samples, because)}
            error={answer?.problems.find(({ field }) => field === `kolumn-${at}`)?.text}
            value={answer?.columns[at] ?? target}
            choices={targets}
            empty="Tas inte med"
          />
        ))}
        <Acts>
          <Button>Visa hur det blir</Button>
          <Button quiet name="act" value="discard">
            Släng filen
          </Button>
        </Acts>
      </Form>
    </WorkroomPage>
  )
}

function hintOf(samples: readonly string[], because: LeftOutBecause | undefined) {
  return (
    <>
      {samples.length > 0 && (
        <>
          Till exempel <bdi>{samples.join(' · ')}</bdi>.{' '}
        </>
      )}
      {because && `${leftOutWords[because]}.`}
    </>
  )
}

const pointsOut: ReadonlySet<LeftOutBecause | undefined> = new Set(['address', 'person', 'mail'])
const [mostSamples, longestSample] = [3, 60]

/** The first things that stand in a column; nothing of one that points people out. */
function samplesOf({ sheet }: BegunImport, because: LeftOutBecause | undefined, at: number): string[] {
  if (pointsOut.has(because)) return []
  const written = new Set<string>()
  for (const { cells } of sheet.rows) {
    const cell = (cells[at] ?? '').trim()
    if (cell !== '') written.add(cell.length > longestSample ? `${cell.slice(0, longestSample - 1).toWellFormed()}…` : cell)
    if (written.size === mostSamples) break
  }
  return [...written]
}
