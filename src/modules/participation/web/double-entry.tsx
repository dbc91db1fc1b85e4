import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Button, ButtonLink } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { TextField } from '#ui/field'
import { Form } from '#ui/form'
import { asSentence, formatInstant, formatNumber, formatShare } from '#ui/format'
import { Notice } from '#ui/notice'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayDrawSample } from '../access.ts'
import { drawSample } from '../draw-sample.ts'
import { type DoubleEntryReading, readDoubleEntry } from '../read-double-entry.ts'
import { secondEntryRefusals, sheetStateWords } from '../second-entry-words.ts'
import { batchAt } from './batch-at.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const { dialogue, batch, here } = await batchAt(params, visit.actor, visit.now)
  return {
    frame: workroomFrame(visit, request),
    ...{ here, batch },
    title: dialogue.title,
    desk: `/arbete/dialoger/${dialogue.slug}/inskrivning/${batch.id}`,
    mayDraw: mayDrawSample(visit.actor) !== undefined,
    wordings: Object.fromEntries(dialogue.questions.map(({ id, wording }) => [id, wording])),
    order: dialogue.questions.map(({ id }) => id),
    reading: await readDoubleEntry(batch.id, visit.actor, visit.now),
    isSettled: new URL(request.url).searchParams.has('avgjord'),
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const { batch, here } = await batchAt(params, actor, now)
  const result = await drawSample(actor, { batchId: batch.id, size: form.text('size') }, now)
  if (result.granted) throw redirect(here)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const problems = problemTexts(refusal, secondEntryRefusals).map(({ text }) => ({ field: 'size', text }))
  return data({ problems, size: form.text('size') }, { status: statusOf(refusal) })
}

export default function DoubleEntry() {
  const { frame, here, batch, title, desk, mayDraw, wordings, order, reading, isSettled } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const isWhole = batch.entered + batch.setAside >= batch.forms
  return (
    <WorkroomPage
      frame={frame}
      title={`Stickprov: ${batch.origin}`}
      lead={`${asSentence(title)} Några blanketter skrivs in en gång till av någon annan. Då syns hur ofta det blir fel.`}
    >
      <title>{`Stickprov – ${title}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      {isSettled && !answer && (
        <Notice kind="good">
          <p>Skillnaderna är avgjorda.</p>
        </Notice>
      )}
      {reading && <Progress reading={reading as DoubleEntryReading} here={here} wordings={wordings} order={order} />}
      {!reading && !isWhole && <p>Stickprovet dras när hela bunten är inskriven eller lagd åt sidan. Annars kan den som skriver in veta vilka blanketter som kontrolleras.</p>}
      {!reading && isWhole && batch.entered === 0 && <p>Ingen blankett är inskriven, så det finns inget att lotta.</p>}
      {!reading && isWhole && batch.entered > 0 && !mayDraw && <p>Processledaren drar stickprovet.</p>}
      {!reading && isWhole && batch.entered > 0 && mayDraw && (
        <Form>
          <TextField
            name="size"
            label="Hur många blanketter som skrivs in två gånger"
            hint={`${formatNumber(batch.entered)} är inskrivna. Vilka det blir lottas, och lottningen sparas.`}
            value={answer?.size ?? String(Math.min(batch.entered, Math.max(5, Math.ceil(batch.entered / 10))))}
            error={answer?.problems[0]?.text}
            inputMode="numeric"
            short
          />
          <Button>Lotta stickprovet</Button>
        </Form>
      )}
      <p>
        <a href={desk}>Tillbaka till bunten</a>
      </p>
    </WorkroomPage>
  )
}

type Wishes = { readonly reading: DoubleEntryReading; readonly here: string; readonly wordings: Readonly<Record<string, string>>; readonly order: readonly string[] }

function Progress({ reading, here, wordings, order }: Wishes) {
  const { sample, sheets, enteredTwice, differed, byOnePerson, questions, mine } = reading
  const waiting = sheets.filter(({ state }) => state === 'waiting').length
  const unsettled = sheets.filter(({ state }) => state === 'unsettled').length
  return (
    <>
      <p>{`${formatNumber(enteredTwice)} av ${formatNumber(sample.size)} är inskrivna två gånger. ${formatNumber(differed)} skilde sig, ${formatNumber(unsettled)} är kvar att avgöra.`}</p>
      {byOnePerson > 0 && <p>{`${formatNumber(byOnePerson)} skrevs in båda gångerna av samma person, för det fanns ingen annan.`}</p>}
      {mine.length > 0 && <ButtonLink href={`${here}/skriv-in`}>Skriv in en andra gång</ButtonLink>}
      {waiting > mine.length && <p>{`${formatNumber(waiting - mine.length)} väntar på någon annan än dig. Du skrev in dem första gången.`}</p>}
      {questions.length > 0 && (
        <Table
          cards
          caption="Hur ofta inskrivningarna skilde sig"
          columns={[{ title: 'Fråga' }, { title: 'Jämförda', number: true }, { title: 'Skilde sig', number: true }, { title: 'Andel', number: true }]}
          rows={[...questions]
            .sort((a, b) => order.indexOf(a.questionId) - order.indexOf(b.questionId))
            .map(({ questionId, compared, differed: apart }) => [wordings[questionId] ?? '', formatNumber(compared), formatNumber(apart), formatShare(apart / compared)])}
        />
      )}
      <Table
        caption="Blanketterna i stickprovet"
        columns={[{ title: 'Blankett' }, { title: 'Läge' }]}
        rows={sheets.map(({ id, number, state }) => [
          number,
          state === 'unsettled' || state === 'settled' ? (
            <a key={id} href={`${here}/${id}`}>
              {state === 'unsettled' ? 'Skiljer sig: avgör' : sheetStateWords[state]}
              <span className="hidden">, blankett {number}</span>
            </a>
          ) : (
            sheetStateWords[state]
          ),
        ])}
      />
      <details>
        <summary>Så lottades de</summary>
        <p>{`${sample.drawnBy} lottade ${formatInstant(sample.drawnAt)} med talet ${sample.seed}.`}</p>
        <p>
          För varje inskriven blankett räknas SHA-256 av talet, ett mellanslag och blankettens nummer. De som kommer först i ordning är stickprovet. Vem som helst kan räkna om det.
        </p>
      </details>
    </>
  )
}
