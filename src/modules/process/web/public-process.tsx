import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { frameWith } from '#http/frame'
import { visitOf } from '#http/visit'
import type { Day } from '#kernel/day'
import { Empty } from '#ui/empty'
import { formatDay, formatDays } from '#ui/format'
import { Notice } from '#ui/notice'
import { type Frame, PublicPage } from '#ui/page'
import { Said } from '#ui/said'
import { Tag } from '#ui/tag'
import { listProcesses, type ProcessReading, type StepReading } from '../read-process.ts'
import { words } from '../words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const process = (await listProcesses(visit.now.day))[0]
  return { frame: await frameWith(visit, request, process ? textsOf(process) : []), process, today: visit.now.day }
}

/** Everything on the page that people wrote. */
function textsOf({ name, purpose, mandate, promise, follows, steps }: ProcessReading) {
  return [
    ...[name, purpose, mandate, promise, follows],
    ...steps.flatMap((step) => [step.title, step.who, step.purpose, step.focus, step.insertedBecause, step.moves.at(-1)?.reason, step.closed?.reason]),
  ]
}

export default function PublicProcess() {
  const { frame, process, today } = useLoaderData<typeof loader>()
  const word = words(frame.language)
  return (
    <PublicPage frame={frame} title={word.title} lead={word.lead}>
      <title>{`${word.title} – ${frame.municipality}`}</title>
      {!process && (
        <Empty>
          <p>{word.none}</p>
        </Empty>
      )}
      {process && (
        <>
          <Notice>
            <h2>{word.promise}</h2>
            <p>
              <Said to={frame} text={process.promise} />
            </p>
          </Notice>
          <h2>
            <Said to={frame} text={process.name} />
          </h2>
          <ol className="steps">
            {process.steps.map((step) => (
              <Step key={step.id} step={step} frame={frame} today={today} />
            ))}
          </ol>
          <h2>{word.why}</h2>
          <p>
            <Said to={frame} text={process.purpose} />
          </p>
          <h2>{word.mandate}</h2>
          <p>
            <Said to={frame} text={process.mandate} /> {formatDay(process.mandatedOn, frame.language)}
            {process.mandateNumber && `, ${process.mandateNumber}`}.
          </p>
          {process.follows && (
            <>
              <h2>{word.follows}</h2>
              <p>
                <Said to={frame} text={process.follows} />
              </p>
            </>
          )}
        </>
      )}
    </PublicPage>
  )
}

function Step({ step, frame, today }: { step: StepReading; frame: Frame; today: Day }) {
  const word = words(frame.language)
  const { language } = frame
  const last = step.moves.at(-1)
  return (
    <li className={step.state}>
      <h3>
        <span className="soft numbers">{step.number}</span> <Said to={frame} text={step.title} />
      </h3>
      <p>
        <Tag>{word.states[step.state]}</Tag> {formatDays(step.dates.from, step.dates.to, language)}
      </p>
      <dl className="facts small">
        <dt>{word.who}</dt>
        <dd>
          <Said to={frame} text={step.who} />
        </dd>
        <dt>{word.purpose}</dt>
        <dd>
          <Said to={frame} text={step.purpose} />
        </dd>
        <dt>{word.focus}</dt>
        <dd>
          <Said to={frame} text={step.focus} />
        </dd>
        {step.insertedBecause && (
          <>
            <dt>{word.inserted}</dt>
            <dd>
              <Said to={frame} text={step.insertedBecause} />
            </dd>
          </>
        )}
        {last && (
          <>
            <dt>{word.moved}</dt>
            <dd>
              <Said to={frame} text={last.reason} /> {word.was(formatDays(step.planned.from, step.planned.to, language))}
            </dd>
          </>
        )}
        {step.closed?.reason && (
          <>
            <dt>{word.leftOut}</dt>
            <dd>
              <Said to={frame} text={step.closed.reason} />
            </dd>
          </>
        )}
      </dl>
      {step.releasedAt ? (
        <p className="small">{word.published}.</p>
      ) : (
        step.state !== 'left-out' && <p className="small soft">{(today <= step.dates.to ? word.expected : word.unpublished)(formatDay(step.dates.to, language))}.</p>
      )}
    </li>
  )
}
