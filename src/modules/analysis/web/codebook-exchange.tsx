import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { FileField } from '#ui/field'
import { Form } from '#ui/form'
import { formatCount } from '#ui/format'
import { Notice } from '#ui/notice'
import { WorkroomPage } from '#ui/workroom-page'
import { mayCreateTheme, mayReadCoding } from '../access.ts'
import { beginCodebook } from '../begin-exchange.ts'
import { codebookRefusals } from '../codebook-words.ts'
import { beginSent } from './exchange-at.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadCoding(visit.actor)) refuse({ refused: 'forbidden' })
  const { searchParams } = new URL(request.url)
  return {
    frame: workroomFrame(visit, request),
    mayTakeIn: mayCreateTheme(visit.actor) !== undefined,
    isEmpty: searchParams.has('tom'),
    added: searchParams.has('nya') ? Math.max(0, Math.trunc(Number(searchParams.get('nya'))) || 0) : undefined,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const visit = signedInVisit(context, request)
  // Before a byte of the file is read.
  if (!mayCreateTheme(visit.actor)) refuse({ refused: 'forbidden' })
  const sent = await beginSent(beginCodebook, visit, request)
  if (sent.id !== undefined) throw redirect(`/arbete/kodbok/utbyte/${sent.id}`)
  return data({ problems: sent.problems }, { status: 422 })
}

export default function CodebookExchange() {
  const { frame, mayTakeIn, isEmpty, added } = useLoaderData<typeof loader>()
  const problems = useActionData<typeof action>()?.problems ?? []
  return (
    <WorkroomPage frame={frame} title="Kodboken som fil" lead="Kodboken går att hämta och läsa in som REFI-QDA (.qdc), som andra analysverktyg också läser.">
      <title>Kodboken som fil</title>
      <ErrorSummary problems={problems} />
      {added !== undefined && (
        <Notice kind="good" title="Klart">
          <p>{formatCount(added, 'nytt tema', 'nya teman')} i kodboken.</p>
        </Notice>
      )}
      <Form act="export" action="/arbete/kodbok/utbyte/fil">
        <h2>Hämta</h2>
        <p>Filen har alla teman som är i bruk, under sin dimension och under varandra, med vad de är, när de används, när de inte används och exempel.</p>
        {isEmpty && <p>{codebookRefusals['empty-codebook']}.</p>}
        <Button quiet>Hämta kodboken</Button>
      </Form>
      {mayTakeIn && (
        <Form upload>
          <h2>Läs in</h2>
          <p>Du ser vad som är nytt och vad som redan finns innan något sparas. Det som redan finns ändras inte. Färger följer inte med.</p>
          <FileField name="file" label="Fil med en kodbok" hint="REFI-QDA (.qdc), högst 5 MB och 500 koder." accept=".qdc" error={problems[0]?.text} />
          <Button>Läs filen utan att spara</Button>
        </Form>
      )}
      <p>
        <a href="/arbete/kodbok">Tillbaka till kodboken</a>
      </p>
    </WorkroomPage>
  )
}
