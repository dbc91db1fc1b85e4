import { dayOf } from '#http/clock'
import type { Tongue } from '#kernel/languages'
import { formatDay } from '#ui/format'
import { Notice } from '#ui/notice'
import { ReceiptCode } from '#ui/receipt-code'
import type { Language } from '../rules/in-language.ts'
import { storedWords } from '../stored-words.ts'
import { words } from '../words.ts'
import { dayAndClock } from './closing-time.ts'
import { directionOf } from './question-field.tsx'
import type { SurveyView } from './survey-of.ts'

/** What everybody is told before they answer: the promise, why and with what support in law, how long it is kept, and whom to ask. */
export function BeforeAnswering({ survey, language, tongue, storedAt }: { survey: SurveyView; language: Language; tongue: Tongue; storedAt?: string }) {
  const word = words(language)
  return (
    <>
      {survey.title.lang === 'sv' && tongue !== 'sv' && (
        <Notice>
          <p>{word.onlySwedish}</p>
        </Notice>
      )}
      {survey.extended && (
        <Notice>
          <p>
            {word.extended(dayAndClock(survey.extended.from, survey.extended.fromTime, language))} <span lang="sv">{survey.extended.reason}</span>
          </p>
        </Notice>
      )}
      {/* A draft may have none yet, and is looked at all the same. */}
      {survey.promise.text && (
        <Notice title={word.promise}>
          <p lang={survey.promise.lang} dir={directionOf(survey.promise)}>
            {survey.promise.text}
          </p>
        </Notice>
      )}
      <details>
        <summary>{word.aboutAnswers}</summary>
        <div lang={survey.information.lang} dir={directionOf(survey.information)}>
          {survey.information.text.split(/\n+/).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
        {survey.legalBasis && (
          <p>
            {word.legalBasis}: <span lang="sv">{survey.legalBasis}</span>
          </p>
        )}
        <p>{survey.retention === 'after-years' ? word['retention-after-years'](survey.retentionYears ?? 0) : word[`retention-${survey.retention}`]}</p>
        <p>
          {word.contact}: <span lang="sv">{survey.contact}</span>
        </p>
        <p>
          <a href={storedAt ?? `/delta/${survey.slug}/sparas`}>{storedWords(language).title}</a>
        </p>
        {survey.corrections.map(({ version, reason, correctedAt }) => (
          <p key={version}>
            {word.corrected(formatDay(dayOf(correctedAt), language))} <span lang="sv">{reason}</span>
          </p>
        ))}
      </details>
    </>
  )
}

/** What has been filled in is kept, and how one goes on with it elsewhere. */
export function KeptNotice({ code, isSaved, days, language }: { code: string; isSaved: boolean; days: number; language: Language }) {
  const word = words(language)
  const about = (
    <>
      <ReceiptCode code={code} language={language} label={word.resumeCode} />
      <p>{word.resumeUse(days)}</p>
    </>
  )
  if (isSaved) return <Notice title={word.isKept}>{about}</Notice>
  return (
    <details>
      <summary>{word.goOnElsewhere}</summary>
      {about}
    </details>
  )
}
