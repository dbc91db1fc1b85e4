import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { listDialogues } from '#participation'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { Form } from '#ui/form'
import { formatInstant } from '#ui/format'
import { Notice } from '#ui/notice'
import { WorkroomPage } from '#ui/workroom-page'
import { mayFreezeOpinionMap, mayReadCoding } from '../access.ts'
import { freezeOpinionMap } from '../freeze-opinion-map.ts'
import { opinionRefusals } from '../opinion-words.ts'
import { readOpinionMap } from '../read-opinion-map.ts'
import { OpinionFindingsView } from './opinion-findings-view.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadCoding(visit.actor)) refuse({ refused: 'forbidden' })
  const dialogues = (await listDialogues(visit.now)).filter(({ kind, state }) => kind === 'opinion' && state !== 'draft').map(({ id, slug, title }) => ({ id, slug, title }))
  const wished = new URL(request.url).searchParams.get('dialog')
  const shown = dialogues.find(({ slug }) => slug === wished) ?? dialogues[0]
  return {
    frame: workroomFrame(visit, request),
    dialogues,
    shown,
    map: shown && (await readOpinionMap(shown.id, visit.now.at)),
    mayFreeze: mayFreezeOpinionMap(visit.actor) !== undefined,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const result = await freezeOpinionMap(actor, { dialogueId: form.text('dialogueId') }, now)
  if (result.granted) throw redirect(`/arbete/asiktskarta?dialog=${encodeURIComponent(form.text('slug'))}`)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  return data({ problems: problemTexts(refusal, opinionRefusals) }, { status: statusOf(refusal) })
}

export default function OpinionMaps() {
  const { frame, dialogues, shown, map, mayFreeze } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <WorkroomPage frame={frame} title="Åsiktskartan" lead={shown?.title}>
      <title>Åsiktskartan</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      {!shown ? (
        <Empty title="Här syns vad svaren på påståenden säger" who="Processledaren gör dialogerna.">
          <p>När en dialog med påståenden är öppnad räknas kartan ut här.</p>
        </Empty>
      ) : (
        <>
          {dialogues.length > 1 && (
            <ul>
              {dialogues.map(({ slug, title }) => (
                <li key={slug}>
                  <a href={`/arbete/asiktskarta?dialog=${slug}`} aria-current={slug === shown.slug ? 'page' : undefined}>
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          )}
          <p>
            <a href={`/arbete/dialoger/${shown.slug}/pastaenden`}>Påståendena och det som väntar på att läsas</a>
          </p>
          {mayFreeze && (
            <Form hidden={{ dialogueId: shown.id, slug: shown.slug }}>
              <p>Kartan räknas ut av svaren som de är nu och fryses. Den visas öppet när processledaren publicerar analyssteget.</p>
              <Button>Räkna ut och frys kartan</Button>
            </Form>
          )}
          {map && (
            <>
              <Notice kind="good">
                <p>
                  Uträkning {map.number} frystes {formatInstant(map.frozenAt)}. <a href={`/handling/${map.sha256}`}>Läs den frysta uträkningen</a>
                </p>
              </Notice>
              <OpinionFindingsView findings={map.findings} language="sv" />
            </>
          )}
        </>
      )}
    </WorkroomPage>
  )
}
