import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { listProcesses } from '#process'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { Form } from '#ui/form'
import { WorkroomPage } from '#ui/workroom-page'
import { mayWriteFinding } from '../access.ts'
import { findingLabels, findingRefusals } from '../finding-words.ts'
import { readFindingChoices } from '../read-finding-desk.ts'
import { writeFinding } from '../write-finding.ts'
import { FindingFields } from './finding-fields.tsx'
import { chosenIn, problemIn, wishIn } from './finding-form.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayWriteFinding(visit.actor)) refuse({ refused: 'forbidden' })
  const [process] = await listProcesses(visit.now.day)
  if (!process) refuse({ refused: 'not-found' })
  return { frame: workroomFrame(visit, request), processId: process.id, choices: await readFindingChoices(process.id, [], visit.now) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const result = await writeFinding(actor, wishIn(form), now)
  if (result.granted) throw redirect(`/arbete/fynd/${result.value.number}`)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  return data({ problems: problemTexts(refusal, findingRefusals), kept: form.kept(), chosen: chosenIn(form) }, { status: statusOf(refusal) })
}

export default function NewFinding() {
  const { frame, processId, choices } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <WorkroomPage frame={frame} title="Skriv ett fynd" lead="Citat väljer du när fyndet är sparat, bland dem som hör till siffrorna.">
      <title>Skriv ett fynd</title>
      <ErrorSummary problems={answer?.problems ?? []} labels={findingLabels} />
      {choices.figures.length === 0 ? (
        <Empty>
          <p>Det finns inga siffror än. Ett fynd vilar på det som är kodat.</p>
        </Empty>
      ) : (
        <Form hidden={{ processId }}>
          <FindingFields
            choices={choices}
            kept={answer?.kept ?? {}}
            chosen={answer?.chosen ?? { figures: [], statementIds: [], sourceIds: [] }}
            problemOf={problemIn(answer?.problems ?? [])}
          />
          <Button>Spara fyndet</Button>
        </Form>
      )}
      <p>
        <a href="/arbete/fynd">Till alla fynd</a>
      </p>
    </WorkroomPage>
  )
}
