import { Button } from '#ui/button'
import { TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatCount } from '#ui/format'
import { Notice } from '#ui/notice'
import type { DeskStatement, readQuotesToVoteOn, WaitingProposal } from '../read-opinion-desk.ts'

type Answer = { readonly act: string; readonly kept: Readonly<Record<string, string>>; readonly problems: readonly { readonly field: string; readonly text: string }[] }

/** What people have written that somebody must read: let it in as it is, or say why it isn't shown. What looks like personal data is pointed out. */
export function ProposalList({ proposals, mayReview, answer }: { proposals: readonly WaitingProposal[]; mayReview: boolean; answer: Answer | undefined }) {
  return (
    <ul className="cards">
      {proposals.map(({ id, text, masked }) => (
        <li key={id}>
          <p>
            <bdi>{text}</bdi>
          </p>
          {masked !== null && (
            <Notice kind="warn">
              <p>Det ser ut som en personuppgift: {masked}</p>
            </Notice>
          )}
          {mayReview && (
            <>
              <Form act="accept" hidden={{ proposalId: id }}>
                <Button>Visa påståendet</Button>
              </Form>
              <Form act="reject" hidden={{ proposalId: id }}>
                <TextField {...reasonOf('reject', 'proposalId', id, answer)} label="Varför det inte visas" hint="Det läser bara den som skrev." />
                <Button quiet>Visa det inte</Button>
              </Form>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

/** A statement that is no longer to be voted on. */
export function WithdrawForm({ statement, answer }: { statement: DeskStatement; answer: Answer | undefined }) {
  return (
    <details open={answer?.act === 'withdraw' && answer.kept.statementId === statement.id}>
      <summary>
        Visas. Dra tillbaka<span className="hidden"> påstående {statement.number}</span>
      </summary>
      <Form act="withdraw" hidden={{ statementId: statement.id }}>
        <TextField
          {...reasonOf('withdraw', 'statementId', statement.id, answer)}
          label="Skälet"
          hint="Det här kan alla läsa. Påståendet kan inte besvaras längre och är inte med nästa gång kartan fryses."
        />
        <Button grave>Dra tillbaka påstående {statement.number}</Button>
      </Form>
    </details>
  )
}

/** What people have answered in surveys, to be tried on everybody. */
export function QuoteList({ quotes }: { quotes: Awaited<ReturnType<typeof readQuotesToVoteOn>> }) {
  return (
    <section>
      <h2>Ur svar som får visas</h2>
      <p>Det som flest har skrivit med samma ord står först. Lägg till det som är värt att pröva på alla.</p>
      <ul className="rows">
        {quotes.map(({ statementId, text, group, same }) => (
          <li key={statementId}>
            <bdi>{text}</bdi>
            <div className="soft small">
              {group}. {formatCount(same, 'svar har de orden', 'svar har de orden')}.
            </div>
            <Form act="add" hidden={{ quoteId: statementId, text: text.trim() }}>
              <Button quiet small>
                Lägg till<span className="hidden">: {text}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}

function reasonOf(act: string, name: string, id: string, answer: Answer | undefined) {
  const isThis = answer?.act === act && answer.kept[name] === id
  return { name: 'reason', value: isThis ? answer.kept.reason : undefined, error: isThis ? answer.problems.find(({ field }) => field === 'reason')?.text : undefined }
}
