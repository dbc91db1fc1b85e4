import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { isTongue, languages, type OtherTongue } from '#kernel/languages'
import { listTranslations, mayWriteTranslation } from '#translations'
import { ButtonLink } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { FilterLinks } from '#ui/filter-links'
import { Pagination } from '#ui/pagination'
import { TwoTexts } from '#ui/two-texts'
import { WorkroomPage } from '#ui/workroom-page'
import { gatherTexts } from '../gather-texts.ts'
import { translateText } from '../translate-text.ts'
import { kinds, kindWords, stateWords, translationProblems } from '../translation-words.ts'
import { TranslationForm } from './translation-form.tsx'

const onAPage = 15
const states = ['att-gora', 'saknas', 'inaktuella', 'klara'] as const
const stateOf = { saknas: ['missing'], inaktuella: ['stale'], klara: ['done'], 'att-gora': ['missing', 'stale'] } as const

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayWriteTranslation(visit.actor)) refuse({ refused: 'forbidden' })
  const wish = new URL(request.url).searchParams
  const switchedOn = visit.tongues.filter((tongue): tongue is OtherTongue => tongue !== 'sv')
  const language = switchedOn.find((tongue) => tongue === wish.get('sprak')) ?? switchedOn[0]
  const state = states.find((each) => each === wish.get('visa')) ?? 'att-gora'
  const kind = kinds.find((each) => each === wish.get('slag'))
  const all = language ? await listTranslations(language, await gatherTexts(visit.now)) : []
  const ofKind = all.filter((each) => !kind || each.kind === kind)
  const chosen = ofKind.filter((each) => stateOf[state].some((one) => one === each.state))
  const pages = Math.max(1, Math.ceil(chosen.length / onAPage))
  const page = Math.min(pages, Math.max(1, Number(wish.get('sida')) || 1))
  return {
    frame: workroomFrame(visit, request),
    switchedOn,
    language,
    state,
    kind,
    counts: { all: all.length, done: all.filter((each) => each.state === 'done').length },
    ofState: Object.fromEntries(states.map((each) => [each, ofKind.filter((one) => stateOf[each].some((name) => name === one.state)).length])),
    rows: chosen.slice((page - 1) * onAPage, page * onAPage),
    page,
    pages,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const kept = form.kept()
  const result = await translateText(
    actor,
    { language: form.text('language'), place: form.text('place'), original: form.text('original'), text: form.text('text'), madeBy: form.text('madeBy') || 'person' },
    now,
  )
  if (result.granted) throw redirect(addressOf(isTongue(kept.language) ? { sprak: kept.language, slag: kept.kind ?? '' } : {}))
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const changed = refusal.refused === 'stale' && 'now' in refusal ? { now: String(refusal.now), yours: form.text('text') } : undefined
  return data({ problems: problemTexts(refusal, translationProblems), kept, changed }, { status: statusOf(refusal) })
}

export default function Translations() {
  const { frame, switchedOn, language, state, kind, counts, ofState, rows, page, pages } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const here = { sprak: language ?? '', visa: state, slag: kind ?? '' }
  return (
    <WorkroomPage
      frame={frame}
      title="Översättningar"
      lead="Det ni skriver till invånarna kan också finnas på lätt svenska och på andra språk. Där något saknas visas svenskan, och sidan säger det."
    >
      <title>Översättningar</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={answer?.kept.scope} />
      {answer?.changed && <TwoTexts now={answer.changed.now} yours={answer.changed.yours} />}
      {language && (
        <>
          <FilterLinks
            label="Språk"
            links={switchedOn.map((tongue) => ({ href: addressOf({ ...here, sprak: tongue }), label: languages[tongue].swedish, here: tongue === language }))}
          />
          <FilterLinks
            label="Slag av text"
            links={[
              { href: addressOf({ ...here, slag: '' }), label: 'Allt', here: !kind },
              ...kinds.map((each) => ({ href: addressOf({ ...here, slag: each }), label: kindWords[each], here: kind === each })),
            ]}
          />
          <FilterLinks
            label="Hur det står"
            links={states.map((each) => ({ href: addressOf({ ...here, visa: each }), label: stateWords[each], count: String(ofState[each]), here: state === each }))}
          />
          <p>
            {counts.done} av {counts.all} texter finns på {languages[language].swedish}.
          </p>
          {rows.length === 0 && (
            <Empty>
              <p>Inga texter här.</p>
            </Empty>
          )}
          <ul className="rows">
            {rows.map((row) => (
              <li key={row.place}>
                <TranslationForm row={row} language={language} kind={kind} kept={answer?.kept.place === row.place ? answer : undefined} />
              </li>
            ))}
          </ul>
          <Pagination page={page} pages={pages} href={(number) => addressOf({ ...here, sida: String(number) })} />
        </>
      )}
      {!language && (
        <Empty title="Bara svenska är på" begin={<ButtonLink href="/arbete/installningar/sprak">Välj språk</ButtonLink>}>
          <p>Administratören slår på de språk som sidorna ska kunna läsas på. Då står här vad som saknas på dem.</p>
        </Empty>
      )}
    </WorkroomPage>
  )
}

function addressOf(wish: Record<string, string>): string {
  const said = new URLSearchParams(Object.entries(wish).filter(([, value]) => value !== ''))
  return said.size === 0 ? '/arbete/oversattningar' : `/arbete/oversattningar?${said}`
}
