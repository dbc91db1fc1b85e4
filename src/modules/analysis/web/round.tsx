import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { FrozenDocumentView } from '#documents/view'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { readingIsLogged } from '#participation/words'
import { listProcesses } from '#process'
import { Button, ButtonLink } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Facts } from '#ui/facts'
import { Form } from '#ui/form'
import { formatCount, formatNumber } from '#ui/format'
import { Progress } from '#ui/progress'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayCodeStatement, mayDrawRound, mayReadCoding } from '../access.ts'
import { endRound } from '../end-round.ts'
import { readDifferences, readRound } from '../read-rounds.ts'
import { readThemes } from '../read-themes.ts'
import { alphaText, reachedText, roundRefusals } from '../round-words.ts'
import { themesInTree } from '../rules/theme-tree.ts'
import { settleAsNoise, settleStatement, settleWhatIsAlike } from '../settle-round.ts'
import { Difference } from './difference.tsx'
import { sentChoices } from './sent-readings.ts'

// Settled one by one; more at once is only more to scroll.
const differencesShown = 10

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadCoding(visit.actor)) refuse({ refused: 'forbidden' })
  const [process] = await listProcesses(visit.now.day)
  const round = process && (await readRound(visit.actor, process.id, Number(params.number), visit.now))
  if (!process || !round) refuse({ refused: 'not-found' })
  const all = await readThemes({ processId: process.id, alsoRetired: true })
  const maySettle = mayCodeStatement(visit.actor) !== undefined
  return {
    frame: workroomFrame(visit, request),
    round: {
      ...round,
      document: round.document && { sha256: round.document.sha256, blocks: round.document.content.blocks },
      agreement: round.agreement && {
        both: round.agreement.both,
        differing: round.agreement.differing.length,
        overall: alphaText(round.agreement.overall),
        themes: round.agreement.themes.map(({ themeId, used, alpha }) => ({
          name: all.find(({ id }) => id === themeId)?.name ?? '',
          used,
          alpha: reachedText(alpha, round.wanted),
        })),
      },
    },
    differences: maySettle ? await readDifferences(visit.actor, round, visit.now, differencesShown) : [],
    themes: themesInTree(all.filter(({ retiredAt }) => retiredAt === null)),
    names: Object.fromEntries(all.map(({ id, name }) => [id, name])),
    maySettle,
    mayEnd: mayDrawRound(visit.actor) !== undefined && round.endedAt === null,
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const [roundId, statementId] = [form.text('roundId'), form.text('statementId')]
  const acts = {
    settle: () => settleStatement(actor, { roundId, statementId, readings: sentChoices(form) }, now),
    noise: () => settleAsNoise(actor, { roundId, statementId, reason: form.text('reason') }, now),
    alike: () => settleWhatIsAlike(actor, { roundId }, now),
    end: () => endRound(actor, { roundId }, now),
  }
  const result = await (acts[form.text('act') as keyof typeof acts] ?? acts.settle)()
  if (result.granted) throw redirect(`/arbete/parkodning/${params.number}`)
  if (result.refusal.refused === 'forbidden' || result.refusal.refused === 'not-found') refuse(result.refusal)
  return data({ problems: problemTexts(result.refusal, roundRefusals), kept: form.kept(), chosen: form.all('themeIds') }, { status: statusOf(result.refusal) })
}

export default function Round() {
  const { frame, round, differences, themes, names, maySettle, mayEnd } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const hidden = { roundId: round.id }
  return (
    <WorkroomPage
      frame={frame}
      title={`Parkodning ${round.number}`}
      lead={round.endedAt ? 'Avslutad. Det som mättes ligger fast.' : `${formatNumber(round.drawn)} yttranden läses av två.`}
    >
      <title>{`Parkodning ${round.number}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={answer?.kept.scope} />
      {round.coders.map(({ id, name, read }) => (
        <Progress key={id} label={name} done={read} all={round.drawn} />
      ))}
      {round.isMine && !round.endedAt && round.left > 0 && (
        <>
          <p>Du ser hur ni skiljer er när du har läst alla dina. Till dess är det blint: inga förslag, och inget av vad den andra tyckte.</p>
          <ButtonLink href={`/arbete/parkodning/${round.number}/koda`}>Läs vidare ({formatNumber(round.left)} kvar)</ButtonLink>
        </>
      )}
      {round.document ? (
        <section>
          <FrozenDocumentView content={round.document} />
          <p>
            <a href={`/handling/${round.document.sha256}`}>Den frysta handlingen</a>
          </p>
        </section>
      ) : (
        round.agreement && (
          <section>
            <h2>Hur lika ni läser</h2>
            <Facts
              facts={[
                ['Lästa av båda', formatNumber(round.agreement.both)],
                ['Olika lästa', formatNumber(round.agreement.differing)],
                ['Alfa över alla koder', round.agreement.overall],
              ]}
            />
            <Table
              caption="Alfa för varje kod. Intervall räknas när omgången avslutas"
              columns={[{ title: 'Kod' }, { title: 'Läsningar med koden', number: true }, { title: 'Alfa' }]}
              rows={round.agreement.themes.map(({ name, used, alpha }) => [name, formatNumber(used), alpha])}
            />
          </section>
        )
      )}
      {maySettle && round.unsettledAlike > 0 && (
        <Form act="alike" hidden={hidden}>
          <h2>Det ni är överens om</h2>
          <p>{formatNumber(round.unsettledAlike)} yttranden har ni läst likadant. De räknas först när de är inskrivna.</p>
          <Button>Skriv in dem</Button>
        </Form>
      )}
      {differences.length > 0 && (
        <section>
          <h2>Det ni läst olika</h2>
          <p className="soft">{readingIsLogged}</p>
          <p>{formatNumber(round.unsettled.length)} kvar att avgöra. Gå igenom dem tillsammans.</p>
          {round.outOfUse > 0 && <p>{formatCount(round.outOfUse, 'yttrande', 'yttranden')} av dem läste ni likadant, men temat är inte längre i bruk.</p>}
          {differences.map((difference) => (
            <Difference
              key={difference.id}
              difference={difference}
              coders={round.coders}
              themes={themes}
              names={names}
              hidden={{ ...hidden, statementId: difference.id }}
              kept={answer?.kept.statementId === difference.id ? { ...answer.kept, own: answer.kept, chosen: answer.chosen, problems: answer.problems } : undefined}
            />
          ))}
        </section>
      )}
      {mayEnd && round.agreement && round.agreement.both > 0 && (
        <Form act="end" hidden={hidden}>
          <h2>Avsluta omgången</h2>
          <p>Hur lika ni läste räknas ut med intervall och fryses. Efter det läser ingen mer i omgången, men olikheter kan fortfarande avgöras.</p>
          <Button quiet>Avsluta och frys</Button>
        </Form>
      )}
    </WorkroomPage>
  )
}
