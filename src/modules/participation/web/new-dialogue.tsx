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
import { builderProblems, draftLabels } from '../builder-words.ts'
import { copyDialogue } from '../copy-dialogue.ts'
import { createDialogue } from '../create-dialogue.ts'
import { listDialogues } from '../read-dialogues.ts'
import { refusalWords } from '../words.ts'
import { BeginForm } from './begin-form.tsx'
import { beginningOf } from './beginning-of.ts'
import { draftChoices } from './draft-choices.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayCreateDialogue(visit.actor)) refuse({ refused: 'forbidden' })
  const originals = (await listDialogues(visit.now)).map(({ id, title, opensOn }) => ({ value: id, label: `${title} (${opensOn.slice(0, 4)})` }))
  return { frame: workroomFrame(visit, request), choices: await draftChoices(visit.now.day), originals }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  if (!mayCreateDialogue(actor)) refuse({ refused: 'forbidden' })
  const form = await readForm(request)
  const beginning = beginningOf(form)
  const kept = form.kept()
  if (beginning.problems.length > 0) return data({ problems: beginning.problems, kept }, { status: 422 })
  const result = beginning.from
    ? await copyDialogue(actor, { ...beginning.dialogue, from: beginning.from }, now)
    : await createDialogue(actor, { ...beginning.dialogue, questions: beginning.questions }, now)
  if (result.granted) throw redirect(`/arbete/dialoger/${result.value.slug}`)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const problems = problemTexts(refusal, { ...refusalWords, ...builderProblems })
  const at = refusal.refused === 'taken' ? 'slug' : refusal.refused === 'only-lines' ? 'kind' : undefined
  // An address that we made is shown only where it is the matter: else the title, once it is mended, makes another.
  const shown = at === 'slug' ? { ...kept, slug: beginning.dialogue.slug } : kept
  return data({ problems: at ? problems.map(({ text }) => ({ field: at, text })) : problems.map(atAreas), kept: shown }, { status: statusOf(refusal) })
}

export default function NewDialogue() {
  const { frame, choices, originals } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { processId, steps, groups } = choices
  return (
    <WorkroomPage frame={frame} title="Gör en dialog" lead="Den sparas som utkast. Ingen utanför ser den förrän du öppnar den.">
      <title>Gör en dialog</title>
      <ErrorSummary problems={answer?.problems ?? []} labels={draftLabels} />
      {processId === '' ? (
        <Empty title="Börja med processen" begin={<ButtonLink href="/arbete/process">Till processen</ButtonLink>}>
          <p>En dialog hör till ett steg i en process. Det finns ingen process än.</p>
        </Empty>
      ) : groups.length === 0 ? (
        <Empty title="Börja med vilka som tillfrågas" begin={<ButtonLink href="/arbete/grupper">Lägg till en grupp</ButtonLink>}>
          <p>En dialog vänder sig till en grupp, till exempel invånare eller medarbetare. Det finns ingen grupp än.</p>
        </Empty>
      ) : (
        <BeginForm processId={processId} steps={steps} groups={groups} originals={originals} kept={answer?.kept ?? {}} problems={answer?.problems ?? []} />
      )}
    </WorkroomPage>
  )
}

// The questions of a baseline are made from the areas that were written.
function atAreas<Told extends { readonly field: string }>(problem: Told): Told {
  return problem.field.startsWith('questions') ? { ...problem, field: 'areas' } : problem
}
