import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { surroundings } from '#http/surroundings'
import { signedInVisit } from '#http/visit'
import { ErrorSummary } from '#ui/error-summary'
import { scopeOf } from '#ui/form'
import { WorkroomPage } from '#ui/workroom-page'
import { mayEnterNote, mayExportAnswers, mayOpenDialogue, mayReadStatements } from '../access.ts'
import { builderProblems } from '../builder-words.ts'
import { readDialogue } from '../read-dialogues.ts'
import { readMissing } from '../read-missing.ts'
import { countLateNotices } from '../settle-notice-letters.ts'
import { forCodesWord, gateWords, kindWords, refusalWords, stateWords } from '../words.ts'
import { actOnDialogue } from './dialogue-acts.ts'
import { DoneNotice, doneIn } from './done-notice.tsx'
import { DraftOverview } from './draft-overview.tsx'
import { LateLetters } from './late-letters.tsx'
import { OpenedDialogue } from './opened-dialogue.tsx'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const dialogue = await readDialogue(params.slug ?? '', visit.now)
  if (!dialogue) refuse({ refused: 'not-found' })
  const done = doneIn(request.url, dialogue)
  return {
    frame: workroomFrame(visit, request),
    dialogue,
    missing: await readMissing(dialogue, visit.now),
    late: mayOpenDialogue(visit.actor) ? await countLateNotices(dialogue.id) : 0,
    mayOpen: mayOpenDialogue(visit.actor) !== undefined,
    mayNote: mayEnterNote(visit.actor) !== undefined,
    mayRead: mayReadStatements(visit.actor) !== undefined,
    done: done && { done, address: surroundings().address },
    isPartGone: new URL(request.url).searchParams.get('del') === 'borta',
    mayExport: mayExportAnswers(visit.actor) !== undefined,
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const dialogue = await readDialogue(params.slug ?? '', now)
  if (!dialogue) refuse({ refused: 'not-found' })
  const outcome = await actOnDialogue(form, dialogue, actor, now)
  if ('to' in outcome) throw redirect(outcome.to)
  const { refusal } = outcome
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const problems =
    refusal.refused === 'not-ready' ? refusal.missing.map((each) => ({ field: '', text: gateWords[each][1] })) : problemTexts(refusal, { ...refusalWords, ...builderProblems })
  return data({ problems, kept: form.kept(), act: form.text('act') }, { status: statusOf(refusal) })
}

export default function Dialogue() {
  const { frame, dialogue, missing, late, mayOpen, mayNote, mayRead, mayExport, isPartGone, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <WorkroomPage frame={frame} title={dialogue.title} lead={`${stateWords[dialogue.state]}. ${dialogue.isForCodes ? forCodesWord : kindWords[dialogue.kind]}.`}>
      <title>{dialogue.title}</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={scopeOf(answer?.act)} />
      {done && !answer && <DoneNotice {...done} dialogue={dialogue} />}
      <LateLetters count={late} />
      {dialogue.state === 'draft' ? (
        <DraftOverview dialogue={dialogue} missing={missing} mayChange={mayOpen} isPartGone={isPartGone} />
      ) : (
        <OpenedDialogue dialogue={dialogue} mayChange={mayOpen} mayNote={mayNote} mayRead={mayRead} mayExport={mayExport} answer={answer} />
      )}
    </WorkroomPage>
  )
}
