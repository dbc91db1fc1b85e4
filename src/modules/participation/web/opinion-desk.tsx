import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { TextField } from '#ui/field'
import { Form, scopeOf } from '#ui/form'
import { asSentence, formatNumber } from '#ui/format'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { acceptProposal } from '../accept-proposal.ts'
import { mayAcceptProposal, mayAddOpinionStatement, mayReadStatements, mayWithdrawOpinionStatement } from '../access.ts'
import { addOpinionStatement } from '../add-opinion-statement.ts'
import { opinionRefusals, originWords } from '../opinion-words.ts'
import { readOpinionDesk, readProposals, readQuotesToVoteOn } from '../read-opinion-desk.ts'
import { readSurvey } from '../read-survey.ts'
import { rejectProposal } from '../reject-proposal.ts'
import { withdrawOpinionStatement } from '../withdraw-opinion-statement.ts'
import { readingIsLogged } from '../words.ts'
import { ProposalList, QuoteList, WithdrawForm } from './opinion-desk-parts.tsx'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadStatements(visit.actor)) refuse({ refused: 'forbidden' })
  const dialogue = await readSurvey(params.slug ?? '', visit.now)
  if (dialogue?.kind !== 'opinion') refuse({ refused: 'not-found' })
  const mayAdd = mayAddOpinionStatement(visit.actor) !== undefined && dialogue.state !== 'closed'
  return {
    frame: workroomFrame(visit, request),
    dialogue: { id: dialogue.id, slug: dialogue.slug, title: dialogue.title, state: dialogue.state },
    desk: await readOpinionDesk(dialogue.id),
    proposals: await readProposals(visit.actor, dialogue.id, visit.now),
    quotes: mayAdd ? await readQuotesToVoteOn(dialogue) : [],
    mayAdd,
    // Also when the dialogue has closed: what is withdrawn is not in the next map, and everybody reads why.
    mayWithdraw: mayWithdrawOpinionStatement(visit.actor) !== undefined,
    mayReview: mayAcceptProposal(visit.actor) !== undefined,
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const dialogue = await readSurvey(params.slug ?? '', now)
  if (dialogue?.kind !== 'opinion') refuse({ refused: 'not-found' })
  const own = ['text', 'textEnglish', 'source', 'quoteId'].map((name) => [name, form.text(name)])
  const acts = {
    add: () => addOpinionStatement(actor, { ...(Object.fromEntries(own) as { text: string }), dialogueId: dialogue.id }, now),
    accept: () => acceptProposal(actor, { proposalId: form.text('proposalId') }, now),
    reject: () => rejectProposal(actor, { proposalId: form.text('proposalId'), reason: form.text('reason') }, now),
    withdraw: () => withdrawOpinionStatement(actor, { statementId: form.text('statementId'), reason: form.text('reason') }, now),
  }
  const act = form.text('act')
  if (!Object.hasOwn(acts, act)) refuse({ refused: 'not-found' })
  const result = await acts[act as keyof typeof acts]()
  if (result.granted) throw redirect(`/arbete/dialoger/${dialogue.slug}/pastaenden`)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  return data({ problems: problemTexts(refusal, opinionRefusals), kept: form.kept(), act, scope: form.text('scope') }, { status: statusOf(refusal) })
}

export default function OpinionDesk() {
  const { frame, dialogue, desk, proposals, quotes, mayAdd, mayWithdraw, mayReview } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const isAdding = answer?.act === 'add'
  const field = (name: string) => ({
    name,
    value: isAdding ? answer.kept[name] : undefined,
    error: isAdding ? answer.problems.find((problem) => problem.field === name)?.text : undefined,
  })
  return (
    <WorkroomPage frame={frame} title="Påståenden" lead={`${asSentence(dialogue.title)} ${formatNumber(desk.participants)} har svarat på något.`}>
      <title>Påståenden</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={answer?.scope || scopeOf(answer?.act)} />
      <p>
        <a href={`/arbete/dialoger/${dialogue.slug}`}>Till dialogen</a>
      </p>
      <section>
        <h2>Väntar på att läsas</h2>
        {proposals.length === 0 ? (
          <p className="soft">Inget påstående väntar. Det som de som deltar skriver kommer hit, och visas inte för någon förrän du har släppt fram det.</p>
        ) : (
          <>
            <p>{readingIsLogged}</p>
            <ProposalList proposals={proposals} mayReview={mayReview} answer={answer} />
          </>
        )}
      </section>
      <Table
        cards
        caption="Påståenden som finns"
        columns={[{ title: 'Nr', number: true }, { title: 'Påstående' }, { title: 'Varifrån' }, { title: 'Svar', number: true }, { title: 'Läge' }]}
        rows={desk.statements.map((statement) => [
          statement.number,
          <bdi key="t">{statement.text}</bdi>,
          statement.source ? `${originWords[statement.origin]}: ${statement.source}` : originWords[statement.origin],
          formatNumber(statement.votes),
          statement.withdrawn !== null ? `Tillbakadraget. ${statement.withdrawn}` : mayWithdraw ? <WithdrawForm key="w" statement={statement} answer={answer} /> : 'Visas',
        ])}
      />
      {mayAdd && (
        <Form act="add">
          <h2>Lägg till ett påstående</h2>
          <p>En sak i en mening som man kan hålla med om eller inte. Det kan inte ändras sedan, bara dras tillbaka med ett skäl.</p>
          <TextField {...field('text')} label="Påståendet" maxLength={200} />
          <TextField {...field('textEnglish')} label="På engelska" hint="Om det inte finns visas det på svenska." maxLength={200} />
          <TextField {...field('source')} label="Varifrån det kommer" hint="Det här läser alla. Till exempel: Medarbetarnas gruppsamtal 2026." />
          <Button>Lägg till påståendet</Button>
        </Form>
      )}
      {quotes.length > 0 && <QuoteList quotes={quotes} />}
    </WorkroomPage>
  )
}
