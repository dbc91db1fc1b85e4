import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { visitOf } from '#http/visit'
import { formatInstant, formatNumber } from '#ui/format'
import { PublicPage } from '#ui/page'
import { figureWords } from '../figure-words.ts'
import { readPublicFigures } from '../read-figures.ts'
import { FiguresTables } from './figures-tables.tsx'
import { openedSurvey } from './opened-survey.ts'
import { InLanguage } from './question-field.tsx'
import { surveyOf } from './survey-of.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const dialogue = await openedSurvey(params.slug, visit.now)
  return { frame: publicFrame(visit, request), survey: surveyOf(dialogue, undefined, visit.language), figures: await readPublicFigures(dialogue.slug, visit.now) }
}

export default function PublicFigures() {
  const { frame, survey, figures } = useLoaderData<typeof loader>()
  const { language, municipality } = frame
  const word = figureWords(language)
  return (
    <PublicPage
      frame={frame}
      title={word.title}
      lead={
        <>
          {word.lead} <InLanguage spoken={survey.title} />
        </>
      }
    >
      <title>{`${word.title} – ${municipality}`}</title>
      {!figures ? (
        <p>{word.notShown}</p>
      ) : (
        <>
          <p>
            {figures.responses === null ? word.tooFew : word.answers(formatNumber(figures.responses, 0, language))} {word.countedAt(formatInstant(figures.countedAt, language))}{' '}
            {survey.state === 'open' ? word.wholeDays : word.lateWait}
          </p>
          <p>{word.whoAnswered}</p>
          {survey.corrections.length > 0 && <p>{word.versions}</p>}
          <FiguresTables questions={survey.questions} figures={figures.questions} language={language} />
          <p className="soft">{word.why}</p>
        </>
      )}
    </PublicPage>
  )
}
