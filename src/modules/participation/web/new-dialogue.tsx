import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { ButtonLink } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { WorkroomPage } from '#ui/workroom-page'
import { mayCreateDialogue } from '../access.ts'
import { createDialogue } from '../create-dialogue.ts'
import { refusalWords } from '../words.ts'
import { draftChoices } from './draft-choices.ts'
import { DraftForm } from './draft-form.tsx'
import { atItsRow, draftOf, rowsFor } from './draft-of.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayCreateDialogue(visit.actor)) refuse({ refused: 'forbidden' })
  return { frame: workroomFrame(visit, request), choices: await draftChoices(visit.now.day) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const result = await createDialogue(actor, draftOf(form), now)
  if (result.granted) throw redirect(`/arbete/dialoger/${result.value.slug}`)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const problems = refusal.refused === 'taken' ? [{ field: 'slug', text: refusalWords.taken ?? '' }] : problemTexts(refusal, refusalWords)
  return data({ problems: atItsRow(problems, form), kept: form.kept() }, { status: statusOf(refusal) })
}

export default function NewDialogue() {
  const { frame, choices } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { processId, steps, groups } = choices
  const kept = answer?.kept ?? {}
  return (
    <WorkroomPage frame={frame} title="Gör en dialog" lead="Den sparas som utkast. Ingen utanför ser den förrän du öppnar den.">
      <title>Gör en dialog</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      {processId === '' ? (
        <Empty title="Börja med processen" begin={<ButtonLink href="/arbete/process">Till processen</ButtonLink>}>
          <p>En dialog hör till ett steg i en process. Det finns ingen process än.</p>
        </Empty>
      ) : groups.length === 0 ? (
        <Empty title="Börja med vilka som tillfrågas" begin={<ButtonLink href="/arbete/grupper">Lägg till en grupp</ButtonLink>}>
          <p>En dialog vänder sig till en grupp, till exempel invånare eller medarbetare. Det finns ingen grupp än.</p>
        </Empty>
      ) : (
        <DraftForm hidden={{ processId }} steps={steps} groups={groups} rows={rowsFor(kept)} kept={kept} problems={answer?.problems ?? []} button="Spara dialogen som utkast" />
      )}
    </WorkroomPage>
  )
}
