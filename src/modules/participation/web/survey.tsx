import { randomBytes } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { visitOf } from '#http/visit'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { LinesField } from '#ui/field'
import { Form } from '#ui/form'
import { formatDay, formatDays } from '#ui/format'
import { Notice } from '#ui/notice'
import { PublicPage } from '#ui/page'
import { readDialogue } from '../read-dialogues.ts'
import { submitAnswer } from '../submit-answer.ts'
import { words } from '../words.ts'
import { type Thanks, ThanksPage } from './thanks-page.tsx'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const dialogue = await readDialogue(params.slug ?? '', visit.now.day)
  if (!dialogue || dialogue.kind !== 'survey' || dialogue.state === 'draft') refuse({ refused: 'not-found' })
  const english = visit.language === 'en'
  const { state, opensOn, closesOn, closedBecause, contact } = dialogue
  return {
    frame: publicFrame(visit, request),
    survey: {
      state, opensOn, closesOn, closedBecause, contact,
      title: (english && dialogue.titleEnglish) || dialogue.title,
      information: (english && dialogue.informationEnglish) || dialogue.information,
      promise: (english && dialogue.promiseEnglish) || dialogue.promise,
      questions: dialogue.questions.map(({ id, wording, wordingEnglish, hint, hintEnglish, maxLines }) => ({ id, wording: (english && wordingEnglish) || wording, hint: (english && hintEnglish) || hint, maxLines })),
    },
    submissionKey: randomBytes(18).toString('base64url'),
  }
}

/** Nothing but the receipt is answered in the page of the POST itself: no code in any address. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const slug = params.slug ?? ''
  const dialogue = await readDialogue(slug, visit.now.day)
  if (!dialogue) refuse({ refused: 'not-found' })
  const lines = Object.fromEntries(dialogue.questions.map(({ id }) => [id, form.all(id)]))
  const submissionKey = form.text('submissionKey')
  const result = await submitAnswer({ dialogue: slug, submissionKey, lines }, visit.now)
  if (result.granted) {
    const english = visit.language === 'en'
    const written = dialogue.questions.map(({ id, wording, wordingEnglish }) => ({ question: (english && wordingEnglish) || wording, lines: (lines[id] ?? []).filter((line) => line.trim() !== '') }))
    const thanks: Thanks = { code: result.value.code, before: result.value.before, written: result.value.before ? [] : written.filter((each) => each.lines.length > 0) }
    return { thanks, problems: [], lines: {}, submissionKey: '' }
  }
  const { refusal } = result
  if (refusal.refused === 'not-found') refuse(refusal)
  const word = words(visit.language)
  const problems =
    refusal.refused === 'unreadable'
      ? refusal.problems.map(({ question, problem }) => ({ field: question, text: word[problem] }))
      : refusal.refused === 'closed'
        ? []
        : [{ field: dialogue.questions[0]?.id ?? '', text: word[refusal.refused] }]
  // What was written is drawn again, cut where a page would otherwise be too large to send.
  return data({ thanks: undefined, problems, lines, submissionKey: refusal.refused === 'no-key' ? '' : submissionKey }, { status: refusal.refused === 'unreadable' ? 422 : statusOf(refusal) })
}

export default function Survey() {
  const { frame, survey, submissionKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const word = words(frame.language)
  if (answer?.thanks) return <ThanksPage frame={frame} thanks={answer.thanks} promise={survey.promise} />
  if (survey.state !== 'open')
    return (
      <PublicPage frame={frame} title={survey.state === 'waiting' ? survey.title : word.closedTitle} lead={survey.state === 'waiting' ? word.waiting(formatDay(survey.opensOn, frame.language)) : word.closed(formatDays(survey.opensOn, survey.closesOn, frame.language))}>
        <title>{`${survey.title} – ${frame.municipality}`}</title>
        {survey.closedBecause && (
          <p>
            {word.because}: {survey.closedBecause}
          </p>
        )}
        {Object.values(answer?.lines ?? {}).flat().filter(Boolean).length > 0 && (
          <Notice title={word.yourAnswer}>
            {Object.values(answer?.lines ?? {})
              .flat()
              .filter(Boolean)
              .map((line, index) => (
                <p key={String(index)}>
                  <bdi>{line}</bdi>
                </p>
              ))}
          </Notice>
        )}
        <p>
          <a href="/folj">{word.follow}</a>
        </p>
      </PublicPage>
    )
  return (
    <PublicPage frame={frame} title={survey.title} lead={`${word.until(formatDay(survey.closesOn, frame.language))}. ${word.answerLead}`}>
      <title>{`${survey.title} – ${frame.municipality}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} language={frame.language} />
      <details>
        <summary>{word.aboutAnswers}</summary>
        {survey.information.split('\n').map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <h2>{word.promise}</h2>
        <p>{survey.promise}</p>
        <p>
          {word.contact}: {survey.contact}
        </p>
      </details>
      <Form hidden={{ submissionKey: answer?.submissionKey || submissionKey }}>
        {survey.questions.map((question) => (
          <LinesField
            key={question.id}
            name={question.id}
            label={question.wording}
            hint={question.hint ?? word.oneIdea}
            rows={question.maxLines}
            line={word.line}
            values={(answer?.lines as Record<string, string[]> | undefined)?.[question.id]}
            error={answer?.problems.find(({ field }) => field === question.id)?.text}
          />
        ))}
        <p className="soft">{word.careful}</p>
        <Button>{word.send}</Button>
      </Form>
    </PublicPage>
  )
}
