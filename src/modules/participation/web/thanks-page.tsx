import { ButtonLink } from '#ui/button'
import { formatDay } from '#ui/format'
import { Notice } from '#ui/notice'
import { type Frame, PublicPage } from '#ui/page'
import { ReceiptCode } from '#ui/receipt-code'
import type { Receipt } from '../submit-answer.ts'
import { words } from '../words.ts'
import { directionOf, InLanguage, SurveyForm } from './survey-form.tsx'
import type { SurveyView } from './survey-of.ts'

type Wishes = {
  readonly frame: Frame
  readonly survey: SurveyView
  readonly receipt: Receipt
  /** What was sent now. */
  readonly lines: Readonly<Record<string, readonly string[]>>
  readonly newKey: string
}

/** What happened, the receipt in big type, what happens next and when, and one's own words. */
export function ThanksPage({ frame, survey, receipt, lines, newKey }: Wishes) {
  const { language } = frame
  const word = words(language)
  const title = receipt.same ? word.thanks : word.alreadySent
  const answered = survey.questions
    .map((question) => ({ question, ideas: receipt.stored.filter(({ questionId }) => questionId === question.id) }))
    .filter(({ ideas }) => ideas.length > 0)
  return (
    <PublicPage frame={frame} title={title}>
      <title>{`${title} – ${frame.municipality}`}</title>
      {receipt.before && (
        <Notice kind={receipt.same ? undefined : 'warn'}>
          <p>{receipt.same ? word.sentTwice : word.alreadySentText}</p>
        </Notice>
      )}
      <ReceiptCode code={receipt.code} language={language} />
      <p>{word.receiptHint}</p>
      <p>{word.receiptUse}</p>
      <p className="no-print">
        <ButtonLink href="/folj" quiet>
          {word.follow}
        </ButtonLink>
      </p>
      <h2>{word.next}</h2>
      <ol>
        <li>{word.nextRead}</li>
        <li>{survey.resultBy ? word.nextBy(formatDay(survey.resultBy, language)) : word.nextOpen}</li>
        <li>{word.nextShown}</li>
      </ol>
      <h2>{word.promise}</h2>
      <p lang={survey.promise.lang} dir={directionOf(survey.promise)}>
        {survey.promise.text}
      </p>
      <h2>{word.yourAnswer}</h2>
      {answered.map(({ question, ideas }) => (
        <section key={question.id}>
          <h3>
            <InLanguage spoken={question.wording} />
          </h3>
          <ul>
            {ideas.map(({ text }, index) => (
              <li key={String(index)}>
                <bdi>{text}</bdi>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {!receipt.same && survey.state === 'open' && (
        <section className="no-print">
          <h2>{word.someoneElse}</h2>
          <p>{word.someoneElseText}</p>
          <SurveyForm questions={survey.questions} submissionKey={newKey} language={language} lines={lines} />
        </section>
      )}
    </PublicPage>
  )
}
