import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { FileField, RadioGroup, TextField } from '#ui/field'
import { Form, scopeOf } from '#ui/form'
import { Notice } from '#ui/notice'
import { WorkroomPage } from '#ui/workroom-page'
import { mayCodeStatement, mayExportCodings, mayReadCoding } from '../access.ts'
import { beginCodings } from '../begin-exchange.ts'
import { exchangeFormatWords, exchangeRefusals, takenInWords } from '../exchange-words.ts'
import { DeskPages } from './desk-filters.tsx'
import { beginSent } from './exchange-at.ts'

const here = '/arbete/kodning/utbyte'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadCoding(visit.actor)) refuse({ refused: 'forbidden' })
  const { searchParams } = new URL(request.url)
  const count = (name: string) => Math.max(0, Math.trunc(Number(searchParams.get(name))) || 0)
  const missing = { skal: exchangeRefusals['no-reason'], plats: exchangeRefusals['too-many-statements'] }[searchParams.get('saknas') ?? '']
  return {
    frame: workroomFrame(visit, request),
    mayExchange: mayExportCodings(visit.actor) !== undefined,
    missing,
    format: searchParams.get('format') ?? 'qdpx',
    takenIn: searchParams.has('svar')
      ? {
          ...{ statements: count('svar'), codings: count('kodningar'), themes: count('teman'), memos: count('minnen') },
          ...{ setAsides: count('undan'), quotes: count('citat') },
        }
      : undefined,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const visit = signedInVisit(context, request)
  // Before a byte of the file is read.
  if (!mayCodeStatement(visit.actor)) refuse({ refused: 'forbidden' })
  const sent = await beginSent(beginCodings, visit, request)
  if (sent.id !== undefined) throw redirect(`${here}/${sent.id}`)
  return data({ problems: sent.problems }, { status: 422 })
}

export default function CodingExchange() {
  const { frame, mayExchange, missing, format, takenIn } = useLoaderData<typeof loader>()
  const problems = useActionData<typeof action>()?.problems ?? []
  return (
    <WorkroomPage frame={frame} title="Svar och kodningar som fil" lead="Hämta svaren med sina kodningar till ett annat analysverktyg, och läs in kodningar som är gjorda där.">
      <title>Svar och kodningar som fil</title>
      <ErrorSummary problems={problems} />
      <ErrorSummary problems={missing ? [{ field: 'reason', text: missing }] : []} scope={scopeOf('export')} />
      <DeskPages here={here} />
      {takenIn && (
        <Notice kind="good" title="Klart">
          <p>{takenInWords(takenIn)}</p>
        </Notice>
      )}
      {mayExchange ? (
        <>
          <Form act="export" action={`${here}/fil`}>
            <h2>Hämta</h2>
            <p>
              Texterna är som ni ser dem när ni kodar. Kodarna heter Kodare 1, Kodare 2 och så vidare. Det skrivs upp att du har läst svaren. Visa inte filen för andra än dem som
              arbetar med dem.
            </p>
            <RadioGroup name="format" label="Slags fil" value={format} choices={Object.entries(exchangeFormatWords).map(([value, [label, hint]]) => ({ value, label, hint }))} />
            <TextField name="reason" label="Skälet" maxLength={500} error={missing} />
            <Button>Hämta filen</Button>
          </Form>
          <Form upload>
            <h2>Läs in kodningar</h2>
            <p>
              Du ser vad som ändras innan något sparas. Kodningarna blir dina, och det som svaren var kodade som förut tas tillbaka men finns kvar att läsa. Källor som inte är svar
              härifrån tas inte in. Svar som är lagda åt sidan här kodas inte, och svar som är kodade här läggs inte åt sidan. Brus som ni har tagit tillbaka och citat som ni har
              tagit ur korgen kommer inte tillbaka.
            </p>
            <FileField name="file" label="Fil med kodningar" hint="REFI-QDA (.qdpx), CSV eller Excel (.xlsx), högst 5 MB." accept=".qdpx,.csv,.xlsx" error={problems[0]?.text} />
            <Button>Läs filen utan att spara</Button>
          </Form>
        </>
      ) : (
        <p>Du som reviderar läser svaren där de finns. Analytikern och processledaren hämtar och läser in filer.</p>
      )}
    </WorkroomPage>
  )
}
