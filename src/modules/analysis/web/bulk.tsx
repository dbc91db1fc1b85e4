import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm, type SentForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { readingIsLogged } from '#participation/words'
import { listProcesses } from '#process'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { RadioGroup } from '#ui/field'
import { Form } from '#ui/form'
import { formatCount, formatNumber, formatShare } from '#ui/format'
import { Notice } from '#ui/notice'
import { Progress } from '#ui/progress'
import { Quote } from '#ui/quote'
import { WorkroomPage } from '#ui/workroom-page'
import { mayCodeStatement } from '../access.ts'
import { decideBulk, undoBulk } from '../decide-bulk.ts'
import { judgeSample } from '../judge-sample.ts'
import { readBulk } from '../read-bulks.ts'
import { bulkState, sampleWords, suggestionRefusals } from '../suggestion-words.ts'

const here = '/arbete/kodning/forslag'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayCodeStatement(visit.actor)) refuse({ refused: 'forbidden' })
  const [process] = await listProcesses(visit.now.day)
  const bulk = process && (await readBulk(visit.actor, process.id, Number(params.number), visit.now))
  if (!bulk) refuse({ refused: 'not-found' })
  const { id, number, certainty, found, sampled, judged, right, low, high, accepted, outcome, undoneAt, learntFrom, sample } = bulk
  return {
    frame: workroomFrame(visit, request),
    bulk: { id, number, certainty, found, sampled, judged, right, low, high, accepted, outcome, undone: undoneAt !== null, learntFrom, sample, state: bulkState(bulk) },
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const bulkId = form.text('bulkId')
  const result = await (form.text('act') === 'judge'
    ? judgeSample(actor, { bulkId, judgements: sentJudgements(form) }, now)
    : form.text('act') === 'undo'
      ? undoBulk(actor, { bulkId }, now)
      : decideBulk(actor, { bulkId, outcome: form.text('act') as 'accepted' }, now))
  if (result.granted) throw redirect(`${here}/${params.number}`)
  if (result.refusal.refused === 'forbidden' || result.refusal.refused === 'not-found') refuse(result.refusal)
  return data({ problems: problemTexts(result.refusal, suggestionRefusals), kept: form.kept() }, { status: statusOf(result.refusal) })
}

function sentJudgements(form: SentForm) {
  return Object.entries(form.kept()).flatMap(([name, value]) => (name.startsWith('right-') && value ? [{ statementId: name.slice('right-'.length), isRight: value === 'ja' }] : []))
}

export default function Bulk() {
  const { frame, bulk } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { id, number, certainty, found, sampled, judged, accepted, outcome, undone, sample } = bulk
  const isJudged = judged === sampled
  return (
    <WorkroomPage frame={frame} title={`Samling ${number}`} lead={`${formatCount(found, 'yttrande', 'yttranden')} med ett förslag som är minst ${formatShare(certainty)} säkert.`}>
      <title>{`Samlade förslag ${number}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={answer?.kept.scope} />
      <p>
        <a href={here}>Alla samlingar</a>
      </p>
      <Progress label="Bedömda i stickprovet" done={judged} all={sampled} />
      {isJudged && (
        <Notice kind="good">
          <p>
            <strong>{sampleWords(bulk)}</strong>
          </p>
        </Notice>
      )}
      {isJudged && outcome === null && (
        <div className="acts">
          <Form act="accepted" hidden={{ bulkId: id }}>
            <Button>{`Godta de ${formatNumber(found - (judged - bulk.right))} förslagen`}</Button>
          </Form>
          <Form act="declined" hidden={{ bulkId: id }}>
            <Button quiet>Godta inte</Button>
          </Form>
        </div>
      )}
      {outcome !== null && <p>{bulk.state}.</p>}
      {outcome === 'accepted' && !undone && (
        <Form act="undo" hidden={{ bulkId: id }}>
          <p>{formatCount(accepted, 'yttrande kodades', 'yttranden kodades')} av samlingen. Det som någon har kodat om sedan dess rörs inte.</p>
          <Button quiet>Ta tillbaka dem</Button>
        </Form>
      )}
      {sample.length > 0 && (
        <Form act="judge" hidden={{ bulkId: id }}>
          <h2>{isJudged ? 'Så bedömdes stickprovet' : 'Bedöm stickprovet'}</h2>
          <p className="soft">{readingIsLogged}</p>
          {sample.map(({ statementId, text, group, question, theme, isRight }) => (
            <div key={statementId}>
              <Quote text={text} from={`${group}. Frågan: ${question}`} />
              <RadioGroup
                name={`right-${statementId}`}
                label={
                  <>
                    Handlar det om <strong>{theme}</strong>?
                  </>
                }
                choices={[
                  { value: 'ja', label: 'Ja, rätt' },
                  { value: 'nej', label: 'Nej, fel' },
                ]}
                {...(isRight !== null && { value: isRight ? 'ja' : 'nej' })}
              />
            </div>
          ))}
          <Button quiet={isJudged}>Spara bedömningen</Button>
        </Form>
      )}
    </WorkroomPage>
  )
}
