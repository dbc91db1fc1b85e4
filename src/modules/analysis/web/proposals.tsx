import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { dayOf } from '#http/clock'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { readingIsLogged } from '#participation/words'
import { listProcesses } from '#process'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Form } from '#ui/form'
import { formatCount, formatDay } from '#ui/format'
import { Notice } from '#ui/notice'
import { Progress } from '#ui/progress'
import { WorkroomPage } from '#ui/workroom-page'
import { mayCreateTheme } from '../access.ts'
import { faultWords, proposalRefusals, stepPlace, stepWords } from '../proposal-words.ts'
import { cancelSearch, decideProposal, proposeThemes } from '../propose-themes.ts'
import { readModel, readProposals } from '../read-proposals.ts'
import { readThemes } from '../read-themes.ts'
import { takeProposal } from '../take-proposal.ts'
import { refusalWords } from '../words.ts'
import { DeskPages } from './desk-filters.tsx'
import { Proposal } from './proposal.tsx'

const here = '/arbete/kodning/teman'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayCreateTheme(visit.actor)) refuse({ refused: 'forbidden' })
  const [process] = await listProcesses(visit.now.day)
  const run = process && (await readProposals(visit.actor, process.id, visit.now))
  return {
    frame: workroomFrame(visit, request),
    processId: process?.id ?? '',
    run: run && {
      ...{ id: run.id, source: run.source, model: run.model, host: run.host, by: run.by, on: formatDay(dayOf(run.begunAt)), outcome: run.outcome },
      ...{ step: run.step, statements: run.statements, droppedCitations: run.droppedCitations, droppedProposals: run.droppedProposals },
      fault: run.fault,
      proposals: run.proposals,
    },
    model: readModel(),
    themes: process ? (await readThemes({ processId: process.id })).map(({ id, name }) => ({ id, name })) : [],
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const [act, processId, proposalId] = [form.text('act'), form.text('processId'), form.text('proposalId')]
  const decide = (fate: 'merged' | 'dropped', themeId: string) => decideProposal(actor, { proposalId, fate, themeId }, now)
  const words = { name: form.text('name'), definition: form.text('definition'), whenToUse: form.text('whenToUse'), whenNot: form.text('whenNot') }
  const acts: Record<string, () => Promise<Awaited<ReturnType<typeof decide | typeof takeProposal | typeof cancelSearch | typeof proposeThemes>>>> = {
    cancel: () => cancelSearch(actor, { runId: form.text('runId') }, now),
    take: () => takeProposal(actor, { ...words, proposalId }, now),
    merge: () => decide('merged', form.text('themeId')),
    drop: () => decide('dropped', ''),
    search: () => proposeThemes(actor, { processId, source: form.text('source') as 'words' }, now),
  }
  const result = await ((Object.hasOwn(acts, act) ? acts[act] : undefined) ?? acts.search)?.()
  if (!result || result.granted) throw redirect(here)
  if (result.refusal.refused === 'forbidden' || result.refusal.refused === 'not-found') refuse(result.refusal)
  return data({ problems: problemTexts(result.refusal, { ...refusalWords, ...proposalRefusals }), kept: form.kept() }, { status: statusOf(result.refusal) })
}

export default function Proposals() {
  const { frame, processId, run, model, themes } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const isGoing = run !== undefined && run.outcome === null
  const open = run?.proposals.filter(({ fate }) => fate === null) ?? []
  return (
    <WorkroomPage
      frame={frame}
      title="Teman i det okodade"
      lead="Samsyn kan leta efter teman i yttranden som ingen har kodat. Du väljer vad som blir ett tema i kodboken. Inget kodas av det."
    >
      <title>Föreslagna teman</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={answer?.kept.scope} />
      <DeskPages here={here} />
      {isGoing ? (
        <Form act="cancel" hidden={{ runId: run.id }}>
          <Progress label={stepWords[run.step ?? 'reading']} done={stepPlace[run.step ?? 'reading'] - 1} all={2} />
          <p>
            Det tar oftast under en minut. Du kan göra annat under tiden. <a href={here}>Se hur långt det har kommit</a>
          </p>
          <Button quiet>Avbryt</Button>
        </Form>
      ) : (
        processId && (
          <div className="acts">
            <Form act="search" hidden={{ processId, source: 'words' }}>
              <Button>Leta efter teman i orden</Button>
            </Form>
            {model && (
              <Form act="search" hidden={{ processId, source: 'model' }}>
                <Button quiet>{`Fråga språkmodellen ${model.name}`}</Button>
                <p className="soft small">Högst 300 okodade yttranden skickas till {model.host}, med personuppgifter maskerade. Vad modellen svarar är bara förslag.</p>
              </Form>
            )}
          </div>
        )
      )}
      {run?.outcome === 'cancelled' && <p>Den senaste sökningen avbröts. Inget av den sparades.</p>}
      {run?.outcome === 'failed' && (
        <Notice kind="warn">
          <p>{faultWords[run.fault ?? 'broken'] ?? faultWords.broken} Inget har ändrats.</p>
        </Notice>
      )}
      {run?.outcome === 'done' && (
        <>
          <h2>{formatCount(open.length, 'förslag att ta ställning till', 'förslag att ta ställning till')}</h2>
          <p className="soft">
            {run.source === 'model' ? `Föreslaget av språkmodellen ${run.model} på ${run.host}` : 'Föreslaget ur orden'}, {run.on}, på begäran av {run.by}. Byggt på{' '}
            {formatCount(run.statements, 'yttrande', 'yttranden')}.
          </p>
          {run.droppedCitations + run.droppedProposals > 0 && (
            <p>
              Modellen hänvisade till {formatCount(run.droppedCitations, 'yttrande', 'yttranden')} som inte finns, och {formatCount(run.droppedProposals, 'förslag', 'förslag')}{' '}
              byggde inte på något yttrande. De är borttagna.
            </p>
          )}
          {open.length > 0 && <p className="soft">{readingIsLogged}</p>}
          {run.proposals.map((proposal) => (
            <Proposal key={proposal.id} proposal={proposal} themes={themes} kept={answer?.kept ?? {}} problems={answer?.problems ?? []} />
          ))}
        </>
      )}
    </WorkroomPage>
  )
}
