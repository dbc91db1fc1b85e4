import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm, type SentForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { readingIsLogged } from '#participation/words'
import { listProcesses } from '#process'
import { ButtonLink } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { Form } from '#ui/form'
import { formatCount } from '#ui/format'
import { TwoTexts } from '#ui/two-texts'
import { WorkroomPage } from '#ui/workroom-page'
import { mayCodeStatement, mayReadCoding } from '../access.ts'
import { codeStatement } from '../code-statement.ts'
import { lastActWords } from '../desk-words.ts'
import { putInBasket } from '../put-in-basket.ts'
import { readCodingDesk } from '../read-coding-desk.ts'
import { refuseSuggestion } from '../refuse-suggestion.ts'
import { addressOf, statementIn } from '../rules/desk-filter.ts'
import { setAsideStatement } from '../set-aside-statement.ts'
import { undoAct } from '../undo-act.ts'
import { withdrawCoding } from '../withdraw-coding.ts'
import { withdrawSetAside } from '../withdraw-set-aside.ts'
import { writeMemo } from '../write-memo.ts'
import { CodingForm, refusalId } from './coding-form.tsx'
import { DeskFilters, DeskPages } from './desk-filters.tsx'
import { deskProblems, staleWords, yoursWords } from './desk-problems.ts'
import { DeskStatementParts, OtherActs } from './desk-statement.tsx'
import { sentReadings, sentShown, sentSpan } from './sent-readings.ts'

const here = '/arbete/kodning'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadCoding(visit.actor)) refuse({ refused: 'forbidden' })
  const [process] = await listProcesses(visit.now.day)
  const address = new URL(request.url).searchParams
  const wish = { address, at: statementIn(address, 'yttrande'), after: statementIn(address, 'efter') }
  return {
    frame: workroomFrame(visit, request),
    processId: process?.id ?? '',
    desk: process && (await readCodingDesk(visit.actor, process.id, visit.now, wish)),
    mayCode: mayCodeStatement(visit.actor) !== undefined,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const result = await actOf(form)(actor, form, now)
  const address = new URL(request.url).searchParams
  const statementId = form.text('statementId')
  address.delete('yttrande')
  address.delete('efter')
  // What is decided on leads to the next; the rest back to where one was.
  address.set(['code', 'aside'].includes(form.text('act')) ? 'efter' : 'yttrande', statementId)
  if (result.granted) throw redirect(`${here}?${address}`)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  return data({ problems: deskProblems(problemTexts, refusal), stale: staleWords(refusal), alike: form.all('alike'), kept: form.kept() }, { status: statusOf(refusal) })
}

type Act = (
  actor: Parameters<typeof codeStatement>[0],
  form: SentForm,
  now: Parameters<typeof codeStatement>[2],
) => Promise<{ granted: true } | { granted: false; refusal: Refusal }>
type Refusal = { readonly refused: string }

const code: Act = (actor, form, now) =>
  codeStatement(
    actor,
    {
      ...{ statementId: form.text('statementId'), seen: form.text('seen'), readings: sentReadings(form), alikeIds: form.all('alike') },
      shown: sentShown(form.text('shown')),
    },
    now,
  )
const acts: Readonly<Record<string, Act>> = {
  aside: (actor, form, now) => setAsideStatement(actor, { statementId: form.text('statementId'), seen: form.text('seen'), reason: form.text('reason') }, now),
  refuse: (actor, form, now) => {
    const [shown] = sentShown(form.text('refused'))
    return refuseSuggestion(actor, { statementId: form.text('statementId'), shown: shown ?? { themeId: '', certainty: 0, learntFrom: 0 } }, now)
  },
  undo: (actor, form, now) => undoAct(actor, { actId: form.text('actId') }, now),
  'take-back': (actor, form, now) => withdrawSetAside(actor, { statementId: form.text('statementId') }, now),
  withdraw: (actor, form, now) => withdrawCoding(actor, { codingId: form.text('codingId') }, now),
  basket: (actor, form, now) => putInBasket(actor, { statementId: form.text('statementId'), ...sentSpan(form, ''), why: form.text('why') }, now),
  memo: (actor, form, now) =>
    writeMemo(actor, { processId: form.text('processId'), statementId: form.text('statementId'), replaces: form.text('replaces'), text: form.text('text') }, now),
}
const actOf = (form: SentForm): Act => (Object.hasOwn(acts, form.text('act')) ? acts[form.text('act')] : undefined) ?? code

export default function CodingDesk() {
  const { frame, processId, desk, mayCode } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const kept = answer?.kept ?? {}
  const statement = desk?.statement
  const to = (id: string) => addressOf(here, desk?.filter ?? { state: 'uncoded' }, { yttrande: id })
  return (
    <WorkroomPage frame={frame} title="Koda svar">
      <title>Koda svar</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={answer?.kept.scope} />
      <DeskPages here={here} filter={desk?.filter} />
      {desk?.last && (
        <Form act="undo" action={to(desk.last.statementId)} hidden={{ actId: String(desk.last.id), statementId: desk.last.statementId }} className="inline">
          <span>{lastActWords(desk.last)}</span>
          <button type="submit" className="quiet small">
            Ångra
          </button>
          <a href={to(desk.last.statementId)}>Öppna det</a>
        </Form>
      )}
      {desk && <DeskFilters {...desk} path={here} />}
      {desk && desk.inRounds > 0 && (
        <p>
          {formatCount(desk.inRounds, 'yttrande', 'yttranden')} läses i <a href="/arbete/parkodning">parkodning</a> och står inte i kön.
        </p>
      )}
      {!statement ? (
        <Empty>
          <h2>{desk?.filter.state === 'uncoded' ? 'Inget att koda' : 'Inget att visa'}</h2>
          <p>Alla yttranden som du valt att se är kodade, lagda åt sidan eller öppna hos en annan kodare, eller så har inga svar kommit in än.</p>
        </Empty>
      ) : (
        <>
          <p className="soft">{readingIsLogged}</p>
          <p>
            {desk.filter.state === 'uncoded'
              ? `${formatCount(desk.found, 'yttrande', 'yttranden')} kvar att koda.`
              : `${formatCount(desk.found, 'yttrande', 'yttranden')} i urvalet.`}
          </p>
          <DeskStatementParts statement={statement} action={to(statement.id)} mayCode={mayCode} />
          {answer?.stale && <TwoTexts now={answer.stale} yours={yoursWords(kept, desk.allThemes)} />}
          {mayCode && (
            <CodingForm
              key={statement.id}
              statement={statement}
              themes={desk.themes}
              action={to(statement.id)}
              kept={kept}
              alikeKept={answer?.alike ?? []}
              focused={answer === undefined}
            />
          )}
          {mayCode && (
            <Form id={refusalId(statement.id)} act="refuse" action={to(statement.id)} hidden={{ statementId: statement.id }}>
              {null}
            </Form>
          )}
          <nav aria-label="Yttranden" className="acts pages">
            {desk.previous && (
              <ButtonLink href={to(desk.previous)} quiet small>
                Föregående
              </ButtonLink>
            )}
            {desk.next && (
              <ButtonLink href={to(desk.next)} quiet small>
                Hoppa över till nästa
              </ButtonLink>
            )}
          </nav>
          {mayCode && <OtherActs statement={statement} processId={processId} action={to(statement.id)} kept={kept} problems={answer?.problems ?? []} />}
        </>
      )}
    </WorkroomPage>
  )
}
