import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { ErrorSummary } from '#ui/error-summary'
import { TwoTexts } from '#ui/two-texts'
import { WorkroomPage } from '#ui/workroom-page'
import { mayReviseDialogue } from '../access.ts'
import { builderProblems, draftLabels } from '../builder-words.ts'
import { readDraft } from '../read-draft.ts'
import { reviseDialogue } from '../revise-dialogue.ts'
import { refusalWords } from '../words.ts'
import { draftChoices } from './draft-choices.ts'
import { DraftForm } from './draft-form.tsx'
import { draftOf, keptOf } from './draft-of.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReviseDialogue(visit.actor)) refuse({ refused: 'forbidden' })
  const draft = await readDraft(params.slug ?? '', visit.now)
  if (!draft) refuse({ refused: 'not-found' })
  const { dialogue, basis } = draft
  return {
    frame: workroomFrame(visit, request),
    choices: await draftChoices(visit.now.day),
    title: dialogue.title,
    slug: dialogue.slug,
    dialogueId: dialogue.id,
    processId: dialogue.processId,
    kept: keptOf(dialogue),
    basis,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const result = await reviseDialogue(actor, draftOf(form), now)
  if (result.granted) throw redirect(`/arbete/dialoger/${result.value.slug}?gjort=texter`)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const problems = refusal.refused === 'taken' ? [{ field: 'slug', text: refusalWords.taken ?? '' }] : problemTexts(refusal, { ...refusalWords, ...builderProblems })
  const stale = refusal.refused === 'stale' ? { now: refusal.now, yours: refusal.yours } : undefined
  return data({ problems, kept: form.kept(), stale }, { status: statusOf(refusal) })
}

export default function ReviseDraft() {
  const { frame, choices, title, slug, dialogueId, processId, kept: stored, basis } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const kept = answer?.kept ?? stored
  return (
    <WorkroomPage frame={frame} title={`Texter och tider: ${title}`}>
      <title>{`Texter och tider: ${title}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} labels={draftLabels} />
      {answer?.stale && <TwoTexts {...answer.stale} />}
      <DraftForm
        // The one who saves again has seen both texts.
        hidden={{ processId, dialogueId, basis: answer && !answer.stale ? (answer.kept.basis ?? basis) : basis }}
        steps={choices.steps}
        groups={choices.groups}
        kept={kept}
        problems={answer?.problems ?? []}
      />
      <p>
        <a href={`/arbete/dialoger/${slug}`}>Tillbaka till utkastet</a>
      </p>
    </WorkroomPage>
  )
}
