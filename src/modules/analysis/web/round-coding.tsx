import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { readingIsLogged } from '#participation/words'
import { listProcesses } from '#process'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatNumber } from '#ui/format'
import { Quote } from '#ui/quote'
import { WorkroomPage } from '#ui/workroom-page'
import { mayCodeStatement } from '../access.ts'
import { readAsNoiseInRound, readInRound } from '../read-in-round.ts'
import { readNextInRound, readRound } from '../read-rounds.ts'
import { readThemes } from '../read-themes.ts'
import { roundRefusals } from '../round-words.ts'
import { themesInTree } from '../rules/theme-tree.ts'
import { ReadingChoices } from './reading-choices.tsx'
import { ownStances, sentChoices } from './sent-readings.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayCodeStatement(visit.actor)) refuse({ refused: 'forbidden' })
  const [process] = await listProcesses(visit.now.day)
  const round = process && (await readRound(visit.actor, process.id, Number(params.number), visit.now))
  // Whoever isn't one of the two has nothing to read here.
  if (!process || !round?.isMine) refuse({ refused: 'not-found' })
  const at = new URL(request.url).searchParams.get('yttrande') ?? undefined
  const next = await readNextInRound(visit.actor, round.id, visit.now, at)
  return {
    frame: workroomFrame(visit, request),
    ...{ number: round.number, roundId: round.id, ended: round.endedAt !== null },
    ...next,
    statement: next.statement && {
      id: next.statement.id,
      text: next.statement.text,
      question: next.statement.question,
      group: next.statement.group,
      stance: next.statement.stance,
    },
    themes: themesInTree(await readThemes({ processId: process.id })),
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const [roundId, statementId] = [form.text('roundId'), form.text('statementId')]
  const result =
    form.text('act') === 'noise'
      ? await readAsNoiseInRound(actor, { roundId, statementId, reason: form.text('reason') }, now)
      : await readInRound(actor, { roundId, statementId, readings: sentChoices(form) }, now)
  if (result.granted) throw redirect(`/arbete/parkodning/${params.number}/koda`)
  if (result.refusal.refused === 'forbidden' || result.refusal.refused === 'not-found') refuse(result.refusal)
  return data({ problems: problemTexts(result.refusal, roundRefusals), kept: form.kept(), chosen: form.all('themeIds') }, { status: statusOf(result.refusal) })
}

export default function RoundCoding() {
  const { frame, number, roundId, ended, statement, mine, place, all, before, themes } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <WorkroomPage frame={frame} title={`Parkodning ${number}`}>
      <title>{`Läs i parkodning ${number}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={answer?.kept.scope} />
      {!statement || ended ? (
        <Empty>
          <h2>Inget kvar att läsa</h2>
          <p>
            <a href={`/arbete/parkodning/${number}`}>Se hur lika ni har läst</a>
          </p>
        </Empty>
      ) : (
        <>
          <p>
            Yttrande {formatNumber(place)} av {formatNumber(all)}. <a href="/arbete/kodbok">Kodboken</a>
          </p>
          <p className="soft">{readingIsLogged}</p>
          <p className="soft">
            {statement.group}. Frågan: {statement.question}
          </p>
          <Quote text={statement.text} />
          <Form act="read" hidden={{ roundId, statementId: statement.id }}>
            <ReadingChoices
              themes={themes}
              chosen={answer?.chosen ?? mine?.codes.map(({ themeId }) => themeId) ?? []}
              stance={answer?.kept.stance ?? (mine?.codes[0] ? (mine.codes[0].stance ?? '') : (statement.stance ?? ''))}
              own={answer?.kept ?? ownStances(mine?.codes ?? [])}
              error={answer?.problems.find(({ field }) => field.startsWith('readings'))?.text}
            />
            <Button>Spara och visa nästa</Button>
          </Form>
          <Form act="noise" hidden={{ roundId, statementId: statement.id }} className="inline">
            <TextField name="reason" label="Brus, därför att" hint="Till exempel: svarar inte på frågan." value={answer?.kept.reason ?? mine?.noiseReason ?? ''} />
            <Button quiet small>
              Det är brus
            </Button>
          </Form>
          {before && <a href={`/arbete/parkodning/${number}/koda?yttrande=${before}`}>Tillbaka till det förra</a>}
        </>
      )}
    </WorkroomPage>
  )
}
