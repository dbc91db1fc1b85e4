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
import { formatNumber } from '#ui/format'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayCodeStatement } from '../access.ts'
import { exchangeRefusals, rejectWords } from '../exchange-words.ts'
import { findBegunExchange, weighExchange } from '../read-begun-exchange.ts'
import { takeInCodings } from '../take-in-exchange.ts'
import { CodeOutcomes } from './code-outcomes.tsx'

const room = '/arbete/kodning/utbyte'
const rejectedShown = 50

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayCodeStatement(visit.actor)) refuse({ refused: 'forbidden' })
  const begun = await findBegunExchange(params.fil ?? '', 'codings', visit.actor, visit.now)
  if (!begun) throw redirect(room)
  const { codes, changed, unchanged, rejected, setAsides, quotes, memos, endedAsides, endedQuotes } = await weighExchange(begun)
  const { foreign, known } = begun.exchange
  return {
    frame: workroomFrame(visit, request),
    fileName: begun.fileName,
    counts: {
      ...{ known, foreign, memos, setAsides, quotes, endedAsides, endedQuotes, changed: changed.length, unchanged, rejected: rejected.length },
      ...{ codings: changed.reduce((sum, { codings }) => sum + codings.length, 0), ended: changed.reduce((sum, { endedIds }) => sum + endedIds.length, 0) },
      newCodes: codes.filter(({ outcome }) => outcome === 'new').length,
    },
    codes: codes.map(({ code: { name, dimension, isForeign, tested }, outcome }) => ({ name, dimension, isForeign, tested, outcome })),
    rejected: rejected.slice(0, rejectedShown).map(({ where, reason }) => ({ where, said: rejectWords[reason] })),
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  await readForm(request)
  const result = await takeInCodings(actor, { exchangeId: params.fil ?? '' }, now)
  if (result.granted) {
    const { changed, codings, added, memos, setAsides, quotes } = result.value
    throw redirect(`${room}?svar=${changed}&kodningar=${codings}&teman=${added}&minnen=${memos}&undan=${setAsides}&citat=${quotes}`)
  }
  // A double send: the first has taken it in.
  if (result.refusal.refused === 'not-found') throw redirect(room)
  if (result.refusal.refused === 'forbidden') refuse(result.refusal)
  return data({ problems: problemTexts(result.refusal, exchangeRefusals) }, { status: 422 })
}

export default function WeighCodings() {
  const { frame, fileName, counts, codes, rejected } = useLoaderData<typeof loader>()
  const problems = useActionData<typeof action>()?.problems ?? []
  return (
    <WorkroomPage frame={frame} title="Så här blir kodningarna" lead={`${fileName} är läst. Inget är sparat än.`}>
      <title>Så här blir kodningarna</title>
      <ErrorSummary problems={problems} />
      <Facts
        facts={[
          ['Svar härifrån i filen', formatNumber(counts.known)],
          ['Svar som kodas om', formatNumber(counts.changed)],
          ['Nya kodningar', formatNumber(counts.codings)],
          ['Kodningar som tas tillbaka', formatNumber(counts.ended)],
          ['Svar som redan är kodade så', formatNumber(counts.unchanged)],
          ['Svar som läggs åt sidan som brus', formatNumber(counts.setAsides)],
          ['Brus som är taget tillbaka här och inte läggs åt sidan igen', formatNumber(counts.endedAsides)],
          ['Nya citat i citatkorgen', formatNumber(counts.quotes)],
          ['Citat som är tagna ur korgen här och inte läggs tillbaka', formatNumber(counts.endedQuotes)],
          ['Nya teman', formatNumber(counts.newCodes)],
          ['Nya anteckningar', formatNumber(counts.memos)],
          ['Källor som inte är svar härifrån och inte tas in', formatNumber(counts.foreign)],
          ['Tas inte in', formatNumber(counts.rejected)],
        ]}
      />
      {counts.changed + counts.newCodes + counts.memos + counts.setAsides + counts.quotes > 0 ? (
        <Form act="take-in">
          <Button>Läs in kodningarna</Button>
        </Form>
      ) : (
        <p>{exchangeRefusals['nothing-new']}.</p>
      )}
      {rejected.length > 0 && (
        <Table
          caption={rejected.length < counts.rejected ? `Tas inte in: de första ${formatNumber(rejected.length)} av ${formatNumber(counts.rejected)}` : 'Tas inte in'}
          columns={[{ title: 'Var' }, { title: 'Varför' }]}
          rows={rejected.map(({ where, said }) => [<bdi key="w">{where}</bdi>, said])}
        />
      )}
      <CodeOutcomes codes={codes} />
      <p>
        <a href={room}>Välj en annan fil</a>
      </p>
    </WorkroomPage>
  )
}
