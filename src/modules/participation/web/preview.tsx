import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { surroundings } from '#http/surroundings'
import { signedInVisit } from '#http/visit'
import { languages, type Tongue } from '#kernel/languages'
import { listProcesses } from '#process'
import { readContent } from '#translations'
import { ErrorSummary } from '#ui/error-summary'
import { FilterLinks } from '#ui/filter-links'
import { scopeOf } from '#ui/form'
import { Notice } from '#ui/notice'
import { SaidOfLanguage } from '#ui/said'
import { WorkroomPage } from '#ui/workroom-page'
import { mayReviseDialogue } from '../access.ts'
import { readPreviews } from '../read-previews.ts'
import { revokePreview } from '../revoke-preview.ts'
import { wordsIn } from '../rules/in-language.ts'
import { sectionsOf } from '../rules/show-question.ts'
import { textsOf } from '../rules/survey-texts.ts'
import { sharePreview } from '../share-preview.ts'
import { conditionText } from './condition-text.ts'
import { draftAt } from './draft-at.ts'
import { SharePreview } from './share-preview-form.tsx'
import { surveyOf } from './survey-of.ts'
import { TriedSurvey } from './tried-survey.tsx'
import { partOfTrial, trySurvey } from './try-survey.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const dialogue = await draftAt(params.slug, visit.now)
  if (dialogue.kind !== 'survey') refuse({ refused: 'not-found' })
  const { searchParams } = new URL(request.url)
  const process = (await listProcesses(visit.now.day)).find(({ id }) => id === dialogue.processId)
  const tongue = tongueIn(searchParams, visit.tongues)
  const language = wordsIn(tongue)
  const content = await readContent(tongue, textsOf(dialogue))
  const first = partOfTrial(dialogue, Number(searchParams.get('del') ?? 1))
  return {
    frame: workroomFrame(visit, request),
    survey: surveyOf(dialogue, process, language, content),
    content,
    tongue,
    tongues: visit.tongues,
    slug: dialogue.slug,
    title: dialogue.title,
    language,
    first,
    address: surroundings().address,
    parts: sectionsOf(dialogue.questions).map((section, index) => ({ number: index + 1, heading: section[0]?.sectionHeading ?? null })),
    conditions:
      sectionsOf(dialogue.questions)[first.place - 1]?.flatMap(({ wording, showIf }) => (showIf ? [`”${wording}”: ${conditionText(showIf, dialogue.questions)}.`] : [])) ?? [],
    mayShare: mayReviseDialogue(visit.actor) !== undefined,
    previews: await readPreviews(dialogue.id, visit.now),
  }
}

/** A form of the survey is tried and not stored; the page's own forms share a link or take it back. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now, tongues } = signedInVisit(context, request)
  const form = await readForm(request)
  const dialogue = await draftAt(params.slug, now)
  const dialogueId = dialogue.id
  const nothing = { trial: undefined, shared: undefined, problems: [] as { field: string; text: string }[], kept: form.kept() }
  if (form.text('act') === 'share') {
    const result = await sharePreview(actor, { dialogueId, days: form.text('days') }, now)
    if (result.granted) return data({ ...nothing, shared: result.value })
    if (result.refusal.refused === 'forbidden' || result.refusal.refused === 'not-found') refuse(result.refusal)
    return data({ ...nothing, problems: problemTexts(result.refusal, { 'not-a-number': 'Skriv ett tal från 1 till 30' }) }, { status: statusOf(result.refusal) })
  }
  if (form.text('act') === 'revoke') {
    const result = await revokePreview(actor, { dialogueId, tokenHash: form.text('tokenHash') }, now)
    if (!result.granted) refuse(result.refusal)
    throw redirect(`/arbete/dialoger/${dialogue.slug}/forhandsvisa#dela`)
  }
  const trial = await trySurvey(dialogue, form, wordsIn(tongueIn(new URL(request.url).searchParams, tongues)), now)
  return data({ ...nothing, trial }, { status: trial.problems.length > 0 ? 422 : 200 })
}

export default function Preview() {
  const { frame, survey, content, tongue, tongues, slug, title, language, first, address, parts, conditions, mayShare, previews } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const inTongue = (to: Tongue, del: number) => `?${new URLSearchParams({ del: String(del), ...(to !== 'sv' && { sprak: to }) })}`
  const here = answer?.trial?.part.place ?? first.place
  return (
    <WorkroomPage frame={frame} title={`Förhandsvisning: ${title}`} lead="Så här ser utkastet ut på en telefon. Du kan fylla i och skicka, men inget sparas.">
      <title>{`Förhandsvisning: ${title}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={scopeOf('share')} />
      {tongues.length > 1 && (
        <FilterLinks label="Språk" links={tongues.map((each) => ({ href: inTongue(each, here), label: `På ${languages[each].swedish}`, here: each === tongue }))} />
      )}
      {parts.length > 1 && (
        <FilterLinks
          label="Delar"
          links={parts.map(({ number, heading }) => ({ href: inTongue(tongue, number), label: `Del ${number}${heading ? `: ${heading}` : ''}`, here: number === here }))}
        />
      )}
      {!answer?.trial && conditions.length > 0 && (
        <Notice title="Alla ser inte allt i den här delen">
          <ul>
            {conditions.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Notice>
      )}
      <section className="phone" aria-label="Enkäten" lang={language}>
        <SaidOfLanguage to={{ language, content }} />
        <TriedSurvey survey={survey} language={language} tongue={tongue} first={first} trial={answer?.trial} />
      </section>
      {mayShare && <SharePreview address={address} previews={previews} shared={answer?.shared} problems={answer?.problems ?? []} days={answer?.kept.days} />}
      <p>
        <a href={`/arbete/dialoger/${slug}`}>Tillbaka till utkastet</a>
      </p>
    </WorkroomPage>
  )
}

/** The languages to choose among are those that a resident has: all that are switched on. */
function tongueIn(searchParams: URLSearchParams, offered: readonly Tongue[]): Tongue {
  return offered.find((tongue) => tongue === searchParams.get('sprak')) ?? 'sv'
}
