import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { frameWith } from '#http/frame'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { isHttps } from '#http/surroundings'
import { visitOf } from '#http/visit'
import { listProcesses } from '#process'
import { ErrorSummary } from '#ui/error-summary'
import { formatNumber } from '#ui/format'
import { Notice } from '#ui/notice'
import { PublicPage } from '#ui/page'
import { castVote, progressOf, type Vote } from '../cast-vote.ts'
import { isParticipant, mintParticipant } from '../mint-participant.ts'
import { opinionWords } from '../opinion-words.ts'
import { participantCookie } from '../participant-cookie.ts'
import { nextStatement } from '../read-opinion-board.ts'
import { readOwnVotes } from '../read-own-votes.ts'
import { votesBeforeOwn } from '../rules/opinion-statement.ts'
import { textsOf } from '../rules/survey-texts.ts'
import { BeforeAnswering } from './before-answering.tsx'
import { ClosedOpinion } from './closed-opinion.tsx'
import { closingTime } from './closing-time.ts'
import { openedOpinion } from './opened-opinion.ts'
import { VoteForm, viewOf, WithdrawnList, withdrawnView } from './opinion-parts.tsx'
import { InLanguage } from './survey-form.tsx'
import { surveyOf } from './survey-of.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const { dialogue, board, token } = await openedOpinion(params.slug, request, visit.now)
  const asking = (await listProcesses(visit.now.day)).find(({ id }) => id === dialogue.processId)
  const own = await readOwnVotes(board, token)
  const { searchParams } = new URL(request.url)
  const seen = new Set(own.votes.keys())
  const statement = board.statements.get(Number(searchParams.get('nr'))) ?? nextStatement(board, seen)
  const frame = await frameWith(visit, request, [
    ...textsOf(dialogue),
    ...board.withdrawn.flatMap(({ text, textEnglish }) => (text === null ? [] : { text, given: { en: textEnglish } })),
    ...(statement ? [{ text: statement.text, given: { en: statement.textEnglish } }] : []),
  ])
  return {
    frame,
    survey: surveyOf(dialogue, asking, visit.language, frame.content),
    statement: statement && viewOf(statement, own.votes.get(statement.number), visit.language, frame.content),
    // Made when the page is drawn, so that a first vote that is sent twice is by one and the same.
    token: token ?? mintParticipant(dialogue.id),
    isNewcomer: seen.size === 0,
    mayPropose: own.mayPropose,
    withdrawn: board.withdrawn.map((each) => withdrawnView(each, visit.language, frame.content)),
    progress: progressOf(board, seen),
    goesBack: searchParams.has('tillbaka'),
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const { dialogue, token: kept } = await openedOpinion(params.slug, request, visit.now)
  const room = `/delta/${dialogue.slug}/pastaenden`
  const [number, vote] = [form.text('nr'), form.text('vote')]
  if (!/^[1-9]\d{0,3}$/.test(number)) refuse({ refused: 'not-found' })
  if (!['1', '0', '-1'].includes(vote)) return data({ problem: 'not-a-vote' as const }, { status: 422 })
  const token = kept ?? (isParticipant(dialogue.id, form.text('token')) ? form.text('token') : undefined)
  const result = await castVote({ slug: dialogue.slug, token, statement: Number(number), vote: Number(vote) as Vote }, visit.now)
  if (result.granted) {
    const { next, token: own } = result.value
    // On a telephone the next statement would lie below the fold, each time.
    const to = form.text('tillbaka') ? `${room}/mina` : next ? `${room}?nr=${next.number}#svara` : room
    throw redirect(to, { headers: { 'set-cookie': participantCookie.keep(dialogue.slug, own, isHttps(request)) } })
  }
  const { refusal } = result
  if (refusal.refused === 'closed' || refusal.refused === 'statement-withdrawn') return data({ problem: refusal.refused }, { status: statusOf(refusal) })
  refuse({ refused: 'not-found' })
}

export default function Opinion() {
  const { frame, survey, statement, token, isNewcomer, mayPropose, withdrawn, progress, goesBack } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { language } = frame
  const word = opinionWords(language)
  const room = `/delta/${survey.slug}/pastaenden`
  if (survey.state !== 'open') return <ClosedOpinion frame={frame} survey={survey} withdrawn={withdrawn} isTooLate={answer?.problem === 'closed'} />
  const count = (number: number) => formatNumber(number, 0, language)
  return (
    <PublicPage frame={frame} title={<InLanguage spoken={survey.title} />} lead={isNewcomer ? `${closingTime(survey, language)} ${word.lead}` : closingTime(survey, language)}>
      <title lang={survey.title.lang}>{`${survey.title.text} – ${frame.municipality}`}</title>
      <ErrorSummary problems={answer?.problem === 'not-a-vote' ? [{ field: 'svara', text: word.notAVote }] : []} language={language} />
      {answer?.problem === 'statement-withdrawn' && (
        <Notice kind="warn">
          <p>{word.gone}</p>
        </Notice>
      )}
      {isNewcomer && <BeforeAnswering survey={survey} language={language} tongue={frame.tongue ?? language} storedAt={`${room}/sparas`} />}
      {statement ? (
        <VoteForm statement={statement} token={token} action={room} goesBack={goesBack} language={language} />
      ) : (
        <Notice kind="good" title={word.doneTitle}>
          <p>{word.done}</p>
        </Notice>
      )}
      <p>{isNewcomer ? word.begun(count(progress.of)) : word.progress(count(progress.answered), count(progress.of))}</p>
      {!isNewcomer && (
        <p>
          <a href={`${room}/mina`}>{word.mine}</a>
        </p>
      )}
      <p>{mayPropose ? <a href={`${room}/eget`}>{word.own}</a> : <span className="soft">{word.ownLater(Math.min(votesBeforeOwn, progress.of))}</span>}</p>
      <WithdrawnList withdrawn={withdrawn} language={language} />
    </PublicPage>
  )
}
