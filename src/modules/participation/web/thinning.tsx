import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Facts } from '#ui/facts'
import { TextArea, TextField } from '#ui/field'
import { Form, scopeOf } from '#ui/form'
import { formatDay, formatNumber } from '#ui/format'
import { WorkroomPage } from '#ui/workroom-page'
import { mayThin } from '../access.ts'
import { readProtocols, readThinning } from '../read-thinning.ts'
import { thinAnswers } from '../thin-answers.ts'
import { thinningRefusals, thinningWords } from '../thinning-words.ts'
import { ProtocolsTable } from './protocols-table.tsx'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayThin(visit.actor)) refuse({ refused: 'forbidden' })
  const thinning = await readThinning(params.slug ?? '', visit.now)
  if (!thinning) refuse({ refused: 'not-found' })
  const { dialogue, day, isDue, free, resting, begun, proposals } = thinning
  const protocols = (await readProtocols(dialogue.id)).filter(({ kind }) => kind === 'thinning')
  return {
    frame: workroomFrame(visit, request),
    slug: dialogue.slug,
    title: `Gallring: ${dialogue.title}`,
    isClosed: dialogue.state === 'closed',
    isOpinion: dialogue.kind === 'opinion',
    day,
    isDue,
    free,
    resting,
    begun,
    proposals,
    protocols,
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const slug = params.slug ?? ''
  const result = await thinAnswers(actor, { slug, decision: form.text('decision'), reason: form.text('reason') }, now)
  if (result.granted) throw redirect(`/arbete/dialoger/${slug}/gallring`)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  return data({ problems: problemTexts(refusal, thinningRefusals), kept: form.kept() }, { status: statusOf(refusal) })
}

export default function Thinning() {
  const { frame, slug, title, isClosed, isOpinion, day, isDue, free, resting, begun, proposals, protocols } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const problemOf = (name: string) => answer?.problems.find(({ field }) => field === name)?.text
  return (
    <WorkroomPage frame={frame} title={title} lead="Inget gallras av sig självt. Du ser vad som får gallras, och du gör det med ett beslut.">
      <title>{title}</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={scopeOf('thin')} />
      {'kept' in day ? (
        <p>{thinningWords.kept[day.kept]}</p>
      ) : (
        <Facts
          facts={[
            ['Får gallras från', formatDay(day.from)],
            ['Regel', thinningWords.rule[day.by]],
            ...(isOpinion
              ? ([
                  ['Personer vars svar på påståenden gallras', formatNumber(free)],
                  ['Påståenden som inte visas, att gallra', formatNumber(proposals)],
                ] as const)
              : ([
                  ['Svar att gallra', formatNumber(free)],
                  ['Svar som står kvar', formatNumber(resting)],
                  ['Påbörjade svar att gallra', formatNumber(begun)],
                ] as const)),
          ]}
        />
      )}
      {!isClosed && <p>Dialogen är inte stängd. Svaren gallras först efter det.</p>}
      <p>{isOpinion ? thinningWords.shownStay : thinningWords.resting}</p>
      {isDue && free + begun + proposals > 0 && (
        <Form act="thin">
          <h2>Gallra</h2>
          <p>
            Svaren tas bort för gott. {isOpinion ? 'Kvar blir ett protokoll med antal och beslut.' : 'Kvar blir ett protokoll med antal, beslut och siffrorna som alla kunde se.'}
          </p>
          <TextField name="decision" label="Beslutets nummer" maxLength={120} value={answer?.kept.decision} error={problemOf('decision')} />
          <TextArea name="reason" label="Skälet" rows={3} maxLength={500} value={answer?.kept.reason} error={problemOf('reason')} />
          <Button grave>Gallra svaren</Button>
        </Form>
      )}
      <ProtocolsTable caption="Gallringar" none="Inget är gallrat" protocols={protocols} />
      <p>
        <a href={`/arbete/dialoger/${slug}`}>Tillbaka till dialogen</a>
      </p>
    </WorkroomPage>
  )
}
