import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { frameWith } from '#http/frame'
import { mailLeaves } from '#http/surroundings'
import { visitOf } from '#http/visit'
import { listProcesses } from '#process'
import { ErrorSummary } from '#ui/error-summary'
import { Notice } from '#ui/notice'
import { PublicPage } from '#ui/page'
import { begunCookie } from '../begun-cookie.ts'
import { codeCookie } from '../code-cookie.ts'
import { readBegunAnswer } from '../keep-begun-answer.ts'
import { weighCode } from '../one-time-code.ts'
import { readPoster } from '../read-poster-places.ts'
import { textsOf } from '../rules/survey-texts.ts'
import { words } from '../words.ts'
import { BeforeAnswering, KeptNotice } from './before-answering.tsx'
import { ClosedSurvey } from './closed-survey.tsx'
import { closingTime } from './closing-time.ts'
import { CodePage } from './code-page.tsx'
import { openedSurvey } from './opened-survey.ts'
import { sendAnswer, sentContext } from './send-answer.ts'
import { InLanguage, SurveyForm } from './survey-form.tsx'
import { newSubmissionKey, surveyOf } from './survey-of.ts'
import { partAt } from './survey-parts.ts'
import { SurveyScript } from './survey-script.tsx'
import { ThanksPage } from './thanks-page.tsx'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const dialogue = await openedSurvey(params.slug, visit.now)
  const asking = (await listProcesses(visit.now.day)).find(({ id }) => id === dialogue.processId)
  const begun = await readBegunAnswer(dialogue, begunCookie.read(request.headers) ?? '', visit.now)
  const code = await weighCode(dialogue, codeCookie.read(request.headers), visit.now)
  const { searchParams } = new URL(request.url)
  const part = await partAt(dialogue, begun?.written ?? {}, Number(searchParams.get('del') ?? 1), visit.now)
  const via = await readPoster(dialogue, searchParams.get('via') ?? '', visit.now)
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

/** What was sent is answered by the side of the pages where it can be (answer-survey): then only what is left to say comes here. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  return (await (context.get(sentContext) ?? sendAnswer(request, params.slug, visitOf(context)))).answer
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
  if (codeProblem && !answer)
    return <CodePage frame={frame} survey={survey.title} action={`/delta/${survey.slug}/kod`} problem={codeProblem === 'code-missing' ? undefined : codeProblem} />
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
