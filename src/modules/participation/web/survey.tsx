import { type ActionFunctionArgs, createContext, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { frameWith } from '#http/frame'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { isHttps, mailLeaves } from '#http/surroundings'
import { visitOf } from '#http/visit'
import type { Moment } from '#kernel/moment'
import { listProcesses } from '#process'
import { ErrorSummary } from '#ui/error-summary'
import { Notice } from '#ui/notice'
import { PublicPage } from '#ui/page'
import { begunCookie } from '../begun-cookie.ts'
import { codeCookie } from '../code-cookie.ts'
import { forgetBegunAnswer, keepBegunAnswer, readBegunAnswer } from '../keep-begun-answer.ts'
import { weighCode } from '../one-time-code.ts'
import { readPlaceKeys } from '../read-place-keys.ts'
import { readPoster } from '../read-poster-places.ts'
import type { SurveyReading } from '../read-survey.ts'
import { checkAnswers } from '../rules/check-answers.ts'
import { partsShown } from '../rules/parts-shown.ts'
import { sectionsOf } from '../rules/show-question.ts'
import { givenOf, questionOfField, type Written } from '../rules/written-answers.ts'
import { sayAnswer } from '../say-answer.ts'
import { isFormSent, submitAnswer } from '../submit-answer.ts'
import { words } from '../words.ts'
import { isCodeProblem, problemsIn } from './answer-problems.ts'
import { BeforeAnswering, KeptNotice } from './before-answering.tsx'
import { ClosedSurvey } from './closed-survey.tsx'
import { closingTime } from './closing-time.ts'
import { CodePage } from './code-page.tsx'
import { openedSurvey } from './opened-survey.ts'
import { InLanguage, SurveyForm } from './survey-form.tsx'
import { newSubmissionKey, surveyOf, textsOf } from './survey-of.ts'
import { SurveyScript } from './survey-script.tsx'
import { ThanksPage } from './thanks-page.tsx'

/** What has just been answered, so that the page that says thanks neither reads nor carries what was asked. */
const answeredContext = createContext<SurveyReading | null>(null)
const ofTheForm = new Set(['submissionKey', 'act', 'del', 'via'])

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const answered = context.get(answeredContext)
  const dialogue = answered ?? (await openedSurvey(params.slug, visit.now))
  const asking = (await listProcesses(visit.now.day)).find(({ id }) => id === dialogue.processId)
  const begun = answered ? undefined : await readBegunAnswer(dialogue, begunCookie.read(request.headers) ?? '', visit.now)
  const code = answered ? undefined : await weighCode(dialogue, codeCookie.read(request.headers), visit.now)
  const { searchParams } = new URL(request.url)
  const part = await partAt(dialogue, begun?.written ?? {}, Number(searchParams.get('del') ?? 1), visit.now)
  const via = answered ? undefined : await readPoster(dialogue, searchParams.get('via') ?? '', visit.now)
  const said = await frameWith(visit, request, textsOf(dialogue))
  // Whoever comes by a poster and takes another language still came by it.
  const frame = via ? { ...said, path: `${said.path}?via=${via}` } : said
  return {
    frame,
    survey: surveyOf(dialogue, asking, visit.language, frame.content),
    nonce: visit.nonce,
    // A begun answer has a key of its own: sent again after it was stored and forgotten, it is still the same answer.
    newKey: begun?.submissionKey ?? newSubmissionKey(),
    mailLeaves: mailLeaves(),
    begun: begun && { code: begun.code, written: begun.written, isChange: begun.changes !== undefined },
    isSaved: searchParams.has('sparat'),
    poster: begun?.poster ?? via,
    /** What is the matter with the code of somebody in a closed group. */
    codeProblem: code === 'good' || begun?.changes ? undefined : code,
    part,
  }
}

/** The receipt is the answer to the POST itself: no code in any address, title or log. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const dialogue = await openedSurvey(params.slug, visit.now)
  const fields = Object.keys(form.kept()).filter((name) => !ofTheForm.has(name))
  const sent = Object.fromEntries(fields.map((name) => [name, form.all(name)]))
  const isSecure = isHttps(request)
  const isLong = sectionsOf(dialogue.questions).length > 1
  const begun = await readBegunAnswer(dialogue, begunCookie.read(request.headers) ?? '', visit.now)
  const poster = begun?.poster ?? (await readPoster(dialogue, form.text('via'), visit.now))
  const place = Number(form.text('del') || 1)
  const written = isLong ? withPart(dialogue, begun?.written ?? {}, sent, place) : sent
  // What was answered now may have brought one more part, after one that was the last.
  const goesOn = isLong && form.text('act') === 'send' && (await placeAfter(dialogue, written, place, 'next', visit.now)) > place
  const act = goesOn ? 'next' : form.text('act')
  // One that another device has sent is not begun anew: it is answered with its receipt.
  const isSent = isLong && !begun && (await isFormSent(dialogue.id, form.text('submissionKey')))
  if (isLong && act !== 'send' && !isSent && dialogue.state === 'open') {
    const problems = act === 'next' ? await problemsOfPart(dialogue, written, place, visit, begun?.changes !== undefined) : []
    if (problems.length > 0) return data({ receipt: undefined, said: [], problems, written, poster, submissionKey: form.text('submissionKey') }, { status: 422 })
    const kept = await keepBegunAnswer(dialogue, begun?.code, written, visit.now, { changes: begun?.changes, poster })
    const to = act === 'save' ? `?del=${place}&sparat` : `?del=${await placeAfter(dialogue, written, place, act, visit.now)}`
    throw redirect(`/delta/${dialogue.slug}${to}`, {
      headers: { 'set-cookie': begunCookie.keep(dialogue.slug, kept.code, dialogue.draftDays, isSecure) },
    })
  }
  const submissionKey = begun?.submissionKey ?? form.text('submissionKey')
  const result = await submitAnswer(
    {
      dialogue,
      submissionKey,
      given: givenOf(written, dialogue.questions),
      language: visit.tongue,
      changes: begun?.changes,
      poster,
      oneTimeCode: codeCookie.read(request.headers),
    },
    visit.now,
  )
  if (result.granted) {
    if (result.value.same) context.set(answeredContext, { ...dialogue, questions: [] })
    if (begun) await forgetBegunAnswer(begun.code)
    const said = sayAnswer(dialogue.questions, result.value.values, result.value.stored, visit.language)
    return data(
      { receipt: result.value, said, problems: [], written: result.value.same ? {} : written, poster, submissionKey },
      { headers: endedCookies(request, dialogue.slug, begun !== undefined) },
    )
  }
  const { refusal } = result
  if (refusal.refused === 'not-found') refuse(refusal)
  const answer = {
    receipt: undefined,
    problems: problemsIn(refusal, dialogue.questions, visit.language),
    written,
    poster,
    submissionKey: refusal.refused === 'no-key' || refusal.refused === 'erased' ? '' : submissionKey,
  }
  // What was begun has been sent and taken back: it is gone on with by another key.
  const headers = new Headers()
  if (begun && refusal.refused === 'erased') {
    const kept = await keepBegunAnswer(dialogue, undefined, written, visit.now, { changes: begun.changes, poster })
    await forgetBegunAnswer(begun.code)
    headers.append('set-cookie', begunCookie.keep(dialogue.slug, kept.code, dialogue.draftDays, isSecure))
  }
  return data(answer, {
    headers,
    status: refusal.refused === 'unreadable' || refusal.refused === 'no-key' || (isCodeProblem(refusal.refused) && refusal.refused !== 'code-used') ? 422 : statusOf(refusal),
  })
}

export default function Survey() {
  const { frame, nonce, survey, newKey, mailLeaves, begun, isSaved, poster, codeProblem, part } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { language, municipality } = frame
  const word = words(language)
  const written = answer?.written ?? begun?.written ?? {}
  const via = answer?.poster ?? poster
  const asked = part ? survey.questions.filter(({ id }) => part.ids.includes(id)) : survey.questions
  const script = (
    <SurveyScript slug={survey.slug} questions={asked} isAnswer={answer !== undefined} isBegun={begun !== undefined && part !== undefined} language={language} nonce={nonce} />
  )
  if (answer?.receipt)
    return <ThanksPage frame={frame} survey={survey} receipt={answer.receipt} said={answer.said} written={written} newKey={newKey} mailLeaves={mailLeaves} script={script} />
  if (survey.state !== 'open') return <ClosedSurvey frame={frame} survey={survey} written={answer?.written} script={script} />
  if (codeProblem && !answer) return <CodePage frame={frame} action={`/delta/${survey.slug}/kod`} problem={codeProblem === 'code-missing' ? undefined : codeProblem} />
  // What is asked for in the whole form is mended at its first question.
  const problems = (answer?.problems ?? []).map((problem) => ({ ...problem, field: problem.field || asked[0]?.id || '' }))
  const onThisPage = (field: string) => asked.some(({ id }) => id === field)
  return (
    <PublicPage frame={frame} title={<InLanguage spoken={survey.title} />} lead={`${closingTime(survey, language)} ${word.answerLead}`}>
      <title lang={survey.title.lang}>{`${survey.title.text} – ${municipality}`}</title>
      <ErrorSummary problems={problems.filter(({ field }) => onThisPage(field))} language={language} />
      {problems.some(({ field }) => !onThisPage(field)) && <ErrorSummary problems={[{ field: '', text: word.problemElsewhere }]} language={language} />}
      {(!part || part.number === 1) && <BeforeAnswering survey={survey} language={language} tongue={frame.tongue ?? language} />}
      {begun?.isChange && (
        <Notice>
          <p>{word.changing}</p>
        </Notice>
      )}
      {script}
      {begun && part && <KeptNotice code={begun.code} isSaved={isSaved} days={survey.draftDays} language={language} />}
      <SurveyForm
        questions={asked}
        hidden={{ submissionKey: answer?.submissionKey || newKey, ...(part ? { del: String(part.place) } : {}), ...(via ? { via } : {}) }}
        language={language}
        written={written}
        problems={problems}
        part={part && { number: part.number, of: part.of }}
      />
      {part?.number === 1 && !begun && (
        <p>
          <a href={`/delta/${survey.slug}/fortsatt`}>{word.goOn}</a>
        </p>
      )}
    </PublicPage>
  )
}

/** What this device remembered of an answer that is sent now. */
function endedCookies(request: Request, slug: string, hasBegun: boolean): Headers {
  const headers = new Headers()
  if (hasBegun) headers.append('set-cookie', begunCookie.end(slug, isHttps(request)))
  if (codeCookie.read(request.headers)) headers.append('set-cookie', codeCookie.end(slug, isHttps(request)))
  return headers
}

/** What has been filled in, with the fields of one part as they were sent now: a box that was unticked is gone. */
function withPart(dialogue: SurveyReading, before: Written, sent: Written, place: number): Written {
  const own = new Set(sectionsOf(dialogue.questions)[place - 1]?.map(({ id }) => id))
  return { ...Object.fromEntries(Object.entries(before).filter(([name]) => !own.has(questionOfField(name)))), ...sent }
}

async function shownIn(dialogue: SurveyReading, written: Written, now: Moment) {
  return partsShown(dialogue.questions, givenOf(written, dialogue.questions), await readPlaceKeys(dialogue, now, true))
}

async function partAt(dialogue: SurveyReading, written: Written, place: number, now: Moment) {
  if (sectionsOf(dialogue.questions).length < 2) return undefined
  const parts = await shownIn(dialogue, written, now)
  const at = Math.max(
    0,
    parts.findIndex((part) => part.place >= place),
  )
  const part = parts[at]
  return part && { place: part.place, number: at + 1, of: parts.length, ids: part.questions.map(({ id }) => id) }
}

async function placeAfter(dialogue: SurveyReading, written: Written, place: number, act: string, now: Moment): Promise<number> {
  const places = (await shownIn(dialogue, written, now)).map((part) => part.place)
  return (act === 'back' ? places.findLast((each) => each < place) : places.find((each) => each > place)) ?? place
}

async function problemsOfPart(dialogue: SurveyReading, written: Written, place: number, { now, language }: { now: Moment; language: 'sv' | 'en' }, isChange: boolean) {
  const own = new Set(sectionsOf(dialogue.questions)[place - 1]?.map(({ key }) => key))
  const { problems } = checkAnswers(dialogue.questions, givenOf(written, dialogue.questions), await readPlaceKeys(dialogue, now, isChange))
  return problemsIn({ refused: 'unreadable', problems: problems.filter(({ key }) => own.has(key)) }, dialogue.questions, language)
}
