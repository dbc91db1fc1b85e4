import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { readingIsLogged } from '#participation/words'
import { listProcesses } from '#process'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { ChoiceGroup, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatNumber } from '#ui/format'
import { Quote } from '#ui/quote'
import { WorkroomPage } from '#ui/workroom-page'
import { mayReadCoding } from '../access.ts'
import { codeStatement } from '../code-statement.ts'
import { readCodingDesk } from '../read-coding-desk.ts'
import { setAsideStatement } from '../set-aside-statement.ts'
import { refusalWords, stanceWords } from '../words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadCoding(visit.actor)) refuse({ refused: 'forbidden' })
  const [process] = await listProcesses(visit.now.day)
  const at = new URL(request.url).searchParams.get('yttrande') ?? undefined
  return { frame: workroomFrame(visit, request), desk: process && (await readCodingDesk(visit.actor, process.id, visit.now, at)) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const statementId = form.text('statementId')
  const result =
    form.text('act') === 'aside'
      ? await setAsideStatement(actor, { statementId, reason: form.text('reason') }, now)
      : await codeStatement(actor, { statementId, themeIds: form.all('themeIds'), stance: form.text('stance') as 'keep' }, now)
  // On to the next that nobody has coded.
  if (result.granted) throw redirect('/arbete/kodning')
  if (result.refusal.refused === 'forbidden' || result.refusal.refused === 'not-found') refuse(result.refusal)
  return data({ problems: problemTexts(result.refusal, refusalWords), chosen: form.all('themeIds'), kept: form.kept() }, { status: statusOf(result.refusal) })
}

export default function CodingDesk() {
  const { frame, desk } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <WorkroomPage frame={frame} title="Koda svar">
      <title>Koda svar</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={answer?.kept.scope} />
      {desk && (
        <p>
          {formatNumber(desk.left)} av {formatNumber(desk.all)} yttranden är inte kodade. <a href="/arbete/kodbok">Kodboken</a>
        </p>
      )}
      {!desk?.statement ? (
        <Empty>
          <h2>Inget att koda</h2>
          <p>Alla yttranden är kodade eller lagda åt sidan, eller så har inga svar kommit in än.</p>
        </Empty>
      ) : (
        <>
          <p className="soft">{readingIsLogged}</p>
          <p className="soft">
            {desk.statement.group}. Frågan: {desk.statement.question}
          </p>
          <Quote
            text={desk.statement.text}
            lang={desk.statement.language}
            translation={desk.statement.translation && { text: desk.statement.translation.text, by: `Översatt av ${desk.statement.translation.by}` }}
          />
          <Form act="code" hidden={{ statementId: desk.statement.id }}>
            <ChoiceGroup
              many
              name="themeIds"
              label="Vad handlar det om?"
              choices={desk.themes.map(({ id, name }) => ({ value: id, label: name }))}
              values={answer?.chosen ?? desk.codings.map(({ themeId }) => themeId)}
              error={answer?.problems.find(({ field }) => field.startsWith('themeIds'))?.text}
            />
            <ChoiceGroup
              name="stance"
              label="Vad vill den som skrev?"
              choices={[...Object.entries(stanceWords).map(([value, label]) => ({ value, label })), { value: '', label: 'Nämner bara' }]}
              value={desk.codings[0]?.stance ?? desk.statement.stance ?? ''}
            />
            <Button>Spara och visa nästa</Button>
          </Form>
          <Form act="aside" hidden={{ statementId: desk.statement.id }} className="inline">
            <TextField name="reason" label="Lägg åt sidan, därför att" hint="Till exempel: svarar inte på frågan." />
            <Button quiet small>
              Lägg åt sidan
            </Button>
          </Form>
          {desk.next && <a href={`/arbete/kodning?yttrande=${desk.next}`}>Hoppa över till nästa</a>}
        </>
      )}
    </WorkroomPage>
  )
}
