import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { frameWith } from '#http/frame'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { visitOf } from '#http/visit'
import type { Moment } from '#kernel/moment'
import { ButtonLink } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { PublicPage } from '#ui/page'
import { deviceWords } from '../device-words.ts'
import { weighCode } from '../one-time-code.ts'
import { textsOf } from '../rules/survey-texts.ts'
import { givenOf } from '../rules/written-answers.ts'
import { submitAnswer } from '../submit-answer.ts'
import { problemsIn } from './answer-problems.ts'
import { BeforeAnswering } from './before-answering.tsx'
import { ClosedSurvey } from './closed-survey.tsx'
import { closingTime } from './closing-time.ts'
import { DeviceForm } from './device-form.tsx'
import { DeviceThanks } from './device-thanks.tsx'
import { openedSurvey } from './opened-survey.ts'
import { InLanguage } from './survey-form.tsx'
import { newSubmissionKey, surveyOf } from './survey-of.ts'

const ofTheForm = new Set(['submissionKey', 'act'])

/** A survey on one device for several people: a class, or a kiosk. Neither cookies nor begun answers: each begins clean, with a key of their own. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const dialogue = await surveyForAll(params.slug, visit.now)
  const { pathname, searchParams } = new URL(request.url)
  const at = `/delta/${dialogue.slug}/${wayOf(pathname)}`
  const frame = await frameWith(visit, request, textsOf(dialogue))
  return { frame, survey: surveyOf(dialogue, undefined, visit.language, frame.content), newKey: newSubmissionKey(), at, hasBegun: searchParams.has('svara') }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const dialogue = await surveyForAll(params.slug, visit.now)
  const source = wayOf(new URL(request.url).pathname) === 'klass' ? 'class' : 'kiosk'
  const fields = Object.keys(form.kept()).filter((name) => !ofTheForm.has(name))
  const written = Object.fromEntries(fields.map((name) => [name, form.all(name)]))
  const submissionKey = form.text('submissionKey')
  const given = givenOf(written, dialogue.questions)
  const result = await submitAnswer({ dialogue: dialogue.slug, submissionKey, given, source, language: visit.tongue }, visit.now)
  // The receipt is all that is shown: the next person may be looking.
  if (result.granted) return data({ code: result.value.code, problems: [], written: {}, submissionKey, returns: source === 'kiosk' && form.text('act') !== 'stay' })
  const { refusal } = result
  if (refusal.refused === 'not-found') refuse(refusal)
  const status = refusal.refused === 'unreadable' || refusal.refused === 'no-key' ? 422 : statusOf(refusal)
  return data({ code: undefined, problems: problemsIn(refusal, dialogue.questions, visit.language), written, submissionKey, returns: false }, { status })
}

export default function OneDevice() {
  const { frame, survey, newKey, at, hasBegun } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { language, municipality } = frame
  const word = deviceWords(language)
  if (answer?.code) return <DeviceThanks frame={frame} code={answer.code} submissionKey={answer.submissionKey} start={at} returns={answer.returns} />
  if (survey.state !== 'open') return <ClosedSurvey frame={frame} survey={survey} written={answer?.written} />
  const isForm = hasBegun || answer !== undefined
  const [first] = survey.questions
  const problems = (answer?.problems ?? []).map((problem) => ({ ...problem, field: problem.field || first?.id || '' }))
  const isKeyless = answer?.problems.some(({ field }) => field === '') === true
  return (
    <PublicPage frame={frame} title={<InLanguage spoken={survey.title} />} lead={isForm ? undefined : `${closingTime(survey, language)} ${word.lead}`}>
      <title>{`${survey.title.text} – ${municipality}`}</title>
      <ErrorSummary problems={problems} language={language} />
      {isForm ? (
        <>
          <DeviceForm
            questions={survey.questions}
            action={`${at}?svara`}
            submissionKey={(!isKeyless && answer?.submissionKey) || newKey}
            written={answer?.written ?? {}}
            problems={problems}
            language={language}
          />
          <p>
            <a href={at}>{word.again}</a>
          </p>
        </>
      ) : (
        <>
          <BeforeAnswering survey={survey} language={language} tongue={frame.tongue ?? language} />
          <ButtonLink href={`${at}?svara`}>{word.begin}</ButtonLink>
        </>
      )}
    </PublicPage>
  )
}

function wayOf(pathname: string): 'klass' | 'kiosk' {
  return /\/klass(?:\.data)?\/?$/.test(pathname) ? 'klass' : 'kiosk'
}

/** One that everybody may answer: a closed group has a code each, on a device of their own. */
async function surveyForAll(slug: string | undefined, now: Moment) {
  const dialogue = await openedSurvey(slug, now)
  if (await weighCode(dialogue, undefined, now)) refuse({ refused: 'not-found' })
  return dialogue
}
