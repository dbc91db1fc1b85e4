import type { ReactNode } from 'react'
import { ButtonLink } from '#ui/button'
import { formatDay } from '#ui/format'
import { Notice } from '#ui/notice'
import { type Frame, PublicPage } from '#ui/page'
import { ReceiptCode } from '#ui/receipt-code'
import { noticeWords } from '../notice-words.ts'
import type { Written } from '../rules/written-answers.ts'
import type { SaidAnswer } from '../say-answer.ts'
import type { Receipt } from '../submit-answer.ts'
import { words } from '../words.ts'
import { AnsweredQuestions } from './answered-questions.tsx'
import { AskToBeTold } from './ask-to-be-told.tsx'
import { directionOf } from './question-field.tsx'
import { SurveyForm } from './survey-form.tsx'
import type { SurveyView } from './survey-of.ts'

type Wishes = {
  readonly frame: Frame
  readonly survey: SurveyView
  readonly receipt: Receipt
  readonly said: readonly SaidAnswer[]
  /** What was sent now. */
  readonly written: Written
  readonly newKey: string
  /** A mail that is written here gets somewhere. */
  readonly mailLeaves: boolean
  readonly script: ReactNode
}

/** What happened, the receipt in big type, what happens next and when, and one's own words. */
export function ThanksPage({ frame, survey, receipt, said, written, newKey, mailLeaves, script }: Wishes) {
  const { language } = frame
  const word = words(language)
  const title = receipt.same ? word.thanks : word.alreadySent
  return (
    <PublicPage frame={frame} title={title}>
      <title>{`${title} – ${frame.municipality}`}</title>
      {receipt.before && (
        <Notice kind={receipt.same ? undefined : 'warn'}>
          <p>{receipt.same ? word.sentTwice : word.alreadySentText}</p>
        </Notice>
      )}
      {script}
      {receipt.code ? (
        <>
          <ReceiptCode code={receipt.code} language={language} />
          <p>{word.receiptHint}</p>
        </>
      ) : (
        <p>{word.receiptAsBefore}</p>
      )}
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
      <section className="no-print">
        <h2>{noticeWords(language).title}</h2>
        <AskToBeTold slug={survey.slug} language={language} mailLeaves={mailLeaves} />
      </section>
      <h2>{word.promise}</h2>
      <p lang={survey.promise.lang} dir={directionOf(survey.promise)}>
        {survey.promise.text}
      </p>
      <h2>{word.yourAnswer}</h2>
      <AnsweredQuestions said={said} />
      {!receipt.same && survey.state === 'open' && (
        <section className="no-print">
          <h2>{word.someoneElse}</h2>
          <p>{word.someoneElseText}</p>
          <SurveyForm questions={survey.questions} hidden={{ submissionKey: newKey }} language={language} written={written} />
        </section>
      )}
    </PublicPage>
  )
}
