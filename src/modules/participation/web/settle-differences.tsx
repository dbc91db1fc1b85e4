import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { RadioGroup } from '#ui/field'
import { Form, scopeOf } from '#ui/form'
import { asSentence, formatInstant } from '#ui/format'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { readSettling } from '../read-double-entry.ts'
import type { QuestionReading } from '../read-survey.ts'
import type { Entry } from '../rules/compare-entries.ts'
import { questionOf } from '../rules/spoken-question.ts'
import { sayChosen } from '../say-answer.ts'
import { secondEntryRefusals, settledWords } from '../second-entry-words.ts'
import { settleDifferences } from '../settle-differences.ts'
import { readingIsLogged } from '../words.ts'
import { problemsIn } from './answer-problems.ts'
import { batchAt } from './batch-at.ts'
import { QuestionField } from './question-field.tsx'

const holdsField = (questionId: string) => `galler-${questionId}`

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const { dialogue, batch, here } = await batchAt(params, visit.actor, visit.now)
  const reading = await readSettling(dialogue, batch.id, params.sheet ?? '', visit.actor, visit.now)
  if (!reading) refuse({ refused: 'not-found' })
  const wordingOf = (questionId: string) => dialogue.questions.find(({ id }) => id === questionId)?.wording ?? ''
  return {
    frame: workroomFrame(visit, request),
    here,
    title: dialogue.title,
    number: reading.number,
    open: dialogue.questions.flatMap((question) => {
      const found = reading.open.find(({ questionId }) => questionId === question.id)
      return found ? [{ question: { ...questionOf(question, 'sv'), required: false }, first: sayEntry(question, found.first), second: sayEntry(question, found.second) }] : []
    }),
    settled: reading.settled.map(({ questionId, as, by, at }) => ({ wording: wordingOf(questionId), as, by, at })),
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const { dialogue, batch, here } = await batchAt(params, actor, now)
  const kept = form.kept()
  const names = Object.keys(kept).filter((name) => name !== 'act' && name !== 'scope')
  const isHold = (name: string) => name.startsWith(holdsField(''))
  const written = Object.fromEntries(names.filter((name) => !isHold(name)).map((name) => [name, form.all(name)]))
  const holds = Object.fromEntries(names.filter(isHold).map((name) => [name.slice(holdsField('').length), form.text(name)]))
  const result = await settleDifferences(actor, { batchId: batch.id, sheetId: params.sheet ?? '', holds: holds as Record<string, 'first'>, written }, now)
  if (result.granted) throw redirect(`${here}?avgjord`)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const problems =
    refusal.refused === 'unreadable'
      ? problemsIn({ refused: 'unreadable', problems: refusal.unreadable }, dialogue.questions, 'sv')
      : refusal.refused === 'not-all-settled'
        ? refusal.left.map((questionId) => ({ field: holdsField(questionId), text: secondEntryRefusals['not-all-settled'] ?? '' }))
        : problemTexts(refusal, secondEntryRefusals).map(({ text }) => ({ field: '', text }))
  return data({ problems, written, holds }, { status: refusal.refused === 'unreadable' || refusal.refused === 'not-all-settled' ? 422 : statusOf(refusal) })
}

export default function SettleDifferences() {
  const { frame, here, title, number, open, settled } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const errorAt = (field: string) => answer?.problems.find((problem) => problem.field === field)
  return (
    <WorkroomPage frame={frame} title={`Avgör blankett ${number}`} lead={`${asSentence(title)} Ta fram blanketten och läs vad som står på den.`}>
      <title>{`Avgör skillnader – ${title}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={scopeOf('settle')} />
      {open.length > 0 && (
        <>
          <p className="soft">{readingIsLogged}</p>
          <Form act="settle">
            {open.map(({ question, first, second }) => (
              <section key={question.id}>
                <h2>{question.wording.text}</h2>
                <RadioGroup
                  name={holdsField(question.id)}
                  label="Vad som gäller"
                  value={answer?.holds[question.id]}
                  error={errorAt(holdsField(question.id))?.text}
                  choices={[
                    { value: 'first', label: `Första inskrivningen: ${first}` },
                    { value: 'second', label: `Andra inskrivningen: ${second}` },
                    { value: 'other', label: 'Inget av dem. Jag skriver av det här under' },
                  ]}
                />
                <details open={answer?.holds[question.id] === 'other'}>
                  <summary>Skriv av något annat</summary>
                  <QuestionField question={question} written={answer?.written ?? {}} language="sv" error={errorAt(question.id)?.text} />
                </details>
              </section>
            ))}
            <Button>Spara vad som gäller</Button>
          </Form>
        </>
      )}
      {settled.length > 0 && (
        <Table
          caption="Avgjort"
          columns={[{ title: 'Fråga' }, { title: 'Vad som gällde' }, { title: 'Vem' }, { title: 'När' }]}
          rows={settled.map(({ wording, as, by, at }) => [wording, settledWords[as], by ?? '–', at ? formatInstant(at) : '–'])}
        />
      )}
      <p>
        <a href={here}>Tillbaka till stickprovet</a>
      </p>
    </WorkroomPage>
  )
}

/** What was entered on a question, in words on one line. */
function sayEntry(question: QuestionReading, { value, texts }: Entry): string {
  const said = [...sayChosen(question, value, 'sv').map(({ text }) => text), ...texts.map((text) => `”${text}”`)]
  return said.length === 0 ? 'tomt' : said.join(', ')
}
