import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Facts } from '#ui/facts'
import { Form } from '#ui/form'
import { formatCount, formatNumber } from '#ui/format'
import { WorkroomPage } from '#ui/workroom-page'
import { mayCreateTheme } from '../access.ts'
import { exchangeRefusals } from '../exchange-words.ts'
import { findBegunExchange, weighExchange } from '../read-begun-exchange.ts'
import { takeInCodebook } from '../take-in-exchange.ts'
import { CodeOutcomes } from './code-outcomes.tsx'

const room = '/arbete/kodbok/utbyte'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayCreateTheme(visit.actor)) refuse({ refused: 'forbidden' })
  const begun = await findBegunExchange(params.fil ?? '', 'codebook', visit.actor, visit.now)
  if (!begun) throw redirect(room)
  const { codes } = await weighExchange(begun)
  return {
    frame: workroomFrame(visit, request),
    fileName: begun.fileName,
    codes: codes.map(({ code: { name, dimension, isForeign, tested }, outcome }) => ({ name, dimension, isForeign, tested, outcome })),
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  await readForm(request)
  const result = await takeInCodebook(actor, { exchangeId: params.fil ?? '' }, now)
  if (result.granted) throw redirect(`${room}?nya=${result.value.added}`)
  // A double send: the first has taken it in.
  if (result.refusal.refused === 'not-found') throw redirect(room)
  if (result.refusal.refused === 'forbidden') refuse(result.refusal)
  return data({ problems: problemTexts(result.refusal, exchangeRefusals) }, { status: 422 })
}

export default function WeighCodebook() {
  const { frame, fileName, codes } = useLoaderData<typeof loader>()
  const problems = useActionData<typeof action>()?.problems ?? []
  const count = (...outcomes: string[]) => codes.filter(({ outcome }) => outcomes.includes(outcome)).length
  const fresh = count('new')
  return (
    <WorkroomPage frame={frame} title="Så här blir kodboken" lead={`${fileName} är läst. Inget är sparat än.`}>
      <title>Så här blir kodboken</title>
      <ErrorSummary problems={problems} />
      <Facts
        facts={[
          ['Nya teman', formatNumber(fresh)],
          ['Finns redan', formatNumber(count('there', 'differs'))],
          ['Tas inte in', formatNumber(codes.length - fresh - count('there', 'differs'))],
        ]}
      />
      {fresh > 0 ? (
        <Form act="take-in">
          <Button>Lägg till {formatCount(fresh, 'tema', 'teman')}</Button>
        </Form>
      ) : (
        <p>{codes.length === 0 ? 'Filen har inga koder' : exchangeRefusals['nothing-new']}.</p>
      )}
      <CodeOutcomes codes={codes} />
      <p>
        <a href={room}>Välj en annan fil</a>
      </p>
    </WorkroomPage>
  )
}
