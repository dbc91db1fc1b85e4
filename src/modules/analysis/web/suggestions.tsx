import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { dayOf } from '#http/clock'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { listProcesses } from '#process'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatCount, formatDay, formatNumber, formatShare } from '#ui/format'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayCodeStatement, mayReadCoding } from '../access.ts'
import { gatherBulk } from '../gather-bulk.ts'
import { hideSuggestions } from '../hide-suggestions.ts'
import { readAcceptance, readBlindness } from '../read-acceptance.ts'
import { countSure, readBulks } from '../read-bulks.ts'
import { bulkState, suggestionRefusals } from '../suggestion-words.ts'
import { DeskPages } from './desk-filters.tsx'

const here = '/arbete/kodning/forslag'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadCoding(visit.actor)) refuse({ refused: 'forbidden' })
  const [process] = await listProcesses(visit.now.day)
  const bulks = process ? await readBulks(process.id) : []
  return {
    frame: workroomFrame(visit, request),
    processId: process?.id ?? '',
    isBlind: process !== undefined && (await readBlindness(process.id, visit.actor.person)),
    counted: process && countSure(process.id),
    bulks: bulks.map((bulk) => ({
      number: bulk.number,
      certainty: bulk.certainty,
      found: bulk.found,
      by: bulk.by,
      on: formatDay(dayOf(bulk.gatheredAt)),
      state: bulkState(bulk),
    })),
    acceptance: process ? await readAcceptance(process.id) : [],
    mayCode: mayCodeStatement(visit.actor) !== undefined,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const processId = form.text('processId')
  if (form.text('act') === 'hide' || form.text('act') === 'show') {
    const result = await hideSuggestions(actor, { processId, isBlind: form.text('act') === 'hide' }, now)
    if (!result.granted) refuse(result.refusal.refused === 'invalid' ? { refused: 'not-found' } : result.refusal)
    throw redirect(here)
  }
  const result = await gatherBulk(actor, { processId, certainty: form.text('certainty') }, now)
  if (result.granted) throw redirect(`${here}/${result.value.number}`)
  if (result.refusal.refused === 'forbidden' || result.refusal.refused === 'not-found') refuse(result.refusal)
  return data({ problems: problemTexts(result.refusal, suggestionRefusals), kept: form.kept() }, { status: statusOf(result.refusal) })
}

const number = (title: string) => ({ title, number: true })

export default function Suggestions() {
  const { frame, processId, isBlind, counted, bulks, acceptance, mayCode } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <WorkroomPage frame={frame} title="Förslag" lead="När du kodar föreslås teman av det som redan är kodat och av kodbokens ord. Inget räknas förrän någon av er har sagt ja.">
      <title>Förslag när du kodar</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={answer?.kept.scope} />
      <DeskPages here={here} />
      {mayCode && processId && (
        <>
          <h2>Se eller gömma</h2>
          <p>
            {isBlind
              ? 'Förslagen är gömda för dig. Du läser utan att ledas av dem, och efteråt syns hur ofta de var rätt.'
              : 'Du ser förslagen när du kodar. Varje kodning minns att du såg dem.'}
          </p>
          <Form act={isBlind ? 'show' : 'hide'} hidden={{ processId }}>
            <Button quiet>{isBlind ? 'Visa förslagen för mig' : 'Göm förslagen för mig'}</Button>
          </Form>
        </>
      )}
      <h2>Godta många på en gång</h2>
      {counted === undefined ? (
        <Empty>
          <p>Förslagen räknas fram. Öppna sidan igen om en stund. Utan teman i kodboken och svar att läsa finns inget att föreslå.</p>
        </Empty>
      ) : (
        <>
          <p>
            Välj hur säkra förslagen ska vara. Du bedömer först ett stickprov på 30, och ser hur många av dem som är rätt. Sedan godtar du resten eller låter bli.
            {counted.learntFrom < honestFrom &&
              ` Bara ${formatCount(counted.learntFrom, 'yttrande är kodat', 'yttranden är kodade')}: räkna med att förslagen är osäkrare än de säger, tills ni har kodat ${honestFrom}.`}
          </p>
          <Table
            caption="Okodade yttranden med ett så säkert förslag"
            columns={[{ title: 'Säkerhet' }, number('Yttranden')]}
            rows={counted.sure.map(({ certainty, statements }) => [`${formatShare(certainty)} eller mer`, formatNumber(statements)])}
          />
          {mayCode && (
            <Form act="gather" hidden={{ processId }}>
              <TextField
                name="certainty"
                label="Minsta säkerhet, i procent"
                inputMode="decimal"
                short
                value={answer?.kept.certainty ?? '90'}
                error={answer?.problems.find(({ field }) => field === 'certainty')?.text}
              />
              <Button>Samla och dra ett stickprov</Button>
            </Form>
          )}
        </>
      )}
      {bulks.length > 0 && (
        <Table
          caption="Samlade förslag"
          columns={[{ title: 'Samling' }, { title: 'Läge' }, number('Yttranden'), { title: 'Säkerhet' }, { title: 'Samlad' }]}
          rows={bulks.map(({ number: which, certainty, found, by, on, state }) => [
            <a key="bulk" href={`${here}/${which}`}>
              Samling {which}
            </a>,
            state,
            formatNumber(found),
            formatShare(certainty),
            `${on}, ${by}`,
          ])}
          cards
        />
      )}
      <h2>Hur ofta förslagen tas</h2>
      {acceptance.length === 0 ? (
        <Empty>
          <p>Ingen har svarat på ett förslag än.</p>
        </Empty>
      ) : (
        <Table
          caption="Förslag som togs, efter kodare och tema. De gömda säger hur rätt förslagen har när ingen leds av dem"
          columns={[{ title: 'Kodare' }, { title: 'Tema' }, { title: 'Förslaget' }, number('Togs'), number('Av'), { title: 'Andel' }]}
          rows={acceptance.map(({ coder, theme, wasSeen, taken, all, share, low, high }) => [
            coder,
            theme,
            wasSeen ? 'syntes' : 'var gömt',
            formatNumber(taken),
            formatNumber(all),
            `${formatShare(share)} (${formatShare(low)}–${formatShare(high)})`,
          ])}
          cards
        />
      )}
    </WorkroomPage>
  )
}

// From so many coded on, certainty holds what it promises.
const honestFrom = 200
