import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { visitOf } from '#http/visit'
import { PublicPage } from '#ui/page'
import { Table } from '#ui/table'
import { apiWords } from '../api-words.ts'
import { apiProblems, apiProblemWords } from './api-problem.ts'

export function loader({ context, request }: LoaderFunctionArgs) {
  return { frame: publicFrame(visitOf(context), request) }
}

/** The interface for people to read. */
export default function ApiPage() {
  const { frame } = useLoaderData<typeof loader>()
  const word = apiWords(frame.language)
  const refusals = apiProblemWords(frame.language)
  const calls = [
    ['GET /api/v1/dialogues', word.dialogues],
    ['GET /api/v1/dialogues/{slug}', word.dialogue],
    ['POST /api/v1/dialogues/{slug}/answers', word.answer],
    ['GET /api/v1/dialogues/{slug}/figures', word.figures],
    ['GET /api/v1/dialogues/{slug}/statements', word.statements],
    ['POST /api/v1/dialogues/{slug}/votes', word.vote],
  ] as const
  return (
    <PublicPage frame={frame} title={word.title} lead={word.lead}>
      <title>{`${word.title} – ${frame.municipality}`}</title>
      <p>
        <a href="/api/v1/openapi.json">{word.document}</a>
      </p>
      <Table cards caption={word.title} columns={[{ title: word.method }, { title: word.does }]} rows={calls.map(([call, does]) => [<code key={call}>{call}</code>, does])} />
      <pre>
        <code>{example}</code>
      </pre>
      <h2>{word.refusals}</h2>
      <p>{word.refusalsLead}</p>
      <p>{word.limits}</p>
      <dl>
        {apiProblems.map((refusal) => (
          <div key={refusal} id={refusal}>
            <dt>
              <code>{refusal}</code>
            </dt>
            <dd>{refusals[refusal]}</dd>
          </div>
        ))}
      </dl>
    </PublicPage>
  )
}

const example = `POST /api/v1/dialogues/hur-gar-det/answers
content-type: application/json
idempotency-key: 3f1c0a2e-5d5e-4b8a-9d0f

{"answers": {"fraga-1": ["Skogen", "Tystnaden"]}, "language": "sv"}

201 {"receipt": "7Q2M-…", "before": false, "same": true}`
