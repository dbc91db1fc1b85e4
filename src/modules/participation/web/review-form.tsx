import { Acts, Button } from '#ui/button'
import { CheckField, SelectField, TextArea, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { Tag } from '#ui/tag'
import { causeWords } from '../cause-words.ts'
import type { ReviewRow } from '../read-review-queue.ts'
import { flagWords } from '../review-words.ts'
import { causes } from '../rules/cause.ts'
import { languageName } from '../rules/other-language.ts'

type Wishes = {
  readonly statements: readonly ReviewRow[]
  readonly mayReview: boolean
  readonly kept: Readonly<Record<string, string>>
  readonly chosen: readonly string[]
  readonly problems: readonly { readonly field: string; readonly text: string }[]
}

const [mostRows, signsInRow] = [12, 70]

/** Statements to read and mark, many at once: space marks, tab goes on, and the buttons come last. */
export function ReviewForm({ statements, mayReview, kept, chosen, problems }: Wishes) {
  if (!mayReview)
    return (
      <ul className="rows">
        {statements.map((statement) => (
          <li key={statement.id}>
            <Said statement={statement} />
            <More statement={statement} />
          </li>
        ))}
      </ul>
    )
  const plain = statements.filter(({ flags, reviewId }) => flags.length === 0 && reviewId === '')
  return (
    <Form>
      <ul className="rows">
        {statements.map((statement) => {
          const { id, suggestion, flags, text, isMasked, reviewId } = statement
          const isFlagged = flags.some((flag) => flag !== 'language')
          const error = problems.find(({ field }) => field === `shown-${id}`)?.text
          const field = (
            <TextArea
              name={`shown-${id}`}
              label="Så här får den visas"
              rows={Math.min(mostRows, Math.ceil(suggestion.length / signsInRow) + suggestion.split('\n').length - 1)}
              value={kept[`shown-${id}`] ?? suggestion}
              error={error}
              hint={isFlagged ? `${flags.map((flag) => flagWords[flag]).join(', ')}? Läs och ändra vid behov.` : undefined}
            />
          )
          return (
            <li key={id}>
              <input type="hidden" name={`was-${id}`} value={reviewId} />
              <CheckField name="statementIds" value={id} label={<Said statement={statement} />} checked={chosen.includes(id)} />
              {isFlagged || isMasked || suggestion !== text || error ? (
                field
              ) : (
                <details>
                  <summary>Dölj något i texten</summary>
                  {field}
                </details>
              )}
              <More statement={statement} />
            </li>
          )
        })}
      </ul>
      {plain.map(({ id }) => (
        <input key={id} type="hidden" name="plainIds" value={id} />
      ))}
      <SelectField
        name="cause"
        label="Skälet, när en text inte ska visas eller när du döljer ord"
        hint="Den som skrev ser skälet med sin kod."
        empty="Inget är dolt, eller bara det som datorn föreslår"
        choices={causes.map((cause) => ({ value: cause, label: causeWords('sv')[cause] }))}
        value={kept.cause}
        error={problems.find(({ field }) => field === 'cause')?.text}
      />
      <TextField
        name="reason"
        label="Skälet med egna ord"
        hint="Behövs vid annat skäl. Skriv inte vad som är dolt."
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

function Said({ statement: { text, group, question, flags, language, translation, same } }: { statement: ReviewRow }) {
  return (
    <>
      <bdi lang={language}>{text}</bdi>
      <br />
      {translation && (
        <>
          På svenska: <q>{translation}</q>
          <br />
        </>
      )}
      <span className="soft small">
        {group}. {question}
      </span>{' '}
      {flags.map((flag) => (
        <Tag key={flag} kind="asks">
          {flag === 'language' && language ? `Språk: ${languageName(language)}` : `${flagWords[flag]}?`}
        </Tag>
      ))}{' '}
      {same > 1 && <Tag>{`Samma ord i ${same} yttranden`}</Tag>}
    </>
  )
}

/** Where a text that has been reviewed, or is in another language, has a page of its own. */
function More({ statement: { id, text, language, reviewId } }: { statement: ReviewRow }) {
  if (reviewId === '' && !language) return null
  return (
    <p>
      <a className="button quiet small" href={`/arbete/granska/${id}`}>
        {language ? 'Översätt, eller se vad som är sagt' : 'Se vad som är sagt'}
        <span className="hidden"> om {text.slice(0, 60)}</span>
      </a>
    </p>
  )
}
