import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { frameWith } from '#http/frame'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { visitOf } from '#http/visit'
import { listProcesses } from '#process'
import { ErrorSummary } from '#ui/error-summary'
import { formatDay } from '#ui/format'
import { Notice } from '#ui/notice'
import { PublicPage } from '#ui/page'
import { readSurvey } from '../read-survey.ts'
import { type AnswerRefusal, submitAnswer } from '../submit-answer.ts'
import { words } from '../words.ts'
import { ClosedSurvey } from './closed-survey.tsx'
import { directionOf, InLanguage, SurveyForm } from './survey-form.tsx'
import { newSubmissionKey, surveyOf, textsOf } from './survey-of.ts'
import { ThanksPage } from './thanks-page.tsx'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const dialogue = await readSurvey(params.slug ?? '', visit.now.day)
  if (dialogue?.kind !== 'survey' || dialogue.state === 'draft') refuse({ refused: 'not-found' })
  const process = (await listProcesses(visit.now.day)).find(({ id }) => id === dialogue.processId)
  const frame = await frameWith(visit, request, textsOf(dialogue))
  return { frame, survey: surveyOf(dialogue, process, visit.language, frame.content), newKey: newSubmissionKey() }
}

/** The receipt is the answer to the POST itself: no code in any address, title or log. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const fields = Object.keys(form.kept()).filter((name) => name !== 'submissionKey')
  const lines = Object.fromEntries(fields.map((name) => [name, form.all(name)]))
  const submissionKey = form.text('submissionKey')
  const result = await submitAnswer({ dialogue: params.slug ?? '', submissionKey, lines }, visit.now)
  if (result.granted) return { receipt: result.value, problems: [], lines, submissionKey }
  const { refusal } = result
  if (refusal.refused === 'not-found') refuse(refusal)
  const answer = { receipt: undefined, problems: problemsIn(refusal, visit.language), lines, submissionKey: refusal.refused === 'no-key' ? '' : submissionKey }
  return data(answer, { status: refusal.refused === 'unreadable' || refusal.refused === 'no-key' ? 422 : statusOf(refusal) })
}

export default function Survey() {
  const { frame, survey, newKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { language, municipality } = frame
  const word = words(language)
  if (answer?.receipt) return <ThanksPage frame={frame} survey={survey} receipt={answer.receipt} lines={answer.lines} newKey={newKey} />
  if (survey.state !== 'open') return <ClosedSurvey frame={frame} survey={survey} lines={answer?.lines} />
  // What is asked for in the whole form is mended at its first question.
  const problems = (answer?.problems ?? []).map(({ field, text }) => ({ field: field || survey.questions[0]?.id || '', text }))
  return (
    <PublicPage frame={frame} title={<InLanguage spoken={survey.title} />} lead={`${word.until(formatDay(survey.closesOn, language))}. ${word.answerLead}`}>
      <title>{`${survey.title.text} – ${municipality}`}</title>
      <ErrorSummary problems={problems} language={language} />
      {survey.title.lang === 'sv' && (frame.tongue ?? 'sv') !== 'sv' && (
        <Notice>
          <p>{word.onlySwedish}</p>
        </Notice>
      )}
      <Notice title={word.promise}>
        <p lang={survey.promise.lang} dir={directionOf(survey.promise)}>
          {survey.promise.text}
        </p>
      </Notice>
      <details>
        <summary>{word.aboutAnswers}</summary>
        <div lang={survey.information.lang} dir={directionOf(survey.information)}>
          {survey.information.text.split(/\n+/).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
        <p>
          {word.contact}: <span lang="sv">{survey.contact}</span>
        </p>
      </details>
      <SurveyForm questions={survey.questions} submissionKey={answer?.submissionKey || newKey} language={language} lines={answer?.lines} problems={problems} />
    </PublicPage>
  )
}

function problemsIn(refusal: AnswerRefusal, language: 'sv' | 'en'): { field: string; text: string }[] {
  const word = words(language)
  if (refusal.refused === 'unreadable') return refusal.problems.map(({ question, problem }) => ({ field: question, text: word[problem] }))
  return refusal.refused === 'incomplete' || refusal.refused === 'no-key' ? [{ field: '', text: word[refusal.refused] }] : []
}
