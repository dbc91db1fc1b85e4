import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { frameWith } from '#http/frame'
import { readForm } from '#http/read-form'
import { refuse } from '#http/respond'
import { visitOf } from '#http/visit'
import type { Moment } from '#kernel/moment'
import { listProcesses } from '#process'
import { FilterLinks } from '#ui/filter-links'
import { PublicPage } from '#ui/page'
import { readSharedPreview } from '../read-previews.ts'
import type { SurveyReading } from '../read-survey.ts'
import { textsOf } from '../rules/survey-texts.ts'
import { words } from '../words.ts'
import { InLanguage } from './survey-form.tsx'
import { surveyOf } from './survey-of.ts'
import { TriedSurvey } from './tried-survey.tsx'
import { partOfTrial, trySurvey } from './try-survey.ts'

/** Not for those who search: it is a draft, for whoever was given the link. */
export function headers() {
  return { 'x-robots-tag': 'noindex, nofollow' }
}

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const dialogue = await sharedDraft(params.token, visit.now)
  const process = (await listProcesses(visit.now.day)).find(({ id }) => id === dialogue.processId)
  const first = partOfTrial(dialogue, Number(new URL(request.url).searchParams.get('del') ?? 1))
  const frame = await frameWith(visit, request, textsOf(dialogue))
  return { frame, survey: surveyOf(dialogue, process, visit.language, frame.content), first }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const trial = await trySurvey(await sharedDraft(params.token, visit.now), form, visit.language, visit.now)
  return data(trial, { status: trial.problems.length > 0 ? 422 : 200 })
}

export default function SharedPreview() {
  const { frame, survey, first } = useLoaderData<typeof loader>()
  const trial = useActionData<typeof action>()
  const word = words(frame.language)
  const here = trial?.part.place ?? first.place
  const parts = Array.from({ length: first.sections }, (_, index) => index + 1)
  return (
    <PublicPage frame={frame} title={<InLanguage spoken={survey.title} />} lead={<strong>{word.draftNothingStored}</strong>}>
      <title>{`${word.draft}: ${survey.title.text}`}</title>
      <meta name="robots" content="noindex, nofollow" />
      {parts.length > 1 && (
        <FilterLinks label={word.partsOfSurvey} links={parts.map((part) => ({ href: `?del=${part}`, label: word.part(part, parts.length), here: part === here }))} />
      )}
      <TriedSurvey survey={survey} language={frame.language} tongue={frame.tongue ?? frame.language} first={first} trial={trial} untitled />
    </PublicPage>
  )
}

/** The draft that a link leads to. One that has been opened since is met on its own page. */
async function sharedDraft(token: string | undefined, now: Moment): Promise<SurveyReading> {
  const dialogue = await readSharedPreview(token ?? '', now)
  if (dialogue?.kind !== 'survey') refuse({ refused: 'not-found' })
  if (dialogue.state !== 'draft') throw redirect(`/delta/${dialogue.slug}`)
  return dialogue
}
