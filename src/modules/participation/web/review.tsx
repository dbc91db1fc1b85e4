import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Acts, Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { CheckField, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatNumber } from '#ui/format'
import { WorkroomPage } from '#ui/workroom-page'
import { mayReadStatements } from '../access.ts'
import { readReviewQueue } from '../read-review-queue.ts'
import { reviewStatements } from '../review-statements.ts'
import { refusalWords } from '../words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadStatements(visit.actor)) refuse({ refused: 'forbidden' })
  const page = Number(new URL(request.url).searchParams.get('sida')) || 1
  return { frame: workroomFrame(visit, request), queue: await readReviewQueue(page), page }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const single = form.text('statementId')
  const result = await reviewStatements(
    actor,
    { statementIds: single ? [single] : form.all('statementIds'), verdict: form.text('verdict') as 'withheld', maskedText: form.text('maskedText'), reason: form.text('reason') },
    now,
  )
  if (result.granted) throw redirect('/arbete/granska')
  if (result.refusal.refused === 'forbidden' || result.refusal.refused === 'not-found') refuse(result.refusal)
  return data({ problems: problemTexts(result.refusal, refusalWords) }, { status: statusOf(result.refusal) })
}

export default function Review() {
  const { frame, queue, page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const plain = queue.statements.filter(({ flagged }) => !flagged)
  const flagged = queue.statements.filter((statement) => statement.flagged)
  return (
    <WorkroomPage frame={frame} title="Granska texter">
      <title>Granska texter</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      <p>{formatNumber(queue.left)} yttranden väntar. En text visas öppet först när någon har märkt den får visas.</p>
      {queue.left === 0 && <Empty title="Inget väntar på granskning" />}
      {flagged.map((statement) => (
        <Form key={statement.id} act="one" hidden={{ statementId: statement.id }} className="panel">
          <p className="soft">
            {statement.group}. {statement.question}
          </p>
          <p>
            <bdi>{statement.text}</bdi>
          </p>
          <TextField name="maskedText" label="Så här får den visas" hint="Något ser ut som en personuppgift. Läs och ändra vid behov." value={statement.masked} />
          <Acts>
            <Button name="verdict" value="may-be-shown">
              Får visas så
            </Button>
            <Button quiet name="verdict" value="withheld">
              Visas inte
            </Button>
          </Acts>
        </Form>
      ))}
      {plain.length > 0 && (
        <Form act="many">
          {plain.map((statement) => (
            <CheckField
              key={statement.id}
              name="statementIds"
              value={statement.id}
              label={
                <>
                  <bdi>{statement.text}</bdi> <span className="soft small">{statement.group}</span>
                </>
              }
            />
          ))}
          <Acts>
            <Button name="verdict" value="may-be-shown">
              De valda får visas
            </Button>
            <Button quiet name="verdict" value="withheld">
              De valda visas inte
            </Button>
            <a href={`/arbete/granska?sida=${page + 1}`}>Hoppa över till nästa sida</a>
          </Acts>
        </Form>
      )}
    </WorkroomPage>
  )
}
