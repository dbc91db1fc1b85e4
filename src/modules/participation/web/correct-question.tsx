import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { readForm, type SentForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import type { Moment } from '#kernel/moment'
import { ErrorSummary } from '#ui/error-summary'
import { TwoTexts } from '#ui/two-texts'
import { WorkroomPage } from '#ui/workroom-page'
import { mayCorrectQuestion } from '../access.ts'
import { questionKindWords } from '../builder-words.ts'
import { correctQuestion } from '../correct-question.ts'
import { questionBasisOf } from '../read-draft.ts'
import { readSurvey } from '../read-survey.ts'
import type { Choice } from '../rules/question.ts'
import { CorrectionForm } from './correction-form.tsx'
import { problemsOfQuestion } from './question-problems.ts'

const texts = ['wording', 'wordingEnglish', 'hint', 'hintEnglish', 'leastLabel', 'leastLabelEnglish', 'mostLabel', 'mostLabelEnglish', 'unit', 'unitEnglish', 'reason'] as const

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayCorrectQuestion(visit.actor)) refuse({ refused: 'forbidden' })
  const { dialogue, question } = await questionAt(params, visit.now)
  return { frame: workroomFrame(visit, request), slug: dialogue.slug, question, basis: questionBasisOf(question) }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const { dialogue, question } = await questionAt(params, now)
  const said = Object.fromEntries(texts.map((name) => [name, form.text(name)])) as Record<(typeof texts)[number], string>
  const labels = { choices: labelsIn(form, 'choices', question.form.choices), rows: labelsIn(form, 'rows', question.form.rows) }
  const result = await correctQuestion(actor, { ...said, ...labels, dialogueId: dialogue.id, key: question.key, basis: form.text('basis') }, now)
  if (result.granted) throw redirect(`/arbete/dialoger/${dialogue.slug}`)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const stale = refusal.refused === 'stale' ? { now: refusal.now, yours: refusal.yours } : undefined
  const problems = problemsOfQuestion(refusal).map(({ field, text }) => ({ field: field.replace(/^(choices|rows)\.(.+)\.(label|labelEnglish)$/, '$1:$2:$3'), text }))
  return data({ problems, kept: form.kept(), stale }, { status: statusOf(refusal) })
}

export default function CorrectQuestion() {
  const { frame, slug, question, basis } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <WorkroomPage frame={frame} title="Rätta frågan" lead={questionKindWords[question.kind][0]}>
      <title>{`Rätta frågan: ${question.wording}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      {answer?.stale && <TwoTexts {...answer.stale} />}
      <p>Rätta bara det som är fel skrivet. Det frågan gäller är detsamma, så de svar som redan har kommit räknas med. Den som svarar ser att frågan är rättad, och varför.</p>
      <CorrectionForm question={question} basis={answer && !answer.stale ? (answer.kept.basis ?? basis) : basis} kept={answer?.kept} problems={answer?.problems ?? []} />
      <p>
        <a href={`/arbete/dialoger/${slug}`}>Tillbaka till dialogen</a>
      </p>
    </WorkroomPage>
  )
}

async function questionAt({ slug, key }: { slug?: string; key?: string }, now: Moment) {
  const dialogue = await readSurvey(slug ?? '', now)
  const question = dialogue?.questions.find((each) => each.key === key)
  if (!dialogue || !question || dialogue.state === 'draft' || dialogue.state === 'closed') refuse({ refused: 'not-found' })
  return { dialogue, question }
}

function labelsIn(form: SentForm, list: 'choices' | 'rows', before: readonly Choice[] = []) {
  return Object.fromEntries(before.map(({ key }) => [key, { label: form.text(`${list}:${key}:label`), labelEnglish: form.text(`${list}:${key}:labelEnglish`) }]))
}
