import type { Tongue } from '#kernel/languages'
import { ErrorSummary } from '#ui/error-summary'
import { Notice } from '#ui/notice'
import type { Language } from '../rules/in-language.ts'
import { words } from '../words.ts'
import { AnsweredQuestions } from './answered-questions.tsx'
import { BeforeAnswering } from './before-answering.tsx'
import { closingTime } from './closing-time.ts'
import { InLanguage, SurveyForm } from './survey-form.tsx'
import type { SurveyView } from './survey-of.ts'
import type { partOfTrial, Trial } from './try-survey.ts'

type Wishes = {
  readonly survey: SurveyView
  readonly language: Language
  /** The language of what people wrote. */
  readonly tongue: Tongue
  readonly first: ReturnType<typeof partOfTrial>
  readonly trial: Trial | undefined
  /** The title is on the page already. */
  readonly untitled?: boolean
}

/** A survey as a resident meets it, to be tried. What is filled in goes along in the page; nothing is stored. */
export function TriedSurvey({ survey, language, tongue, first, trial, untitled }: Wishes) {
  const word = words(language)
  const part = trial?.part ?? first
  const written = trial?.written ?? {}
  const asked = survey.questions.filter(({ id }) => part.ids.includes(id))
  const problems = trial?.problems ?? []
  const here = problems.filter(({ field }) => part.ids.includes(field))
  if (trial?.wouldStore)
    return (
      <>
        <Notice>
          <p>{word.wouldStore}</p>
        </Notice>
        <AnsweredQuestions said={trial.wouldStore} />
        <p>
          <a href="?del=1">{word.tryAgain}</a>
        </p>
      </>
    )
  return (
    <>
      {!untitled && (
        <h2>
          <InLanguage spoken={survey.title} />
        </h2>
      )}
      <p className="lead">{`${closingTime(survey, language)} ${word.answerLead}`}</p>
      {trial?.wouldKeep && (
        <Notice>
          <p>{word.wouldKeep(survey.draftDays)}</p>
        </Notice>
      )}
      <ErrorSummary problems={here} language={language} />
      {problems.length > here.length && <ErrorSummary problems={[{ field: '', text: word.problemElsewhere }]} language={language} />}
      {part.place === 1 && <BeforeAnswering survey={survey} language={language} tongue={tongue} />}
      {asked.length > 0 && (
        <SurveyForm
          questions={asked}
          hidden={{ del: String(part.place), before: JSON.stringify(written) }}
          language={language}
          written={written}
          problems={problems}
          part={first.sections > 1 ? { number: part.number, of: part.of } : undefined}
        />
      )}
    </>
  )
}
