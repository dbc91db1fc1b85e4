import { Notice } from '#ui/notice'
import { type Frame, PublicPage } from '#ui/page'
import { opinionWords } from '../opinion-words.ts'
import { words } from '../words.ts'
import { whenOpen } from './closing-time.ts'
import { WithdrawnList, type WithdrawnView } from './opinion-parts.tsx'
import { InLanguage } from './survey-form.tsx'
import type { SurveyView } from './survey-of.ts'

type Wishes = { readonly frame: Frame; readonly survey: SurveyView; readonly withdrawn: readonly WithdrawnView[]; readonly isTooLate: boolean }

/** A dialogue of statements that is not open: when it was or will be, that a vote came too late, where the answers are shown, and what was withdrawn. */
export function ClosedOpinion({ frame, survey, withdrawn, isTooLate }: Wishes) {
  const { language } = frame
  const [word, own] = [words(language), opinionWords(language)]
  const isComing = survey.state === 'waiting'
  return (
    <PublicPage frame={frame} title={isComing ? own.waitingTitle : own.closedTitle} lead={whenOpen(survey, language)}>
      <title lang={survey.title.lang}>{`${survey.title.text} – ${frame.municipality}`}</title>
      <p>
        <InLanguage spoken={survey.title} />
      </p>
      {isTooLate && (
        <Notice kind="warn">
          <p>{own.tooLate}</p>
        </Notice>
      )}
      {survey.closedBecause && (
        <p>
          {word.because}: <span lang="sv">{survey.closedBecause}</span>
        </p>
      )}
      {!isComing && (
        <p>
          <a href={`/delta/${survey.slug}/pastaenden/resultat`}>{own.result}</a>
        </p>
      )}
      <WithdrawnList withdrawn={withdrawn} language={language} />
    </PublicPage>
  )
}
