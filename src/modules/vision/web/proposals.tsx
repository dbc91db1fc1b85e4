import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { listProcesses } from '#process'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { TextArea, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { Tag } from '#ui/tag'
import { WorkroomPage } from '#ui/workroom-page'
import { mayCreateProposal } from '../access.ts'
import { createProposal } from '../create-proposal.ts'
import { readProposals } from '../read-proposals.ts'
import { coverage } from '../rules/coverage.ts'
import { provenanceWords, refusalWords } from '../words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const [process] = await listProcesses(visit.now.day)
  const proposals = process ? await readProposals(process.id) : []
  return {
    frame: workroomFrame(visit, request),
    processId: process?.id ?? '',
    proposals: proposals.map((proposal) => ({ ...proposal, coverage: coverage(proposal.phrases) })),
    mayCreate: mayCreateProposal(visit.actor) !== undefined,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const result = await createProposal(actor, { processId: form.text('processId'), slug: form.text('slug'), name: form.text('name'), text: form.text('text') }, now)
  if (result.granted) throw redirect(`/arbete/vision/${result.value.slug}`)
  if (result.refusal.refused === 'forbidden') refuse(result.refusal)
  return data({ problems: problemTexts(result.refusal, refusalWords), kept: form.kept() }, { status: statusOf(result.refusal) })
}

export default function Proposals() {
  const { frame, processId, proposals, mayCreate } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const kept = answer?.kept ?? {}
  return (
    <WorkroomPage frame={frame} title="Visionsförslag">
      <title>Visionsförslag</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      {proposals.length === 0 && (
        <Empty>
          <h2>Här skrivs visionen fram</h2>
          <p>Processledaren skriver ett förslag, formulering för formulering, och säger vilka teman och citat varje formulering vilar på.</p>
        </Empty>
      )}
      <ul className="rows">
        {proposals.map((proposal) => (
          <li key={proposal.id}>
            <h2>
              <a href={`/arbete/vision/${proposal.slug}`}>{proposal.name}</a>
            </h2>
            <p>{proposal.phrases.map(({ text }) => text).join(' ')}</p>
            <p className="small">
              {proposal.coverage.rooted} av {proposal.coverage.of} formuleringar vilar på röster.{' '}
              {proposal.versions.length === 0 ? 'Utkast.' : proposal.versions.some(({ pointId }) => pointId) ? 'Antaget.' : 'Inlämnat.'}{' '}
              {proposal.provenance !== 'recorded' && <Tag>{provenanceWords[proposal.provenance]}</Tag>}
            </p>
          </li>
        ))}
      </ul>
      {mayCreate && processId && (
        <Form hidden={{ processId }}>
          <h2>Skriv ett förslag</h2>
          <TextField name="name" label="Förslagets namn" value={kept.name} />
          <TextField name="slug" label="Adress" hint="Små bokstäver, siffror och bindestreck." value={kept.slug} short />
          <TextArea name="text" label="Formuleringar" hint="En på varje rad. Varje rad får sina egna rötter." value={kept.text} />
          <Button>Spara förslaget</Button>
        </Form>
      )}
    </WorkroomPage>
  )
}
