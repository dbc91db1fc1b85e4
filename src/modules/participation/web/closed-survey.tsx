import type { ReactNode } from 'react'
import { formatDay } from '#ui/format'
import { Notice } from '#ui/notice'
import { type Frame, PublicPage } from '#ui/page'
import { figureWords } from '../figure-words.ts'
import { otherKey } from '../rules/check-answers.ts'
import type { Language } from '../rules/in-language.ts'
import { dontKnow } from '../rules/question.ts'
import type { Written } from '../rules/written-answers.ts'
import { words } from '../words.ts'
import { whenOpen } from './closing-time.ts'
import { LedTo } from './led-to.tsx'
import { InLanguage } from './survey-form.tsx'
import type { SurveyView } from './survey-of.ts'

type Wishes = { readonly frame: Frame; readonly survey: SurveyView; readonly written?: Written | undefined; readonly script?: ReactNode }

/** A survey that is not open: when it was or will be, what happens with the answers, and what was written too late. */
export function ClosedSurvey({ frame, survey, written: fields = {}, script }: Wishes) {
  const { language } = frame
  const word = words(language)
  const isComing = survey.state === 'waiting'
  const written = writtenWords(survey, fields, language)
  return (
    <PublicPage frame={frame} title={isComing ? <InLanguage spoken={survey.title} /> : word.closedTitle} lead={whenOpen(survey, language)}>
      <title lang={survey.title.lang}>{`${survey.title.text} – ${frame.municipality}`}</title>
      {script}
      {!isComing && (
        <p>
          <InLanguage spoken={survey.title} />
        </p>
      )}
      {survey.closedBecause && (
        <p>
          {word.because}: <span lang="sv">{survey.closedBecause}</span>
        </p>
      )}
      {written.length > 0 && (
        <Notice kind="warn">
          <p>{word.notStored}</p>
          <ul>
            {written.map((line, index) => (
              <li key={String(index)}>
                <bdi>{line}</bdi>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {!isComing && (
        <>
          {survey.ledTo.length > 0 ? (
            <LedTo ledTo={survey.ledTo} language={language} />
          ) : (
            <p>{survey.resultBy ? word.nextBy(formatDay(survey.resultBy, language)) : word.nextOpen}</p>
          )}
          <p>
            <a href={`/delta/${survey.slug}/svar`}>{figureWords(language).lead}</a>
          </p>
          <p>
            <a href="/folj">{word.follow}</a>
          </p>
        </>
      )}
    </PublicPage>
  )
}

/** What was filled in, in words: one's own, and what was chosen by its label. */
function writtenWords({ questions }: SurveyView, fields: Written, language: Language): string[] {
  const word = words(language)
  return Object.entries(fields).flatMap(([name, texts]) => {
    const question = questions.find(({ id }) => id === name.split(':')[0])
    const own = [...(question?.choices ?? []), ...(question?.rows ?? [])].map(({ key, label }) => [key, label.text] as const)
    const labels = new Map([[dontKnow, word.dontKnow], [otherKey, word.other], ...own])
    return texts.filter((text) => text.trim() !== '').map((text) => labels.get(text) ?? text)
  })
}
