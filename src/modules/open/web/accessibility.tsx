import { randomBytes } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { statusOf } from '#http/respond'
import { mailLeaves } from '#http/surroundings'
import { visitOf } from '#http/visit'
import { refused } from '#kernel/result'
import { readAccessibility, reportFault } from '#people'
import { ErrorSummary } from '#ui/error-summary'
import { PublicPage } from '#ui/page'
import { readTrial } from '../read-trial.ts'
import { StatementText } from './accessibility-statement.tsx'
import { accessibilityWords, type ReportProblem } from './accessibility-words.ts'
import { FaultForm } from './fault-form.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  return {
    frame: publicFrame(visit, request),
    contact: visit.municipality?.contact,
    mailLeaves: mailLeaves(),
    statement: await readAccessibility(),
    trial: readTrial(),
    newKey: randomBytes(18).toString('base64url'),
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { address, now, language } = visitOf(context)
  const form = await readForm(request)
  const kept = { what: form.text('what'), page: form.text('page'), email: form.text('email'), submissionKey: form.text('submissionKey') }
  const result = mailLeaves() ? await reportFault(kept, address, now) : refused({ refused: 'no-contact' as const })
  if (result.granted) throw redirect('/tillganglighet/tack', 303)
  const { refusal } = result
  const word = accessibilityWords(language)
  const problems =
    refusal.refused === 'invalid'
      ? refusal.problems.map(({ field, problem }) => ({ field, text: word[problem as ReportProblem] }))
      : [{ field: 'what', text: word[refusal.refused] }]
  const isOld = problems.some(({ field }) => field === 'submissionKey')
  const answer = {
    problems: problems.map(({ field, text }) => ({ field: field === 'submissionKey' ? 'what' : field, text })),
    kept: isOld ? { ...kept, submissionKey: '' } : kept,
  }
  return data(answer, { status: statusOf(refusal) })
}

export default function Accessibility() {
  const { frame, contact, mailLeaves, statement, trial, newKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const word = accessibilityWords(frame.language)
  return (
    <PublicPage frame={frame} title={word.heading} lead={word.lead}>
      <title>{`${word.title} – ${frame.municipality}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} language={frame.language} />
      <StatementText language={frame.language} municipality={frame.municipality} statement={statement} trial={trial} />
      <h2 id="sag-till">{word.report}</h2>
      <FaultForm frame={frame} contact={contact} mailLeaves={mailLeaves} otherWay={statement?.contact} newKey={newKey} problems={answer?.problems ?? []} kept={answer?.kept} />
      <h2>{word.supervision}</h2>
      <p>
        {word.supervisionText} <a href="https://www.digg.se/tdosanmalan">{word.supervisionLink}</a>
      </p>
    </PublicPage>
  )
}
