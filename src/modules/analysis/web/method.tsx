import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { FrozenDocumentView } from '#documents/view'
import { dayOf } from '#http/clock'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { listProcesses } from '#process'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Form } from '#ui/form'
import { formatDay } from '#ui/format'
import { Notice } from '#ui/notice'
import { WorkroomPage } from '#ui/workroom-page'
import { mayFreezeMethod, mayReadCoding } from '../access.ts'
import { findingRefusals } from '../finding-words.ts'
import { freezeMethod } from '../freeze-method.ts'
import { methodBlocks } from '../method-document.ts'
import { readLastMethod, readMethod } from '../read-method.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadCoding(visit.actor)) refuse({ refused: 'forbidden' })
  const [process] = await listProcesses(visit.now.day)
  const last = process && (await readLastMethod(process.id, visit.now.at))
  return {
    frame: workroomFrame(visit, request),
    processId: process?.id ?? '',
    blocks: process ? methodBlocks(await readMethod(process.id, visit.now)) : [],
    last: last && { number: last.number, sha256: last.sha256, on: formatDay(dayOf(last.frozenAt)) },
    mayFreeze: mayFreezeMethod(visit.actor) !== undefined,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const result = await freezeMethod(actor, { processId: form.text('processId') }, now)
  if (result.granted) throw redirect('/arbete/metod')
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  return data({ problems: problemTexts(refusal, findingRefusals) }, { status: statusOf(refusal) })
}

export default function Method() {
  const { frame, processId, blocks, last, mayFreeze } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <WorkroomPage frame={frame} title="Metodbilaga" lead="Systemet skriver ner hur analysen är gjord, så att någon annan kan räkna om den.">
      <title>Metodbilaga</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      {last && (
        <Notice kind="good">
          <p>
            Bilaga {last.number} frystes {last.on}. <a href={`/handling/${last.sha256}`}>Läs den frysta bilagan</a>, eller{' '}
            <a href={`/handling/${last.sha256}/word`}>hämta den som Word</a>.
          </p>
        </Notice>
      )}
      {mayFreeze && processId && (
        <Form hidden={{ processId }}>
          <p>Så här ser bilagan ut nu. Det frysta kan inte ändras, och visas öppet när processledaren publicerar analyssteget.</p>
          <Button>Frys metodbilagan</Button>
        </Form>
      )}
      <FrozenDocumentView content={{ blocks }} />
    </WorkroomPage>
  )
}
