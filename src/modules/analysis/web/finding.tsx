import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { dayOf } from '#http/clock'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { listProcesses } from '#process'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { RadioGroup, TextArea } from '#ui/field'
import { Form } from '#ui/form'
import { formatDay } from '#ui/format'
import { Quote, Quotes } from '#ui/quote'
import { TwoTexts } from '#ui/two-texts'
import { WorkroomPage } from '#ui/workroom-page'
import { mayPublishFinding, mayReadCoding, mayReviewFinding, mayWriteFinding } from '../access.ts'
import { findingLabels, findingRefusals, hiddenQuotes, standingWords } from '../finding-words.ts'
import { tooLittleNew, waitingSentence } from '../matrix-words.ts'
import { publishFinding } from '../publish-finding.ts'
import { readFinding, readFindingChoices } from '../read-finding-desk.ts'
import { readHolding } from '../read-holding.ts'
import { reviewFinding } from '../review-finding.ts'
import { withdrawFinding } from '../withdraw-finding.ts'
import { findingWords } from '../words.ts'
import { writeFinding } from '../write-finding.ts'
import { FindingFields } from './finding-fields.tsx'
import { chosenIn, problemIn, wishIn } from './finding-form.ts'
import { FindingHistory } from './finding-history.tsx'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadCoding(visit.actor)) refuse({ refused: 'forbidden' })
  const [process] = await listProcesses(visit.now.day)
  const finding = process && (await readFinding(process.id, Number(params.number), visit.now))
  if (!process || !finding) refuse({ refused: 'not-found' })
  const { id, number, revision, question, claim, whoDisagrees, notKnown, by, live, moved, shown, outside, history, withdrawn, withdrawnBy, published } = finding
  const isOpen = withdrawn === undefined
  const verdict = finding.versions[0]?.review?.verdict
  const mayPublish = isOpen && verdict === 'approved' && published?.revision !== revision && mayPublishFinding(visit.actor) !== undefined
  const holding = mayPublish ? await readHolding(process.id, visit.now) : undefined
  const mayWrite = isOpen && mayWriteFinding(visit.actor) !== undefined
  return {
    frame: workroomFrame(visit, request),
    processId: process.id,
    finding: {
      id,
      number,
      revision,
      question,
      claim,
      whoDisagrees,
      notKnown,
      by,
      live,
      moved,
      shown,
      outside,
      history,
      withdrawn,
      withdrawnBy,
      verdict,
      hidden: finding.quotes.length - shown.length,
    },
    sha256: published?.sha256,
    standing: isOpen ? standingWords(verdict, published?.revision === revision) : undefined,
    chosen: {
      figures: finding.figures.map(({ themeId, groupId }) => (groupId ? `${themeId}.${groupId}` : themeId)),
      statementIds: finding.quotes,
      sourceIds: finding.sources,
    },
    choices: mayWrite ? await readFindingChoices(process.id, [...new Set(finding.figures.map(({ themeId }) => themeId))], visit.now, finding.quotes) : undefined,
    mayReview: isOpen && !verdict && finding.writtenBy !== visit.actor.person && mayReviewFinding(visit.actor) !== undefined,
    mayPublish,
    waiting: holding && [...holding.held.map(waitingSentence), ...(holding.near.length > 0 ? [`${tooLittleNew(holding.near)}.`] : [])],
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const text = (name: string) => form.text(name)
  const [findingId, revision] = [text('findingId'), text('revision')]
  const acts = {
    edit: () => writeFinding(actor, wishIn(form), now),
    review: () => reviewFinding(actor, { findingId, revision, verdict: text('verdict') as 'approved', reason: text('reason') }, now),
    publish: () => publishFinding(actor, { findingId, revision }, now),
    withdraw: () => withdrawFinding(actor, { findingId, reason: text('reason') }, now),
  }
  const result = await (acts[text('act') as keyof typeof acts] ?? acts.edit)()
  if (result.granted) throw redirect(`/arbete/fynd/${params.number}`)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const yours = [text('claim'), text('whoDisagrees'), text('notKnown'), text('reason')].join(' ').trim()
  const stale = refusal.refused === 'stale' ? { now: String((refusal as { now?: unknown }).now ?? ''), yours } : undefined
  const words = { ...findingRefusals, ...('groups' in refusal && { 'too-little-new': tooLittleNew(refusal.groups as Parameters<typeof tooLittleNew>[0]) }) }
  return data({ problems: problemTexts(refusal, words), kept: form.kept(), chosen: chosenIn(form), stale }, { status: statusOf(refusal) })
}

export default function Finding() {
  const { frame, processId, finding, sha256, standing, chosen, choices, mayReview, mayPublish, waiting } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = findingWords('sv')
  const hidden = { findingId: finding.id, revision: String(finding.revision) }
  const isOf = (act: string) => answer?.kept.act === act
  const problemOf = (act: string) => (isOf(act) ? problemIn(answer?.problems ?? []) : () => undefined)
  return (
    <WorkroomPage frame={frame} title={finding.claim} lead={`Fynd ${finding.number}. ${words[finding.question]}`}>
      <title>{`Fynd ${finding.number}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} labels={isOf('edit') ? findingLabels : undefined} scope={answer?.kept.scope} />
      {answer?.stale && <TwoTexts {...answer.stale} />}
      {finding.withdrawn && (
        <p className="panel warn">
          Återtaget {formatDay(dayOf(finding.withdrawn.at))} av {finding.withdrawnBy}. {finding.withdrawn.why}
        </p>
      )}
      {finding.moved.length > 0 && (
        <div className="panel warn">
          <p>{words.moved}:</p>
          <ul>
            {finding.moved.map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
        </div>
      )}
      {standing && (
        <p>
          {standing} {choices && choices.quotes.length > 0 && finding.shown.length === 0 && 'Citat väljer du under Skriv om fyndet.'}
        </p>
      )}
      {sha256 && (
        <p>
          <a href={`/handling/${sha256}`}>{words.frozen}</a>, eller <a href={`/handling/${sha256}/word`}>hämta det som Word</a>.
        </p>
      )}
      <h2>{words.restsOn}</h2>
      <dl className="facts">
        {finding.live.map(({ name, text, weak }) => (
          <div key={`${name} ${text}`}>
            <dt>{name}</dt>
            <dd>
              {text}
              {weak && <span className="soft"> {weak}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {finding.shown.length > 0 && (
        <Quotes>
          {finding.shown.map(({ statementId, text, group }) => (
            <Quote key={statementId} text={text} from={group} />
          ))}
        </Quotes>
      )}
      {finding.hidden > 0 && <p className="soft">{hiddenQuotes(finding.hidden)}</p>}
      <h2>{words.whoDisagrees}</h2>
      <p className="written">{finding.whoDisagrees}</p>
      <h2>{words.notKnown}</h2>
      <p className="written">{finding.notKnown}</p>
      {finding.outside.length > 0 && (
        <>
          <h2>{words.outside}</h2>
          <ul>
            {finding.outside.map(({ id, claim, source, host, withdrawn }) => (
              <li key={id}>
                {claim}{' '}
                <span className="soft">
                  ({source}
                  {host && `, ${host}`}
                  {withdrawn && ', återtagen källa'})
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayReview && (
        <Form act="review" hidden={hidden}>
          <h2>Granska</h2>
          <p>{finding.by} har skrivit det här. Pröva om siffrorna bär meningen, och om något saknas.</p>
          <RadioGroup
            name="verdict"
            label="Vad säger du?"
            choices={[
              { value: 'approved', label: 'Godkänn' },
              { value: 'sent-back', label: 'Skicka tillbaka' },
            ]}
            value={isOf('review') ? answer?.kept.verdict : undefined}
            error={problemOf('review')('verdict')}
          />
          <TextArea name="reason" label="Vad behöver ändras?" value={isOf('review') ? answer?.kept.reason : ''} error={problemOf('review')('reason')} />
          <Button>Lämna granskningen</Button>
        </Form>
      )}
      {mayPublish && (
        <Form act="publish" hidden={hidden}>
          <h2>Publicera</h2>
          <p>Siffrorna fryses som de är nu. Visas öppet när processledaren publicerar analyssteget.</p>
          {waiting?.map((said) => (
            <p key={said}>{said}</p>
          ))}
          <Button>Publicera fyndet</Button>
        </Form>
      )}
      {choices && (
        <section>
          <h2>Ändra</h2>
          <details open={isOf('edit')}>
            <summary>Skriv om fyndet</summary>
            <Form act="edit" hidden={{ ...hidden, processId }}>
              <p>En ny version granskas på nytt av någon annan än du.</p>
              <FindingFields
                choices={choices}
                kept={isOf('edit') && answer ? answer.kept : wordsOf(finding)}
                chosen={isOf('edit') && answer ? answer.chosen : chosen}
                problemOf={problemOf('edit')}
              />
              <Button>Spara fyndet</Button>
            </Form>
          </details>
          <details open={isOf('withdraw')}>
            <summary>Ta tillbaka</summary>
            <Form act="withdraw" hidden={hidden}>
              <TextArea name="reason" label="Varför" hint="Alla som kunde läsa fyndet får läsa varför." rows={2} error={problemOf('withdraw')('reason')} />
              <Button grave>Ta tillbaka fyndet</Button>
            </Form>
          </details>
        </section>
      )}
      <FindingHistory history={finding.history} />
      <p>
        <a href="/arbete/fynd">Till alla fynd</a>
      </p>
    </WorkroomPage>
  )
}

function wordsOf({ question, claim, whoDisagrees, notKnown }: Record<'question' | 'claim' | 'whoDisagrees' | 'notKnown', string>) {
  return { question, claim, whoDisagrees, notKnown }
}
