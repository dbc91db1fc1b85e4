import { Acts, Button } from '#ui/button'
import { CheckField, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { Tag } from '#ui/tag'
import type { ReviewRow } from '../read-review-queue.ts'

type Wishes = {
  readonly statements: readonly ReviewRow[]
  readonly mayReview: boolean
  readonly kept: Readonly<Record<string, string>>
  readonly chosen: readonly string[]
  readonly problems: readonly { readonly field: string; readonly text: string }[]
}

/** Statements to read and mark, many at once: space marks, tab goes on, and the buttons come last. */
export function ReviewForm({ statements, mayReview, kept, chosen, problems }: Wishes) {
  if (!mayReview)
    return (
      <ul className="rows">
        {statements.map((statement) => (
          <li key={statement.id}>
            <Said statement={statement} />
          </li>
        ))}
      </ul>
    )
  const plain = statements.filter(({ flagged }) => !flagged)
  return (
    <Form>
      <ul className="rows">
        {statements.map((statement) => {
          const { id, suggestion, flagged, text } = statement
          const error = problems.find(({ field }) => field === `shown-${id}`)?.text
          const field = (
            <TextField
              name={`shown-${id}`}
              label="Så här får den visas"
              value={kept[`shown-${id}`] ?? suggestion}
              error={error}
              hint={flagged ? 'Något ser ut som en personuppgift. Läs och ändra vid behov.' : undefined}
            />
          )
          return (
            <li key={id}>
              <CheckField name="statementIds" value={id} label={<Said statement={statement} />} checked={chosen.includes(id)} />
              {flagged || suggestion !== text || error ? (
                field
              ) : (
                <details>
                  <summary>Dölj något i texten</summary>
                  {field}
                </details>
              )}
            </li>
          )
        })}
      </ul>
      {plain.map(({ id }) => (
        <input key={id} type="hidden" name="plainIds" value={id} />
      ))}
      <TextField
        name="reason"
        label="Skälet, när en text inte ska visas eller har ord borttagna"
        hint="Till exempel: visar vem någon är. Den som skrev ser skälet med sin kod."
        value={kept.reason}
        error={problems.find(({ field }) => field === 'reason')?.text}
      />
      <Acts>
        <Button name="decide" value="marked may-be-shown">
          De markerade får visas
        </Button>
        <Button quiet name="decide" value="marked withheld">
          De markerade visas inte
        </Button>
        {plain.length > 1 && (
          <Button quiet name="decide" value="plain may-be-shown">
            {`Jag har läst alla: de ${plain.length} utan varning får visas`}
          </Button>
        )}
      </Acts>
    </Form>
  )
}

function Said({ statement: { text, group, question, flagged, same } }: { statement: ReviewRow }) {
  return (
    <>
      <bdi>{text}</bdi>{' '}
      <span className="soft small">
        {group}. {question}
      </span>{' '}
      {flagged && <Tag kind="asks">Personuppgift?</Tag>} {same > 1 && <Tag>{`Samma ord i ${same} yttranden`}</Tag>}
    </>
  )
}
